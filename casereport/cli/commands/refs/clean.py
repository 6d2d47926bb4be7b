"""``casereport refs clean``: journals, titles, pages, DOIs and initials in one form."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from casereport.cli.command import Command
from casereport.cli.parameters import language_option, settings_option, terminal_bidi_option
from casereport.cli.project import project_settings, reader_language
from casereport.cli.references import (
    CaseOrFile,
    Target,
    read_target,
    say_aloud,
    tell_place,
    write_or_show,
)
from casereport.diagnostics import N_, say

if TYPE_CHECKING:
    from casereport.pipeline.references.editing import Edited

_COUNTS = {
    "container-title": N_("journals: {count}"),
    "title": N_("titles: {count}"),
    "page": N_("pages: {count}"),
    "DOI": N_("DOIs: {count}"),
    "author": N_("authors: {count}"),
    "editor": N_("editors: {count}"),
}


@click.command(
    "clean",
    cls=Command,
    short_help="Put journals, titles, pages, DOIs and initials in one form.",
    examples=(
        "casereport refs clean my-case --journals abbreviate --titles sentence --dry-run",
        "casereport refs clean my-case --journals abbreviate --titles sentence --pages full",
        "casereport refs clean references.bib --initials plain",
    ),
)
@click.argument("target", type=CaseOrFile())
@click.option(
    "--journals",
    type=click.Choice(["abbreviate", "expand"]),
    help="Names of journals: as MEDLINE abbreviates them, or in full.",
)
@click.option(
    "--titles",
    type=click.Choice(["sentence"]),
    help="Titles from title case to sentence case; names keep their capitals.",
)
@click.option(
    "--after-colon",
    type=click.Choice(["small", "capital"]),
    default="small",
    show_default=True,
    help="With --titles: the first word after a colon.",
)
@click.option(
    "--pages",
    type=click.Choice(["full", "minimal"]),
    help="Last pages: 805-812, or 805-12.",
)
@click.option(
    "--initials",
    type=click.Choice(["plain", "dotted"]),
    help="Given names that are initials: AH, or A. H.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change, as a diff.")
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    target: Target,
    journals: Literal["abbreviate", "expand"] | None,
    titles: Literal["sentence"] | None,
    after_colon: Literal["small", "capital"],
    pages: Literal["full", "minimal"] | None,
    initials: Literal["plain", "dotted"] | None,
    dry_run: bool,  # noqa: FBT001
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Put parts of the references in one form, each that an option names; DOIs lose https://doi.org/.

    Files are changed as text (BibTeX, CSL-JSON, YAML, RIS, PubMed): comments and layout stay, and a
    second run changes nothing. What is not certain is left and told: a word that may be a name, a
    journal that the table does not have. Braces in BibTeX protect what they hold. Journals of your
    own stand in casereport.toml: [journal-titles], then "Full Title" = "Abbrev".

    Exit code 0 when it is done or there was nothing to do, 1 when a file could not be written.
    """
    from casereport.pipeline.references.editing import clean_files
    from casereport.references.cleaning.cleaning import CleaningOptions
    from casereport.references.cleaning.journal_titles import known_journals

    project = project_settings(target.folder, settings, language)
    language = reader_language(language, project)
    read = read_target(target, language)
    options = CleaningOptions(
        journals=journals,
        titles=titles,
        after_colon=after_colon,
        pages=pages,
        initials=initials,
        journal_titles=known_journals().with_own(project.journal_titles),
    )
    edited = clean_files(read.files, options)
    write_or_show(edited.replacements, target, language, dry_run=dry_run)
    for left in edited.left:
        tell_place(target, left.span, left.message, language)
    if not dry_run:
        _count(edited, language)


def _count(edited: Edited, language: str) -> None:
    counts = Counter(change.variable for change in edited.changes)
    if not counts:
        say_aloud(say(N_("There is nothing to clean.")), language)
    for variable, message in _COUNTS.items():
        if counts[variable]:
            say_aloud(say(message, count=counts[variable]), language)
