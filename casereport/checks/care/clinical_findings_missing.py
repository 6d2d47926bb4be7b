"""The physical examination is not told.

What the examination found, and what it did not find, is what the diagnosis rests on. It may be a
section of its own or sentences of the section that presents the patient. Findings that stand only
in case.yaml are not told to the reader: they count in part.

Bad::

    fa.md:
        ## معرفی بیمار {#patient-information}

        زنی ۴۴ ساله با درد مراجعه کرد.

Good::

    en.md:
        ## Case {#patient-information}

        A woman of 44 presented with pain. On examination both elbows were swollen.

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 6.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE006",
    name="clinical-findings-missing",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Add what the examination found, and what it did not."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(6, context)
