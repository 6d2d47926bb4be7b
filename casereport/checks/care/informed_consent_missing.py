"""It is not told that the patient consented to the publication.

A case report is about one person, who may recognize themselves in it. This note keeps the checklist
whole; that a statement on consent is missing, ETH001 tells with more force. A sentence in the text
counts as well as the statement. Consent that was waived or is not required does not apply.

Bad::

    case.yaml:
        statements: {funding: not-stated}
    en.md:
        No consent was obtained.

Good::

    case.yaml:
        statements:
          consent: {status: obtained}

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 13.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 13.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE013",
    name="informed-consent-missing",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Add the statement on consent, or write not-stated there."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(13, context)
