"""Runs a batch: each case is taken into memory, rendered in a worker, and written whole.

A case that fails, fails alone. What was written is noted in the manifest now and then and at the
end, however that comes about; what a killed run has not noted is rendered again, to the same bytes.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from casereport.diagnostics import N_, say
from casereport.errors import CannotWriteError, WorkerError
from casereport.pipeline.batch.fingerprint import case_fingerprint
from casereport.pipeline.batch.jobs import BatchOptions, Jobs
from casereport.pipeline.batch.ledger import Ledger
from casereport.pipeline.batch.manifest import entry_of
from casereport.pipeline.batch.outcome import (
    HOPELESS,
    CaseOutcome,
    disk_failed,
    placed,
    unprintable,
    worker_failed,
)
from casereport.pipeline.batch.planning import PlannedCase
from casereport.pipeline.environment import environment_fingerprint
from casereport.pipeline.isolation import decode_result, encode
from casereport.pipeline.settings import InvalidSettingsError
from casereport.pipeline.workers import JobRunner
from casereport.workspace import sweep_all, write_all


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
    plan = tuple(plan)
    # Also where nothing is written this time, since all is unchanged.
    sweep_all(options.output, {"", *(case.below for case in plan)})
    ledger = Ledger(options.output)
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
        self, options: BatchOptions, ledger: Ledger, runner: JobRunner[_Running]
    ) -> None:
        self._options = options
        self._ledger = ledger
        self._runner = runner
        self._environment = environment_fingerprint()
        self._jobs = Jobs(options)

    def begin(self, case: PlannedCase) -> Iterator[CaseOutcome]:
        """Give the case to a worker, once one is free, unless it needs none."""
        if case.fault is not None:
            failure = say(N_("This folder cannot be looked into."))
            yield CaseOutcome(case=case, ending="failed", failure=failure, cause="folder")
            return
        try:
            job = self._jobs.of(case)
        except InvalidSettingsError as error:
            failure = error.messages[0]
            yield CaseOutcome(case=case, ending="failed", failure=failure, cause="settings")
            return
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
                outcome = worker_failed(running.case, error, running.seconds)
            except CannotWriteError as error:
                outcome = disk_failed(running.case, error, running.seconds)
                if error.reason in HOPELESS:
                    yield outcome
                    raise
            yield outcome

    def _ended(self, running: _Running, answer: bytes | WorkerError) -> CaseOutcome:
        if isinstance(answer, WorkerError):
            raise answer
        result, case = decode_result(answer), running.case
        counts = Counter(found.severity for found in result.diagnostics)
        if result.fatal:
            self._ledger.forget(case.key)
            return unprintable(case, result, running.seconds)
        outputs = placed(result.outputs, case.below)
        write_all(self._options.output, outputs)
        self._ledger.note(case.key, entry_of(running.fingerprint, outputs, counts))
        return CaseOutcome(
            case=case,
            ending="written",
            files=tuple(file.path for file in outputs),
            counts=counts,
            seconds=running.seconds,
        )
