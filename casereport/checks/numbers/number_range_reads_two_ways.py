"""Ranges of one text are typed in opposite orders, so that one of them reads backwards.

A hyphen between two numbers does not keep them together in right-to-left text (UAX #9): «30-50» in
the file stands on the page with 30 at the right. Readers who expect the smaller number at the left
type «50-30» instead, until it looks right to them. Where both are done in one article, a reader
cannot know which end of a range is meant, nor can a program that reads the file. Where all ranges
run downward, each is a note: nothing contradicts it, but what is copied from the page is backwards.
A word between the numbers reads one way for everyone. Ranges of citations have CIT004.

Bad::

    fa.md:
        در زنان ۵۰-۳۰ سال دیده می\u200cشود و فراوانی آن ۱۸-۴۹ درصد است.

Good::

    fa.md:
        در زنان ۳۰ تا ۵۰ سال دیده می\u200cشود و فراوانی آن ۱۸-۴۹ درصد است.

References:
    Unicode Standard Annex #9, rules W2, W4 and L2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import Prose
from casereport.diagnostics import N_, Severity, Span, say
from casereport.locale import available_languages, load_locale
from casereport.model.case_report import CaseReport
from casereport.text.isolates import last_strong
from casereport.text.prose_numbers import prose_numbers

check = Check(
    code="NUM006",
    name="number-range-reads-two-ways",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The range {typed} begins with its end, {other} does not: they read two ways."),
    hint=N_("Write the smaller number first and, instead of the hyphen, a word between the two."),
)

_ALONE = N_("The range {typed} begins with its end.")

_FAR = 200
"""A letter that far back still says in which direction a number runs."""


@dataclass(frozen=True, slots=True)
class _Range:
    text: str
    place: Span
    ascends: bool


def run(context: SourceContext) -> Iterator[Finding]:
    for language in available_languages():
        if load_locale(language).direction == "rtl":
            ranges = list(_ranges(context.case, language))
            upward = next((one for one in ranges if one.ascends), None)
            yield from limited(_finding(one, upward) for one in ranges if not one.ascends)


def _finding(one: _Range, upward: _Range | None) -> Finding:
    if upward is None:
        return Finding.at(one.place, message=_ALONE, severity=Severity.NOTE, typed=one.text)
    related = [(upward.place, say(N_("The range typed the other way round.")))]
    return Finding.at(one.place, related=related, typed=one.text, other=upward.text)


def _ranges(case: CaseReport, language: str) -> Iterator[_Range]:
    for prose in case_prose(case):
        if prose.language == language:
            yield from _of_prose(prose)


def _of_prose(prose: Prose) -> Iterator[_Range]:
    """After a Latin letter the numbers keep their order: such ranges read one way.

    What ends with nothing is a size (a suture of 3-0) or a score, not a range.
    """
    for number in prose_numbers(prose.text):
        ends = number.readings[0]
        before = prose.text[max(0, number.start - _FAR) : number.start]
        is_range = number.kind == "range" and ends[0] != ends[1] and ends[1] != 0
        if is_range and last_strong(before) != "L":
            place = prose.place(number.start, number.end)
            yield _Range(prose.text[number.start : number.end], place, ends[0] < ends[1])
