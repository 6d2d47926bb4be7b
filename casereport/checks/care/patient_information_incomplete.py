"""Who the patient is, what they complained of, or their history is not told.

Age and sex, the complaints, the medical, family and social history, and earlier treatments with
their results let a reader judge whether the case resembles their own patient. Age and sex are
facts of case.yaml (not-stated counts as absent); the others are looked for in the sections that
tell the case. "No other illness, no anemia in the family" tells a history, too.

Bad::

    case.yaml:
        patient: {age: 44, sex: not-stated}
    en.md:
        ## Case {#patient-information}

        A patient was seen.

Good::

    en.md:
        ## Case {#patient-information}

        A woman of {{ patient.age }} presented with pain of both elbows. Her history included
        scleroderma; no illness ran in the family, and she did not smoke. She had received
        prednisolone, without effect.

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 5.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE005",
    name="patient-information-incomplete",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Add what is missing to the section that presents the patient."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(5, context)
