"""The keywords do not say that this is a case report, or are too many or too few.

Two to five keywords name the diagnoses or treatments of the case, and one of them is "case report".
Where the journal says how many keywords it wants, its number counts (JRN004 tells of it); where it
wants some and there are none, JRN004 alone tells that.

Bad::

    case.yaml:
        keywords: {fa: [کلسینوز, اسکلرودرمی], en: [calcinosis, scleroderma]}

Good::

    case.yaml:
        keywords:
          fa: [کلسینوز, اسکلرودرمی, گزارش مورد]
          en: [calcinosis, scleroderma, case report]

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 2.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE002",
    name="keywords-lack-case-report",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Write two to five keywords in each language, case report among them."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(2, context)
