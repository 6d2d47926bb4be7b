"""A number stands in one language and not in the other.

The two abstracts of an article are read by different readers and must tell them the same. Their
numbers are compared as sets, whatever the digits, the decimal mark and the words around them; so
are those of titles, captions and the other texts of case.yaml that are given in both languages. A
number in digits may stand in words in the other language («two weeks», ۲ هفته); a fact called by
name counts as what it prints. Dates are left out, since each language has its own calendar.

Bad::

    fa.md:
        ## چکیده {#abstract}

        خانمی ۴۴ ساله با سابقه ۲۰ سال اسکلرودرمی مراجعه کرد.
    en.md:
        ## Abstract {#abstract}

        A {{ patient.age }}-year-old woman with scleroderma for 25 years presented.

Bad (a caption)::

    case.yaml:
        tables:
          labs: {caption: {fa: آزمایش\u200cها در ۱۲ ماه, en: Tests over 10 months}}

Good::

    fa.md:
        ## چکیده {#abstract}

        خانمی {{ patient.age }} ساله پس از ۲ هفته با هموگلوبین ۱۰/۱ مراجعه کرد.
    en.md:
        ## Abstract {#abstract}

        A 44-year-old woman presented after two weeks with a hemoglobin of 10.1 g/dL.

References:
    ICMJE Recommendations, IV.A.3.b: abstracts reflect the content of the article accurately.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.numbers._bilingual_texts import texts_in_languages
from casereport.checks.numbers._number_sets import NumberSet, Said
from casereport.diagnostics import N_, LanguageName, Severity, say

check = Check(
    code="NUM001",
    name="numbers-differ-between-languages",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{numbers} stands in {field} in {language}, and not in {other}."),
    hint=N_("Say the same in both languages; a fact called by name cannot differ."),
)

_SEVERAL = N_("{numbers} stand in {field} in {language}, and not in {other}.")
_TWO = N_("{field} says {number} in {language} and {counterpart} in {other}.")


def run(context: SourceContext) -> Iterator[Finding]:
    for name, sets in texts_in_languages(context.case):
        for first, second in combinations(sets.values(), 2):
            yield from _compared(name, first, second)


def _compared(field: str, first: NumberSet, second: NumberSet) -> Iterator[Finding]:
    ours, theirs = first.without_counterpart(second), second.without_counterpart(first)
    if len(ours) == len(theirs):
        for our, their in zip(ours, theirs, strict=True):
            yield Finding.at(
                their.place,
                message=_TWO,
                related=[(our.place, say(N_("The number in the other language.")))],
                field=field,
                number=their.text,
                language=LanguageName(second.language),
                counterpart=our.text,
                other=LanguageName(first.language),
            )
        return
    yield from _alone(field, ours, first, second)
    yield from _alone(field, theirs, second, first)


def _alone(field: str, found: list[Said], own: NumberSet, other: NumberSet) -> Iterator[Finding]:
    """One finding for all of one language: perhaps its text is the longer one throughout."""
    if found:
        yield Finding.at(
            found[0].place,
            message=_SEVERAL if len(found) > 1 else "",
            related=[(one.place, say(N_("Another of them."))) for one in found[1:]],
            field=field,
            numbers=tuple(one.text for one in found),
            language=LanguageName(own.language),
            other=LanguageName(other.language),
        )
