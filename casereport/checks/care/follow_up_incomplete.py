"""The outcome, or what the follow-up found, is not told.

A report that ends with the treatment leaves open whether it helped. Asked for are the outcome,
tests at follow-up, whether the treatment was kept to and tolerated, and adverse events, or that
there were none. One sentence at the end of the treatment tells an outcome, not a follow-up.

Bad::

    fa.md:
        ## درمان {#therapeutic-intervention}

        آرنج جراحی شد و درد بهبود یافت.

Good::

    en.md:
        ## Follow-up {#follow-up-and-outcomes}

        After twelve weeks the patient had recovered, and laboratory tests were normal. She had
        taken the drug regularly. There were no adverse events.

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 10.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE010",
    name="follow-up-incomplete",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Add what is missing to the section on follow-up, also that nothing happened."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(10, context)
