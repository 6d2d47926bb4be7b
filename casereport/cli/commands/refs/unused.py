"""``casereport refs unused``: entries that nothing in the text cites."""

from __future__ import annotations

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
from casereport.cli.references import read_citing, say_aloud
from casereport.diagnostics import N_, say


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

    cited, target, language = read_citing(case, journal, settings, language)
    for row in cited.unused:
        span = row.reference.span()
        place = f"{target.path_of(span.file)}:{span.line}" if span else ""
        message = say(
            N_("{citekey}: {title}"), citekey=row.reference.citekey, title=title_of(row.reference)
        )
        say_aloud(message, language, place=place)
    if cited.unused:
        click.get_current_context().exit(FINDINGS)
    say_aloud(say(N_("Every reference is cited.")), language)
