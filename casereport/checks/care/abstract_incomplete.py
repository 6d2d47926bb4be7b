"""The abstract does not tell what is new, what happened and what is to be learnt.

Many read the abstract alone. It says what is new or unusual, gives the complaints and findings, the
diagnosis, the treatment and the outcome, and ends with the lesson. Words of this kind are looked
for in the abstract of each language, and facts that it calls by name; what one language tells is
told. An abstract that is not there at all is JRN001's where the journal requires one.

Bad::

    fa.md:
        ## چکیده {#abstract}

        زنی ۴۴ ساله کلسینوز داشت.

Good::

    en.md:
        ## Abstract {#abstract}

        Extensive calcinosis is rare in limited scleroderma. A woman of 44 presented with pain of
        both elbows. Calcinosis was diagnosed and treated by surgery, and the pain improved. Surgery
        should be considered before the lesions have spread.

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 3.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE003",
    name="abstract-incomplete",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Add what is missing to the abstract, a sentence each."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(3, context)
