"""The treatment, or its dose and duration, is not told.

Whoever wants to treat as the authors did needs the kind of treatment, its dose and its duration.
Doses are facts of `interventions`; where nothing is stored they are looked for in the text. For
operations no dose is asked, and a case that was not treated says so. Treatments of other patients,
in the discussion, do not count.

Bad::

    case.yaml:
        interventions:
          iron: {name: {fa: آهن, en: iron}}
    en.md:
        ## Treatment {#therapeutic-intervention}

        She was treated with iron.

Good::

    case.yaml:
        interventions:
          iron: {name: {fa: آهن, en: iron}, dose: 325 mg, duration: 12 weeks}
    en.md:
        ## Treatment {#therapeutic-intervention}

        She was treated with iron, {{ interventions.iron.dose }} daily.

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 9.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE009",
    name="therapeutic-intervention-incomplete",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("Give the treatment with dose, route and duration, or say that none was given."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(9, context)
