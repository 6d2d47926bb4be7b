"""``casereport refs unused``: entries that nothing in the text cites."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from casereport.cli.command import FINDINGS, Command
from casereport.cli.parameters import (
    case_argument,
    journal_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.references import place_of, read_citing, say_aloud
from casereport.cli.terminal import eye_for
from casereport.diagnostics import N_, Span, say


@click.command(
    "unused",
    cls=Command,
    short_help="List the references that nothing cites.",
    examples=("casereport refs unused my-case",),
)
@case_argument
@journal_option
@settings_option
@terminal_bidi_option
@language_option
def command(
    case: Path,
    journal: str | None,
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """List the entries of a case that no text of it cites.

    Exit code 0 when every entry is cited, else 1.
    """
    from casereport.reporting.reference_table import title_of
    from casereport.reporting.rendering import visible

    cited, target, language = read_citing(case, journal, settings, language)
    eye = eye_for(sys.stdout)
    for row in cited.unused:
        place = place_of(target, row.reference.span() or Span.start_of("references"))
        told = f"{row.reference.citekey}: {visible(title_of(row.reference))}"
        click.echo(f"{eye.line(place, 'ltr')}: {eye.line(told, 'ltr')}")
    if cited.unused:
        click.get_current_context().exit(FINDINGS)
    say_aloud(say(N_("Every reference is cited.")), language)
