"""``casereport refs sort``: the entries of BibTeX files in order."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.parameters import language_option, settings_option, terminal_bidi_option
from casereport.cli.project import project_settings, reader_language
from casereport.cli.references import (
    CaseOrFile,
    Target,
    read_citing,
    read_target,
    say_aloud,
    tell_place,
    write_or_show,
)
from casereport.cli.terminal import tell
from casereport.diagnostics import N_, say


@click.command(
    "sort",
    cls=Command,
    short_help="Put the entries of BibTeX files in order.",
    examples=(
        "casereport refs sort my-case --by cited --dry-run",
        "casereport refs sort references.bib --by author",
    ),
)
@click.argument("target", type=CaseOrFile())
@click.option(
    "--by",
    type=click.Choice(["author", "key", "year", "cited"]),
    default="author",
    show_default=True,
    help="cited: in the order of the article's numbers (of a case).",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change, as a diff.")
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    target: Target,
    by: Literal["author", "key", "year", "cited"],
    dry_run: bool,  # noqa: FBT001
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Put the entries of BibTeX files in order, each with the comment lines right above it.

    The printed list does not change: its order is that of the citations. Where the text cites by
    numbers typed by hand the entries stay, for these numbers mean their order.

    Exit code 0 when it is done or there was nothing to do, else 1.
    """
    from casereport.pipeline.references.editing import sort_files

    numbers: dict[str, int] = {}
    if target.file:
        if by == "cited":
            misuse("--by cited needs a case: name its folder.")
        project = project_settings(target.folder, settings, language)
        language = reader_language(language, project)
    else:
        cited, _, language = read_citing(target.folder, None, settings, language)
        if not cited.keyed:
            message = N_("The text cites by numbers typed by hand; they mean the entries' order.")
            hint = N_("Cite by keys first: casereport fix does what is certain of it.")
            tell(say(message), language, hint=say(hint))
            click.get_current_context().exit(FINDINGS)
        numbers = {row.reference.citekey: row.number for row in cited.rows if row.number}
    read = read_target(target, language)
    edited = sort_files(read.files, by, numbers)
    write_or_show(edited.replacements, target, language, dry_run=dry_run)
    for left in edited.left:
        tell_place(target, left.span, left.message, language)
    if not dry_run:
        count = len(edited.replacements)
        total = say(N_("Files put in order: {count}"), count=count)
        say_aloud(total if count else say(N_("The entries are in order.")), language)
    if edited.left:
        click.get_current_context().exit(FINDINGS)
