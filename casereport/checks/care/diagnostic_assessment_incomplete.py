"""Tests and their results, or how the diagnosis was reached, is not told.

A reader follows a diagnosis only when the results are there and the other diagnoses were weighed.
Tests that are spoken of without any result are told in part, and so are reasons without another
diagnosis. What stood in the way of the diagnosis and the prognosis are shown in the checklist but
never reported here: whether there is anything to tell, only the authors know.

Bad::

    en.md:
        ## Diagnosis {#diagnostic-assessment}

        Laboratory tests confirmed the diagnosis.

Good::

    en.md:
        ## Diagnosis {#diagnostic-assessment}

        The radiograph showed calcified foci, and laboratory tests were normal. Metastatic
        calcification was ruled out by a normal calcium.

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 8.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE008",
    name="diagnostic-assessment-incomplete",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Give the results, and the diagnoses that were considered and why they were left."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(8, context)
