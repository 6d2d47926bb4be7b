"""Where jobs run: what a caller needs of it, and the one machine that it runs on itself.

Who gives jobs away takes ``Machines`` and knows no more of them, so that many machines do for it
what one does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from casereport.errors import WorkerError
from casereport.pipeline.workers.limits import WorkerLimits
from casereport.pipeline.workers.pool import WorkerPool
from casereport.pipeline.workers.task import Task

Key = TypeVar("Key")


class JobRunner(Protocol[Key]):
    """Runs jobs, each in a process of its own that may die; used by one thread, as a context.

    ``submit`` while ``has_room``; ``wait`` while ``is_busy``, or until there is room. Leaving the
    context gives up what runs.
    """

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(self, *_error: object) -> None:
        """Give up what runs."""

    @property
    def is_busy(self) -> bool:
        """True while a job is out."""

    @property
    def has_room(self) -> bool:
        """True when a job can be given away."""

    def submit(self, key: Key, payload: bytes) -> None:
        """Give a job away."""

    def wait(self) -> list[tuple[Key, bytes | WorkerError]]:
        """Wait until something happens; the jobs that it ended, maybe none.

        Raises:
            CaseReportError: no further job can be run.
        """


class Machines(Protocol):
    """Something that can run jobs."""

    def runner(self, task: Task, limits: WorkerLimits) -> JobRunner[Key]:
        """One for jobs of this kind, within these limits each."""


@dataclass(frozen=True, slots=True)
class ThisMachine:
    """The machine we are on, with so many jobs at a time."""

    jobs: int = 1

    def runner(self, task: Task, limits: WorkerLimits) -> JobRunner[Key]:
        """A pool of worker processes."""
        return WorkerPool[Key](task, size=self.jobs, limits=limits)
