"""A case of the disk becomes a job: its files, the settings of its project, its evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from casereport.model.issue import IssuePlace
from casereport.pipeline.batch.planning import PlannedCase
from casereport.pipeline.evidence import evidence_folder
from casereport.pipeline.isolation import TASK, RenderJob, SavedEvidence, save_evidence
from casereport.pipeline.options import RenderOptions
from casereport.pipeline.settings import ProjectSettings
from casereport.pipeline.workers import Machines, Task, ThisMachine, WorkerLimits
from casereport.workspace import DiskWorkspace, snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """What to make of the cases, and how.

    ``settings`` gives the settings of the project a case belongs to, by its folder. ``task`` is
    what the workers do, and ``machines`` where they do it.
    """

    render: RenderOptions
    output: Path
    settings: Callable[[Path], ProjectSettings]
    machines: Machines = field(default_factory=ThisMachine)
    resume: bool = False
    limits: WorkerLimits = field(default_factory=WorkerLimits)
    task: Task = TASK


class Jobs:
    """Makes the jobs of one batch."""

    def __init__(self, options: BatchOptions) -> None:
        self._options = options
        self._evidence: tuple[str, SavedEvidence] | None = None

    def of(self, case: PlannedCase, place: IssuePlace | None = None) -> RenderJob:
        """The case as it stands now; ``place``: in the issue that it is rendered for.

        Raises:
            InvalidSettingsError: the settings of its project cannot be used.
        """
        project = self._options.settings(case.folder)
        options = replace(
            self._options.render,
            default_journal=project.journal,
            severities=project.severities,
            place=place,
        )
        files = snapshot(DiskWorkspace(case.folder))
        return RenderJob(files, options, self._evidence_of(project))

    def _evidence_of(self, project: ProjectSettings) -> SavedEvidence | None:
        """Taken into memory once for cases of one project that follow one another."""
        if project.evidence is None:
            return None
        if self._evidence is None or self._evidence[0] != project.evidence:
            saved = save_evidence(evidence_folder(Path(project.evidence)))
            self._evidence = (project.evidence, saved)
        return self._evidence[1]
