"""A table is placed in the text, but nothing stands in it.

`::: labs` and `::: timeline` print the tables that are made of `labs` and `timeline` in case.yaml;
without such facts nothing prints there, and the sentence above it leads nowhere. A place with a
name of its own, `::: {#tbl-doses}`, holds a pipe table; without one only its number is used up.

Bad::

    case.yaml:
        labs: {}
    en.md:
        The laboratory values follow.

        ::: labs
        :::

Bad (no table between the colons)::

    case.yaml:
        tables:
          doses: {caption: {fa: مقدار داروها, en: Doses}}
    en.md:
        ::: {#tbl-doses}
        Warfarin, 5 mg.
        :::

Good::

    case.yaml:
        labs:
          hemoglobin:
            name: {fa: هموگلوبین, en: Hemoglobin}
            value: 10.1
            unit: g/dL
    en.md:
        ::: labs
        :::
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._placements import placements
from casereport.diagnostics import N_, Severity
from casereport.model.narrative import TableBlock

check = Check(
    code="TAB001",
    name="table-content-missing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("There is nothing under {table} in case.yaml to print here."),
    hint=N_("Add the facts under {table}, or remove these lines."),
)

_NO_TABLE = N_("The table {table} holds no cells.")
_NO_TABLE_HINT = N_("Write a pipe table between the colons: each row a line, {example}.")


def run(context: SourceContext) -> Iterator[Finding]:
    facts = context.case.facts
    made: dict[str, object] = {"labs": facts.labs, "timeline": facts.timeline}
    for block in placements(context.case):
        if block.kind in made:
            # What was refused there has its own finding.
            if not made[block.kind] and not context.case.source.is_refused((block.kind,)):
                yield Finding.at(block.span, table=block.kind)
        elif block.kind == "tbl" and not any(isinstance(c, TableBlock) for c in block.children):
            yield Finding.at(
                block.span,
                message=_NO_TABLE,
                hint=_NO_TABLE_HINT,
                table=block.target,
                example="| \u2026 | \u2026 |",
            )
