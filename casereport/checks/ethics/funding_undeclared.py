"""The report does not say who paid for it.

The sponsor, or that there was none, stands in every report: indexes ask for it, and readers judge
by it. Absent is a warning, ``not-stated`` a note, and so is a statement without words. One that
says there was no funding and gives the number of a grant is a warning.

Bad::

    case.yaml:
        statements:
          competing-interests: {fa: تعارض منافعی نیست., en: There are none.}

Bad (it contradicts itself)::

    case.yaml:
        statements:
          funding:
            fa: این گزارش حمایت مالی نداشت (طرح شماره ۱۲۳۴).
            en: This report received no funding (grant number 1234).

Good::

    case.yaml:
        statements:
          funding: {fa: این گزارش پشتیبان مالی نداشت., en: This report received no funding.}

References:
    ICMJE Recommendations, IV.A.3.a: sources of support.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.ethics._statements import missing, none_and_one, wordless
from casereport.diagnostics import N_, Severity

check = Check(
    code="ETH004",
    name="funding-undeclared",
    severity=Severity.WARNING,
    scope="source",
    message=N_("Nothing says who paid for the work, or that nobody did."),
    hint=N_("Write it under statements, funding, also when there was none."),
)

_NOT_STATED = N_("The funding is declared not-stated.")


def run(context: SourceContext) -> Iterator[Finding]:
    yield from missing(context.case, "funding", not_stated=_NOT_STATED)
    yield from wordless(context.case, "funding")
    yield from none_and_one(context.case, "funding")
