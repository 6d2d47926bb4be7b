"""Applies the comments that silence findings, and reports those that silence nothing (SRC008)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from casereport.checks.check import Scope
from casereport.checks.discovery import discover
from casereport.checks.running import told_order
from casereport.diagnostics import Diagnostic
from casereport.reading.faults import unused_ignore
from casereport.reading.ignores import Ignore

UNUSED_IGNORE = "SRC008"


def apply_ignores(
    diagnostics: Iterable[Diagnostic],
    ignores: Iterable[Ignore],
    *,
    scopes: Collection[Scope] = ("source", "article"),
    off: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """The diagnostics that no comment silences, with SRC008 for each code that silenced nothing.

    ``scopes`` are those whose checks ran, ``off`` the codes that were switched off: a comment for a
    check that did not run is not unused.
    """
    found = list(diagnostics)
    comments = list(ignores)
    kept = [item for item in found if not any(ignore.covers(item) for ignore in comments)]
    kept.extend(_unused(found, comments, scopes, off))
    return tuple(sorted(kept, key=told_order))


def _unused(
    found: list[Diagnostic],
    comments: list[Ignore],
    scopes: Collection[Scope],
    off: Collection[str],
) -> Iterator[Diagnostic]:
    ran = {*scopes, "elsewhere"}
    idle = {one.check.code for one in discover() if one.check.scope not in ran or not one.available}
    idle.update(off)
    if "output" not in scopes:
        # Those of OUT that arise elsewhere arise where files are made.
        idle.update(one.check.code for one in discover() if one.check.code.startswith("OUT"))
    # A case does not know whether it stands in an issue.
    idle.update(one.check.code for one in discover() if one.check.code.startswith("ISS"))
    for ignore in comments:
        silenced = {item.code for item in found if ignore.covers(item)}
        for code in dict.fromkeys(ignore.codes):
            if code not in silenced and code not in idle:
                yield unused_ignore(code, ignore.span)
