"""``casereport refs missing``: citations without an entry."""

from __future__ import annotations

import difflib
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
from casereport.diagnostics import N_, say


@click.command(
    "missing",
    cls=Command,
    short_help="List the citations that have no entry.",
    examples=("casereport refs missing my-case",),
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
    """List what the text cites and no reference file has, with each place.

    Exit code 0 when every citation has its entry, else 1.
    """
    cited, target, language = read_citing(case, journal, settings, language)
    keys = sorted({row.reference.citekey for row in cited.rows})
    for each in cited.missing:
        near = difflib.get_close_matches(each.cited, keys, n=1)
        message = (
            say(N_("{cited} has no entry; did you mean {near}?"), cited=each.cited, near=near[0])
            if near
            else say(N_("{cited} has no entry."), cited=each.cited)
        )
        say_aloud(message, language, place=place_of(target, each.span))
    if cited.missing:
        click.get_current_context().exit(FINDINGS)
    say_aloud(say(N_("Every citation has its entry.")), language)
