"""``casereport refs list``: a reference list as a table."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from casereport.cli.command import FINDINGS, Command
from casereport.cli.parameters import (
    journal_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.project import project_settings, reader_language
from casereport.cli.references import (
    CaseOrFile,
    Target,
    read_target,
    say_aloud,
    tell_faults,
    width_of_stdout,
)
from casereport.cli.terminal import eye_for
from casereport.diagnostics import N_, say

if TYPE_CHECKING:
    from pathlib import Path

    from casereport.pipeline.references.lists import CitedList, Row


@click.command(
    "list",
    cls=Command,
    short_help="Print the references as a table.",
    examples=(
        "casereport refs list my-case",
        "casereport refs list references.ris",
        "casereport refs list my-case --format json",
    ),
)
@click.argument("target", type=CaseOrFile())
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@journal_option
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    target: Target,
    form: str,
    journal: str | None,
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Print the references of a case, or of one file, as a table.

    Of a case: in the order of their numbers, with the languages that cite each; at the end those
    that nothing cites. Authors are the first one and how many more.

    Exit code 0, 1 when an entry could not be read.
    """
    from casereport.pipeline.options import CheckOptions
    from casereport.pipeline.references.lists import Row, read_cited

    project = project_settings(target.folder, settings, language)
    language = reader_language(language, project)
    if target.file:
        read = read_target(target, language)
        rows, failed = tuple(map(Row, read.references)), read.has_losses
        cited = None
    else:
        options = CheckOptions(journal=journal, default_journal=project.journal)
        cited = read_cited(target.workspace, options)
        tell_faults(cited.diagnostics, cited.sources, target, language)
        rows, failed = cited.rows, cited.has_losses
    if form == "json":
        click.echo(json.dumps([_facts(row) for row in rows], ensure_ascii=False, indent=2))
    elif rows:
        _show(rows, cited, language)
    if form == "text":
        _count(rows, cited, language)
    if failed:
        click.get_current_context().exit(FINDINGS)


def _facts(row: Row) -> dict[str, object]:
    from casereport.pipeline.references.comparing import values_of

    span = row.reference.span()
    return {
        "number": row.number,
        "cited_in": list(row.cited_in),
        "file": span.file if span else None,
        "line": span.line if span else None,
        **values_of(row.reference),
    }


def _show(rows: Iterable[Row], cited: CitedList | None, language: str) -> None:
    from casereport.reporting.reference_table import people_of, table, title_of, year_of

    headings = [N_("Key"), N_("Authors"), N_("Year"), N_("Title")]
    if cited is not None:
        headings = [N_("Number"), *headings[:3], N_("Cited"), *headings[3:]]
    lines = []
    for row in rows:
        one = row.reference
        cells = [one.citekey, people_of(one), year_of(one), title_of(one)]
        if cited is not None:
            number = "-" if row.number is None else str(row.number)
            cells = [number, *cells[:3], " ".join(row.cited_in) or "-", *cells[3:]]
        lines.append(cells)
    click.echo(
        table(
            [say(heading) for heading in headings],
            lines,
            language=language,
            eye=eye_for(sys.stdout),
            width=width_of_stdout(),
        )
    )


def _count(rows: tuple[Row, ...], cited: CitedList | None, language: str) -> None:
    if cited is None:
        say_aloud(say(N_("References: {count}"), count=len(rows)), language)
        return
    message = N_("References: {count}, never cited: {unused}, cited without an entry: {missing}")
    missing = len({each.cited for each in cited.missing})
    told = say(message, count=len(rows), unused=len(cited.unused), missing=missing)
    say_aloud(told, language)
