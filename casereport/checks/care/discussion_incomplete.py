"""The discussion lacks limits, literature, reasons or the lesson.

One patient proves little; a report is worth what its discussion makes of it: its strengths and
limits, the literature, the reasons for the conclusions, and the lesson. A conclusion of its own is
the lesson. A discussion that is not there at all is JRN001's where the journal requires one.

Bad::

    fa.md:
        ## بحث {#discussion}

        کلسینوز از عوارض اسکلرودرمی است.

Good::

    en.md:
        ## Discussion {#discussion}

        Calcinosis arises in damaged tissue because of chronic inflammation [@boulman2005]. A
        strength of this report is its length of follow-up; a limit is that no biopsy was taken.
        Surgery should be considered early.
    references.bib:
        @article{boulman2005, title = {Calcinosis}, author = {Boulman, N}, year = {2005},
          journal = {Semin Arthritis Rheum}, volume = {34}, pages = {805-812}}

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 11.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 11.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE011",
    name="discussion-incomplete",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Add what is missing to the discussion or the conclusion."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(11, context)
