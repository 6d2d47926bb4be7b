"""The text first mentions the tables in another order than that of their numbers.

Numbers follow the first mention or the place in the text, whichever comes first. A table that is
mentioned by key is numbered so, by the text that is printed whole; out of order are the mentions of
another language that takes the tables in another order, those after a table placed too early, and
numbers typed by hand («جدول ۲», "Tables 2 and 3"). The abstract and captions do not count.

Bad::

    case.yaml:
        tables:
          doses: {caption: {fa: مقدار داروها, en: Doses}}
          genes: {caption: {fa: ژن, en: Genes}}
    en.md:
        The genes are in Table 2, the doses in Table 1.

        ::: {#tbl-doses}
        | Drug | Dose |
        |---|---|
        | Warfarin | 5 |
        :::

        ::: {#tbl-genes}
        | Gene | Found |
        |---|---|
        | BRCA1 | no |
        :::

Good::

    case.yaml:
        tables:
          doses: {caption: {fa: مقدار داروها, en: Doses}}
          genes: {caption: {fa: ژن, en: Genes}}
    en.md:
        The genes are in @tbl-genes, the doses in @tbl-doses.

        ::: {#tbl-genes}
        | Gene | Found |
        |---|---|
        | BRCA1 | no |
        :::

        ::: {#tbl-doses}
        | Drug | Dose |
        |---|---|
        | Warfarin | 5 |
        :::

References:
    ICMJE Recommendations, IV.A.3.h: tables are numbered in the order in which the text cites them.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._order import out_of_order
from casereport.diagnostics import N_, Severity, say

check = Check(
    code="TAB003",
    name="tables-mentioned-out-of-order",
    severity=Severity.WARNING,
    scope="article",
    message=N_("Table {number} is mentioned before table {missing}."),
    hint=N_("One numbering serves every language: mention the tables in the same order in each."),
)

_TYPED_HINT = N_("Number them in the order of their mentions; {mention} does that by itself.")


def run(context: ArticleContext) -> Iterator[Finding]:
    earlier = say(N_("The lower number is first mentioned here."))
    yield from out_of_order(context, "tbl", typed_hint=_TYPED_HINT, earlier=earlier)
