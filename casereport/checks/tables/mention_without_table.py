"""The text speaks of a table that is not there.

A table is called by its name: `@tbl-doses` speaks of the one that stands in the text between
`::: {#tbl-doses}` and `:::`, with its caption under `tables: doses` in case.yaml; `@tbl-labs` and
`@tbl-timeline` speak of those that `::: labs` and `::: timeline` make of the facts. A mention of a
table that prints nowhere prints a question mark in place of the number. A number typed by hand that
is higher than the last table's is a warning, unless its sentence cites another work.

Bad::

    fa.md:
        تغییرات در @tbl-doses دیده شد.

Bad (nothing to make the table of)::

    case.yaml:
        timeline: []
    fa.md:
        سیر بیماری در @tbl-timeline آمده است.

        ::: timeline
        :::

Bad (declared, but placed nowhere)::

    case.yaml:
        tables:
          doses: {caption: {fa: مقدار داروها, en: Doses}}
    fa.md:
        مقدارها در @tbl-doses آمده است.

Bad (a number typed by hand)::

    en.md:
        The doses are given in Table 1.

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
from casereport.checks.figures._beyond import beyond_the_last
from casereport.checks.figures._mentions import dangling, unresolved
from casereport.diagnostics import N_, Severity

check = Check(
    code="TAB004",
    name="mention-without-table",
    severity=Severity.ERROR,
    scope="article",
    message=N_("There is no table {target}; the mention prints a question mark."),
    hint=N_("Did you mean {nearest}? Otherwise declare it under tables in case.yaml."),
)


_UNPLACED = N_("The table {target} stands nowhere; the mention prints a question mark.")
_PLACE = N_("Place it in the text: a line {opening} above it, a line {closing} below.")
_BEYOND = N_("The text speaks of table {number}; the number of tables is {last}.")
_BEYOND_HINT = N_("Correct the number, or place the table in the text.")
_EMPTY = N_("Add the facts under {target} in case.yaml, or remove the mention.")


def run(context: ArticleContext) -> Iterator[Finding]:
    facts = context.case.facts
    made: dict[str, object] = {"labs": facts.labs, "timeline": facts.timeline}
    yield from dangling(context, "tbl", (*facts.tables, *made))
    yield from beyond_the_last(
        context, "tbl", facts.tables, message=_BEYOND, hint=_BEYOND_HINT
    )
    for mention in unresolved(context, "tbl"):
        name = mention.target
        if context.case.source.is_refused((name,)) and name in made:
            continue
        if name in facts.tables or name in made:
            yield Finding.at(
                mention.span,
                message=_UNPLACED,
                hint=_EMPTY if name in made and not made[name] else _PLACE,
                target=name,
                opening=f"::: {name}" if name in made else f"::: {{#tbl-{name}}}",
                closing=":::",
            )
