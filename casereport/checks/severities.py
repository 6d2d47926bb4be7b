"""Severities that a project or a journal gives a check in place of its own.

A finding that brings its own severity (``not-stated`` is a note) keeps it. What could not be read
keeps it, too: to switch such an error off would be to call a case sound that was not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casereport.checks.discovery import discover
from casereport.checks.running import SeverityOverrides
from casereport.diagnostics import Diagnostic, Severity
from casereport.reading import CATALOGUE


def layered(*layers: SeverityOverrides) -> SeverityOverrides:
    """Several as one, a later over an earlier: first the journal's, then the project's."""
    merged: dict[str, Severity | None] = {}
    for layer in layers:
        merged.update(layer)
    return merged


def has_fixed_severity(code: str) -> bool:
    """True for a code whose severity nobody changes: errors of reading, and of the machine."""
    for loaded in discover():
        if loaded.check.code == code:
            error = loaded.check.severity is Severity.ERROR
            return code.startswith("ENV") or (code in CATALOGUE and error)
    return False


def changeable(overrides: SeverityOverrides) -> SeverityOverrides:
    """The overrides without those of codes whose severity nobody changes."""
    return {code: given for code, given in overrides.items() if not has_fixed_severity(code)}


def with_severities(
    diagnostics: Iterable[Diagnostic], overrides: SeverityOverrides
) -> tuple[Diagnostic, ...]:
    """Findings of other stages with these severities; those of a check have them from its run."""
    if not overrides:
        return tuple(diagnostics)
    own = {loaded.check.code: loaded.check.severity for loaded in discover()}
    kept: list[Diagnostic] = []
    for item in diagnostics:
        severity = overrides.get(item.code, item.severity)
        if severity is None:
            continue
        is_own = item.severity is own.get(item.code)
        kept.append(replace(item, severity=severity) if is_own else item)
    return tuple(kept)
