"""A table stands in the text but no sentence speaks of it.

A reader turns to a table when a sentence sends him there. Each language that has a text of its own
is looked at by itself, with the tables that print in it; `::: labs` and `::: timeline` make tables,
too. A caption in case.yaml to which no table belongs is a note.

Bad::

    case.yaml:
        tables:
          doses: {caption: {fa: مقدار داروها, en: Doses}}
    en.md:
        ::: {#tbl-doses}
        | Drug | Dose |
        |---|---|
        | Warfarin | 5 |
        :::

Bad (made of the facts)::

    case.yaml:
        labs:
          hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 10.1, unit: g/dL}
    en.md:
        ::: labs
        :::

Good::

    case.yaml:
        tables:
          doses: {caption: {fa: مقدار داروها, en: Doses}}
    en.md:
        The doses are given in @tbl-doses.

        ::: {#tbl-doses}
        | Drug | Dose |
        |---|---|
        | Warfarin | 5 |
        :::

References:
    ICMJE Recommendations, IV.A.3.h: each table is cited in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._order import mentions_in_order, numbers_of
from casereport.checks.figures._placements import placements
from casereport.diagnostics import N_, Severity
from casereport.model.narrative import Placement

check = Check(
    code="TAB002",
    name="table-never-mentioned",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The table {table} is never mentioned in {file}."),
    hint=N_("Mention it in the sentence that speaks of it, {mention}, or remove it."),
)

_NOWHERE = N_("The table {table} has a caption, but stands nowhere and is never mentioned.")
_NOWHERE_HINT = N_("Place it in the text: a line {opening} above it, a line {closing} below.")


def run(context: ArticleContext) -> Iterator[Finding]:
    numbers = numbers_of(context.article, "tbl")
    placed = [block for block in placements(context.case) if block.kind != "fig"]
    for _, text in sorted(context.case.narratives.items()):
        mentioned = _mentioned(context, text.file)
        typed = {one.number for one in mentions_in_order(context, "tbl", text) if one.typed}
        for block in placed if text.has_body else ():
            name = _name(block)
            known = name in mentioned or numbers.get(name, 0) in typed
            if block.span.file == text.file and name in numbers and not known:
                mentioned.add(name)  # one that stands there twice is told once
                yield Finding.at(block.span, table=name, file=text.file, mention=f"@tbl-{name}")
    yield from _nowhere(context, {_name(block) for block in placed})


def _nowhere(context: ArticleContext, placed: set[str]) -> Iterator[Finding]:
    mentioned = {one.target for one in context.article.mentions if one.kind == "tbl"}
    facts = context.case.facts
    made = {"labs": facts.labs, "timeline": facts.timeline}
    for name in facts.tables:
        if name in placed or name in mentioned or (name in made and not made[name]):
            continue
        yield Finding.at(
            ("tables", name),
            message=_NOWHERE,
            hint=_NOWHERE_HINT,
            severity=Severity.NOTE,
            table=name,
            opening=f"::: {name}" if name in made else f"::: {{#tbl-{name}}}",
            closing=":::",
        )


def _mentioned(context: ArticleContext, file: str) -> set[str]:
    """The tables that a text mentions by key; a caption that does so is no text."""
    mentions = (one for one in context.article.mentions if one.kind == "tbl")
    return {one.target for one in mentions if one.span.file == file}


def _name(block: Placement) -> str:
    return block.target if block.kind == "tbl" else block.kind
