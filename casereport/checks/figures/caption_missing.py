"""A figure or a table has no caption, or has one in one language only.

A reader looks at the figures first. The caption says what is shown; without one only the number
prints. It stands in case.yaml, in each language, also for a table whose cells stand in the text.
Tables made of the facts (`labs`, `timeline`) have a caption of their own when none is given, and
the captions of a figure's panels may do for the whole. In a language without a text of its own
(an abstract alone), where no figure prints, a caption that is missing is a note.

Bad::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>

Bad (a table that case.yaml does not name)::

    en.md:
        The doses are given in @tbl-doses.

        ::: {#tbl-doses}
        | Drug | Dose |
        |---|---|
        | Warfarin | 5 mg |
        :::

Bad (in one language)::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه}
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>

Good::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
        tables:
          doses:
            caption: {fa: مقدار داروها, en: Doses}
    en.md:
        The changes are shown in @fig-chest, the doses in @tbl-doses.

        ::: {#tbl-doses}
        | Drug | Dose |
        |---|---|
        | Warfarin | 5 mg |
        :::
    figures/chest.png: <a small PNG>

References:
    ICMJE Recommendations, IV.A.3: legends for figures, titles for tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._placements import placements
from casereport.checks.languages._fields import lacking, one_text
from casereport.diagnostics import N_, Route, Severity
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile

check = Check(
    code="FIG007",
    name="caption-missing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The figure {figure} has no caption."),
    hint=N_("Write it in a line below the figure: {example}."),
)

_TABLE = N_("The table {table} has no caption.")
_TABLE_HINT = N_("Write it in case.yaml, under tables: {example}.")
_IN_EACH = "caption: {fa: \u2026, en: \u2026}"


def run(context: SourceContext) -> Iterator[Finding]:
    facts, source = context.case.facts, context.case.source
    for key, figure in facts.figures.items():
        route = ("figures", key)
        if not figure.caption and not figure.panels and not source.is_refused((*route, "caption")):
            yield Finding.at(route, figure=key, example=_IN_EACH)
    yield from _tables(context)
    yield from _in_one_language(context)


def _tables(context: SourceContext) -> Iterator[Finding]:
    tables = context.case.facts.tables
    told: set[str] = set()
    for block in placements(context.case):
        name = block.target
        captioned = name in tables and tables[name].caption
        refused = context.case.source.is_refused(("tables", name))
        if block.kind != "tbl" or captioned or refused or name in told:
            continue
        told.add(name)
        example = f"{name}: {{{_IN_EACH}}}"
        yield Finding.at(block.span, message=_TABLE, hint=_TABLE_HINT, table=name, example=example)


def _in_one_language(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    for route, caption in _captions(case.facts):
        if case.source.is_refused(route):
            continue
        if found := one_text(route, caption, case.facts):
            yield found
            continue
        for language, found in lacking(route, caption, case.facts):
            text = case.narratives.get(language)
            prints = text is not None and text.has_body
            yield found if prints else replace(found, severity=Severity.NOTE)


def _captions(facts: CaseFile) -> Iterator[tuple[Route, Bilingual]]:
    for key, figure in facts.figures.items():
        if figure.caption is not None:
            yield ("figures", key, "caption"), figure.caption
        for index, panel in enumerate(figure.panels):
            yield ("figures", key, "panels", index, "caption"), panel.caption
    for key, table in facts.tables.items():
        if table.caption is not None:
            yield ("tables", key, "caption"), table.caption
