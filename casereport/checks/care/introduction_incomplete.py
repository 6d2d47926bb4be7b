"""The introduction does not give the background with its literature, or the reason for the report.

A reader wants to know what is known, from whom, and why this patient is worth the pages. The
introduction cites the literature and says what the report is for, or what is rare about it. An
introduction that is not there at all is JRN001's where the journal requires one.

Bad::

    fa.md:
        ## مقدمه {#introduction}

        کلسینوز از عوارض اسکلرودرمی است.

Good::

    en.md:
        ## Introduction {#introduction}

        Calcinosis is a complication of scleroderma [@boulman2005]. We report a woman in whom it
        was unusually extensive.
    references.bib:
        @article{boulman2005, title = {Calcinosis}, author = {Boulman, N}, year = {2005},
          journal = {Semin Arthritis Rheum}, volume = {34}, pages = {805-812}}

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 4.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE004",
    name="introduction-incomplete",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Cite what the background rests on, and say why this case is reported."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(4, context)
