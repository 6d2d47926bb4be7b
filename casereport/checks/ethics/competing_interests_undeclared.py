"""The report does not say whether its authors have competing interests.

Readers weigh a report by who gains from it. That there are none is worth a sentence, too: silence
is not read as "none". Absent is a warning, ``not-stated`` a note, and so is a statement without
words. One that denies any interest and names one is a warning, unless it says "other than".

Bad::

    case.yaml:
        statements:
          funding: {fa: این گزارش پشتیبان مالی نداشت., en: This report received no funding.}

Bad (it contradicts itself)::

    case.yaml:
        statements:
          competing-interests:
            fa: نویسندگان تعارض منافع ندارند. نویسندهٔ اول مشاور شرکت نمونه است.
            en: The authors have no competing interests. The first is a consultant for Sample Ltd.

Good::

    case.yaml:
        statements:
          competing-interests:
            fa: نویسندگان تعارض منافع ندارند.
            en: The authors have no competing interests.

References:
    ICMJE Recommendations, II.B: disclosure of financial and non-financial relationships.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.ethics._statements import missing, none_and_one, wordless
from casereport.diagnostics import N_, Severity

check = Check(
    code="ETH003",
    name="competing-interests-undeclared",
    severity=Severity.WARNING,
    scope="source",
    message=N_("Nothing says whether the authors have competing interests."),
    hint=N_("Write it under statements, competing-interests, also when there are none."),
)

_NOT_STATED = N_("The authors' competing interests are declared not-stated.")


def run(context: SourceContext) -> Iterator[Finding]:
    yield from missing(context.case, "competing-interests", not_stated=_NOT_STATED)
    yield from wordless(context.case, "competing-interests")
    yield from none_and_one(context.case, "competing-interests")
