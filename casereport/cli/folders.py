"""Findings of several folders told as one report: each file by the folder it lies in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casereport.diagnostics import Diagnostic, Span


def below(folder: str, diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """The findings with ``folder`` before the name of each file of the case."""

    def moved(span: Span) -> Span:
        return span.below(folder)

    for each in diagnostics:
        related = tuple(replace(other, span=moved(other.span)) for other in each.related)
        fix = each.fix and replace(
            each.fix, edits=tuple(replace(edit, span=moved(edit.span)) for edit in each.fix.edits)
        )
        yield replace(each, span=moved(each.span), related=related, fix=fix)
