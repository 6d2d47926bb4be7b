"""How a case is checked, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType

from casereport.checks.running import SeverityOverrides
from casereport.diagnostics import Message
from casereport.model.issue import IssuePlace
from casereport.reading import EvidenceFolder

Progress = Callable[[Message], None]
"""Told each step as it begins."""


def quiet(_step: Message) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How a case is checked.

    ``journal`` overrides the case's own, ``default_journal`` serves one that names none;
    ``severities`` are the project's, and stand over those of the journal and of the checks.
    ``evidence``: records that serve several cases, beside the case's own.
    """

    journal: str | None = None
    default_journal: str | None = None
    severities: SeverityOverrides = field(default_factory=lambda: MappingProxyType({}))
    evidence: EvidenceFolder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What to make of a case. ``place``: its place in the issue that it is rendered for."""

    formats: tuple[str, ...] = ("pdf",)
    journal: str | None = None
    order: tuple[str, ...] | None = None
    blind: bool = False
    strict: bool = False
    prove: bool = False
    keep_html: bool = False
    default_journal: str | None = None
    severities: SeverityOverrides = field(default_factory=lambda: MappingProxyType({}))
    evidence: EvidenceFolder | None = None
    place: IssuePlace | None = None

    @property
    def checking(self) -> CheckOptions:
        """How the case is checked on the way."""
        return CheckOptions(
            journal=self.journal,
            default_journal=self.default_journal,
            severities=self.severities,
            evidence=self.evidence,
        )
