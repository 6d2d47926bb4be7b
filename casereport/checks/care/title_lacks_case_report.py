"""The title does not say that this is a case report, or what it is about.

Indexes and readers sort by the title: without the words "case report" a single patient is taken
for a study, and the report is not found by those who look for one. Beside these words the title
names the condition, the finding or the treatment. Each language that is printed has its own title;
one that lacks the words is told.

Bad::

    case.yaml:
        title: {fa: کلسینوز وسیع در اسکلرودرمی, en: Extensive calcinosis in scleroderma}

Good::

    case.yaml:
        title:
          fa: "کلسینوز وسیع در اسکلرودرمی: گزارش مورد"
          en: "Extensive calcinosis in scleroderma: a case report"

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 1.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE001",
    name="title-lacks-case-report",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Name what the report is about, and add the words case report in each language."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(1, context)
