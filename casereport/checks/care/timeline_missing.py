"""There is no timeline.

A table or figure of the events in their order shows at a glance what prose hides: how long it took,
what came first. The events stand under `timeline` in case.yaml, and `::: timeline` places the table
in the text. A table, or prose, in a section of that name is one, too.

Bad::

    fa.md:
        بیست سال بعد دوباره مراجعه کرد.

Good::

    case.yaml:
        timeline:
          - when: -20 years
            event: {fa: آغاز بیماری, en: Onset of the disease}
          - when: 0
            event: {fa: مراجعه, en: Presentation}
    en.md:
        ::: timeline
        :::

References:
    Gagnier JJ et al. The CARE guidelines (2013). J Clin Epidemiol 2014; 67: 46-51, item 7.
    Riley DS et al. CARE explained. J Clin Epidemiol 2017; 89: 218-235, item 7.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._findings import MISSING, care_findings
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CARE007",
    name="timeline-missing",
    severity=Severity.NOTE,
    scope="article",
    message=MISSING,
    hint=N_("List the events under timeline in case.yaml, and place ::: timeline in the text."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    yield from care_findings(7, context)
