r"""An invisible character stands in a text and does nothing that its author could want.

Copied text brings them along: zero width spaces, word joiners, soft hyphens, a byte order mark in
the middle. Nobody sees them, but a word that holds one is not found, is counted as two, and breaks
at the wrong place. The half-space between two letters is Persian orthography and is left
alone; doubled or at the edge of a word it does nothing. Marks of direction are BIDI001's.

Bad (a soft hyphen, here as an escape)::

    case.yaml:
        title: {fa: "گزارش مورد", en: A case report}
        keywords:
          en: ["calci\xADnosis", scleroderma]

Good::

    case.yaml:
        title: {fa: "یافته\u200Cهای نادر", en: A case report}

References:
    The Unicode Standard, chapter 23: special areas and format characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from casereport.checks.bidi._paragraphs import raw_paragraphs
from casereport.checks.bidi._values import escaped_values
from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import typed_at
from casereport.diagnostics import N_, Fix, Severity, Span, TextEdit, say
from casereport.text.orthography.invisible import Invisible, invisible_faults

check = Check(
    code="BIDI002",
    name="invisible-character",
    severity=Severity.WARNING,
    scope="source",
    message=N_("An invisible character ({code_point}, {name}) stands here."),
    hint=N_("Remove it."),
)

_HALF_SPACE = N_("A half-space is doubled, or stands at the edge of a word.")
_REPLACE = N_("Type a half-space (U+200C) in its place.")
_BLANK = N_("Type a blank in its place.")


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context))


def _findings(context: SourceContext) -> Iterator[Finding]:
    for paragraph in raw_paragraphs(context.case):
        for fault in invisible_faults(paragraph.text):
            place = paragraph.span(fault.start, fault.start + len(fault.text))
            hint = _instead(fault) or check.hint
            yield _finding(fault, place, Fix(say(hint), (TextEdit(place, fault.replacement),)))
    for prose in case_prose(context.case):
        for fault in invisible_faults(prose.text):
            place = prose.place(fault.start, fault.start + len(fault.text))
            if typed_at(context.case, place) != fault.text and "\n" not in prose.text:
                yield _finding(fault, place, None)
    for value in escaped_values(context.case):
        for fault in invisible_faults(value.text):
            if not value.is_typed(fault.text):
                yield _finding(fault, value.place, None)


def _finding(fault: Invisible, place: Span, fix: Fix | None) -> Finding:
    character = fault.text[0]
    half_space = character == "\u200c"
    return Finding.at(
        place,
        message=_HALF_SPACE if half_space else "",
        hint="" if half_space else _instead(fault),
        fix=fix,
        code_point=f"U+{ord(character):04X}",
        name=unicodedata.name(character, "?"),
    )


def _instead(fault: Invisible) -> str:
    """What to type in its place; empty when nothing."""
    if not fault.replacement:
        return ""
    return _BLANK if fault.replacement == " " else _REPLACE
