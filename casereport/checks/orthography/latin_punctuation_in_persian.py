"""A Latin comma, semicolon or question mark follows a Persian word.

Persian has its own: ، ؛ ؟. The Latin ones look the wrong way round in a Persian line and stand too
low or too close in Persian fonts. Between Latin words, in numbers and in references they are right.

Bad::

    fa.md:
        بیمار تب, لرز و سرفه داشت; آیا عفونت بود?

Good::

    fa.md:
        بیمار تب، لرز و سرفه داشت؛ آیا عفونت بود؟ آزمایش\u200cها (CRP, ESR) طبیعی بود.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import mend, without_addresses
from casereport.diagnostics import N_, Severity, say
from casereport.text.orthography.spacing import latin_marks
from casereport.text.orthography.words import follows_persian_rules

check = Check(
    code="ORTH005",
    name="latin-punctuation-in-persian",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The Latin mark {mark} stands in Persian text."),
    hint=N_("Type {right}."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context))


def _findings(context: SourceContext) -> Iterator[Finding]:
    for prose in case_prose(context.case):
        if not follows_persian_rules(prose.language):
            continue
        for index, right in latin_marks(without_addresses(prose.text)):
            edits = ((index, index + 1, right),)
            description = say(N_("Type {right}."), right=right)
            yield Finding.at(
                prose.place(index, index + 1),
                fix=mend(context.case, prose, edits, description, safe=True),
                mark=prose.text[index],
                right=right,
            )
