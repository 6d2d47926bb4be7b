"""Runs a batch: each case is taken into memory, rendered in a worker, and written whole.

A case that fails, fails alone. What was written is noted in the manifest now and then and at the
end, however that comes about; what a killed run has not noted is rendered again, to the same bytes.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from casereport.diagnostics import N_, Diagnostic, Message, Severity, say
from casereport.errors import CannotWriteError, WorkerError
from casereport.pipeline.batch.fingerprint import case_fingerprint
from casereport.pipeline.batch.manifest import Entry, entry_of, read_manifest, write_manifest
from casereport.pipeline.batch.outcome import CaseOutcome
from casereport.pipeline.batch.planning import PlannedCase
from casereport.pipeline.case import RenderOptions, RenderResult
from casereport.pipeline.environment import environment_fingerprint
from casereport.pipeline.evidence import evidence_folder
from casereport.pipeline.failures import disk_failure, worker_failure
from casereport.pipeline.isolation import (
    TASK,
    RenderJob,
    SavedEvidence,
    decode_result,
    encode,
    save_evidence,
)
from casereport.pipeline.settings import InvalidSettingsError, ProjectSettings
from casereport.pipeline.workers import JobRunner, Machines, Task, ThisMachine, WorkerLimits
from casereport.workspace import DiskWorkspace, OutputFile, snapshot, write_all

_SAVE_EVERY = 2.0
"""Seconds between two notes in the manifest: of 10,000 cases it has three megabytes."""
_HOPELESS = frozenset({"full", "read-only"})
"""What a disk says that will say so of every further file."""


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


def run_batch(
    plan: Iterable[PlannedCase], options: BatchOptions
) -> Generator[CaseOutcome, None, None]:
    """Render the cases of ``plan``; each outcome as soon as it is known.

    To be closed when it is left before its end: that ends the workers.

    Raises:
        CannotWriteError: the disk takes nothing more; the outcome of the case has been told.
        WorkerError: no worker can be started.
        MissingLibraryError: Pango, HarfBuzz or fontconfig cannot be loaded.
        ClusterError: the machines of a cluster work no more for us.
    """
    ledger = _Ledger(options.output)
    runner: JobRunner[_Running] = options.machines.runner(options.task, options.limits)
    with ledger, runner:
        batch = _Batch(options, ledger, runner)
        for case in plan:
            yield from batch.begin(case)
        while runner.is_busy:
            yield from batch.finish_some()


@dataclass(frozen=True, slots=True)
class _Running:
    """A case that a worker is at."""

    case: PlannedCase
    fingerprint: str
    since: float

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.since


class _Batch:
    def __init__(
        self, options: BatchOptions, ledger: _Ledger, runner: JobRunner[_Running]
    ) -> None:
        self._options = options
        self._ledger = ledger
        self._runner = runner
        self._environment = environment_fingerprint()
        self._evidence: tuple[str, SavedEvidence] | None = None

    def begin(self, case: PlannedCase) -> Iterator[CaseOutcome]:
        """Give the case to a worker, once one is free, unless it needs none."""
        if case.fault is not None:
            failure = say(N_("This folder cannot be looked into."))
            yield CaseOutcome(case=case, ending="failed", failure=failure, cause="folder")
            return
        try:
            project = self._options.settings(case.folder)
        except InvalidSettingsError as error:
            failure = error.messages[0]
            yield CaseOutcome(case=case, ending="failed", failure=failure, cause="settings")
            return
        job = self._job_of(case, project)
        fingerprint = case_fingerprint(job, self._environment)
        known = self._ledger.find(case.key, fingerprint) if self._options.resume else None
        if known is not None:
            yield CaseOutcome(
                case=case, ending="unchanged", files=tuple(known.files), counts=known.counts
            )
            return
        while not self._runner.has_room:
            yield from self.finish_some()
        running = _Running(case, fingerprint, time.monotonic())
        self._runner.submit(running, encode(job))

    def finish_some(self) -> Iterator[CaseOutcome]:
        """Wait for workers; what has ended is written."""
        for running, answer in self._runner.wait():
            try:
                outcome = self._ended(running, answer)
            except WorkerError as error:
                outcome = _failed(running, error.cause, worker_failure(error), error.stderr)
            except CannotWriteError as error:
                outcome = _failed(running, error.reason, disk_failure(error))
                if error.reason in _HOPELESS:
                    yield outcome
                    raise
            yield outcome

    def _job_of(self, case: PlannedCase, project: ProjectSettings) -> RenderJob:
        options = replace(
            self._options.render,
            default_journal=project.journal,
            severities=project.severities,
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

    def _ended(self, running: _Running, answer: bytes | WorkerError) -> CaseOutcome:
        if isinstance(answer, WorkerError):
            raise answer
        result, case = decode_result(answer), running.case
        counts = Counter(found.severity for found in result.diagnostics)
        if result.fatal:
            self._ledger.forget(case.key)
            return _unprintable(running, result, counts)
        outputs = tuple(_placed(file, case.below) for file in result.outputs)
        write_all(self._options.output, outputs)
        self._ledger.note(case.key, entry_of(running.fingerprint, outputs, counts))
        return CaseOutcome(
            case=case,
            ending="written",
            files=tuple(file.path for file in outputs),
            counts=counts,
            seconds=running.seconds,
        )


def _placed(file: OutputFile, below: str) -> OutputFile:
    return replace(file, path=f"{below}/{file.path}") if below else file


def _failed(running: _Running, cause: str, failure: Message, stderr: str = "") -> CaseOutcome:
    return CaseOutcome(
        case=running.case,
        ending="failed",
        failure=failure,
        cause=cause,
        stderr=stderr,
        seconds=running.seconds,
    )


def _unprintable(
    running: _Running, result: RenderResult, counts: Counter[Severity]
) -> CaseOutcome:
    errors: tuple[Diagnostic, ...] = tuple(
        found for found in result.diagnostics if found.severity is Severity.ERROR
    )
    codes = tuple(dict.fromkeys(found.code for found in errors))
    return CaseOutcome(
        case=running.case,
        ending="failed",
        failure=say(N_("It has errors: {codes}."), codes=codes),
        cause="findings",
        counts=counts,
        seconds=running.seconds,
        errors=errors,
        sources={found.span.file: result.sources.get(found.span.file, "") for found in errors},
    )


class _Ledger:
    """The manifest while a batch runs; as a context it is saved at the end, however that comes."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._entries = read_manifest(output)
        self._is_saved = True
        self._saved_at = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        try:
            self._save()
        except CannotWriteError:
            # What ended the batch weighs more, and without a note all is only rendered again.
            if kind is None:
                raise

    def find(self, key: str, fingerprint: str) -> Entry | None:
        """What was written of a case, when it is still as it was, and so are its files."""
        entry = self._entries.get(key)
        if entry is None or entry.fingerprint != fingerprint:
            return None
        return entry if entry.stands_in(self._output) else None

    def note(self, key: str, entry: Entry) -> None:
        """Remember what was written."""
        self._entries[key] = entry
        self._is_saved = False
        if time.monotonic() - self._saved_at >= _SAVE_EVERY:
            self._save()

    def forget(self, key: str) -> None:
        """A case that fails now has not been written from what it is now."""
        self._is_saved = self._entries.pop(key, None) is None and self._is_saved

    def _save(self) -> None:
        if not self._is_saved:
            write_manifest(self._output, self._entries)
            self._is_saved = True
            self._saved_at = time.monotonic()
