"""The patient's own view is not told.

What the patient says of the illness and its treatment is evidence nobody else has. It is a section
of the text or a statement; declared not-stated it is a note that asks the authors. Where the
journal requires the statement, JRN007 alone tells that it is missing.

Bad::

    case.yaml:
        statements: {patient-perspective: not-stated}

Good::

    en.md:
        ## Patient Perspective {#patient-perspective}

        "I was glad to move my arm again."

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 12.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 12.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE012",
    name="patient-perspective-missing",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Ask the patient, and add what they say as the section patient-perspective."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(12, context)
