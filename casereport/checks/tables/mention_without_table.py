"""The text speaks of a table that is not declared.

A table is called by its key in case.yaml: `@tbl-doses` speaks of `tables: doses`. A
mention that leads nowhere prints a question mark in place of the number.

Bad::

    fa.md:
        تغییرات در @tbl-doses دیده شد.

Good::

    case.yaml:
        tables:
          doses: {caption: {fa: مقدار داروها, en: Doses}}
    fa.md:
        مقدارها در @tbl-doses آمده است.

        ::: {#tbl-doses}
        | دارو | مقدار |
        |---|---|
        | وارفارین | ۵ |
        :::

References:
    ICMJE Recommendations, IV.A.3: each table is cited in the text, and each citation has its
    table.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._mentions import dangling
from casereport.diagnostics import N_, Severity

check = Check(
    code="TAB004",
    name="mention-without-table",
    severity=Severity.ERROR,
    scope="article",
    message=N_("There is no table {target}; the mention prints a question mark."),
    hint=N_("Did you mean {nearest}? Otherwise declare it under tables in case.yaml."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    return dangling(context, "tbl", (*context.case.facts.tables, "labs", "timeline"))
