"""How one case of a batch ended, and what became of its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from casereport.diagnostics import N_, Diagnostic, Message, Severity, say
from casereport.errors import CannotWriteError, WorkerError
from casereport.pipeline.batch.planning import PlannedCase
from casereport.pipeline.case import RenderResult
from casereport.pipeline.failures import disk_failure, worker_failure
from casereport.workspace import OutputFile

Ending = Literal["written", "unchanged", "failed"]

HOPELESS = frozenset({"full", "read-only"})
"""What a disk says that will say so of every further file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """One case of a batch: what became of it.

    ``files`` are paths inside the output folder. ``failure`` says why nothing was written, with
    ``errors``, the findings of a case that failed, and ``sources``, the texts to quote them from.
    ``cause`` is a stable word for it: that of a WorkerError or a CannotWriteError, ``findings``,
    ``settings``, ``folder``. ``stderr`` is the end of what its worker wrote there.
    """

    case: PlannedCase
    ending: Ending
    files: tuple[str, ...] = ()
    counts: Mapping[Severity, int] = field(default_factory=lambda: MappingProxyType({}))
    seconds: float = 0
    failure: Message | None = None
    cause: str = ""
    stderr: str = ""
    errors: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def worker_failed(case: PlannedCase, error: WorkerError, seconds: float) -> CaseOutcome:
    """The worker did not come to an end with it."""
    return CaseOutcome(
        case=case,
        ending="failed",
        failure=worker_failure(error),
        cause=error.cause,
        stderr=error.stderr,
        seconds=seconds,
    )


def disk_failed(case: PlannedCase, error: CannotWriteError, seconds: float) -> CaseOutcome:
    """Its files could not be written."""
    failure = disk_failure(error)
    return CaseOutcome(
        case=case, ending="failed", failure=failure, cause=error.reason, seconds=seconds
    )


def unprintable(case: PlannedCase, result: RenderResult, seconds: float) -> CaseOutcome:
    """It was read, and is not fit to be printed."""
    errors = tuple(found for found in result.diagnostics if found.severity is Severity.ERROR)
    codes = tuple(dict.fromkeys(found.code for found in errors))
    return CaseOutcome(
        case=case,
        ending="failed",
        failure=say(N_("It has errors: {codes}."), codes=codes),
        cause="findings",
        counts=Counter(found.severity for found in result.diagnostics),
        seconds=seconds,
        errors=errors,
        sources={found.span.file: result.sources.get(found.span.file, "") for found in errors},
    )


def placed(files: Iterable[OutputFile], below: str) -> tuple[OutputFile, ...]:
    """The files in the case's own folder of the output."""
    return tuple(
        replace(file, path=f"{below}/{file.path}") if below else file for file in files
    )
