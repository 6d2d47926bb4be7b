"""How one case of a batch ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from casereport.diagnostics import Diagnostic, Message, Severity
from casereport.pipeline.batch.planning import PlannedCase

Ending = Literal["written", "unchanged", "failed"]


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
