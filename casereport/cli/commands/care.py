"""``casereport care``: the checklist of CARE, filled for a case."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.parameters import (
    OneOf,
    case_argument,
    journal_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.project import project_settings, reader_language
from casereport.cli.terminal import eye_for, is_terminal, progress, tell_findings, wants_colour
from casereport.workspace import DiskWorkspace, OutputFile, write_all


def _formats() -> tuple[str, ...]:
    from casereport.reporting.care import care_format_names

    return care_format_names()


@click.command(
    "care",
    cls=Command,
    short_help="Fill the CARE checklist: what is told, where, and on which page.",
    examples=(
        "casereport care my-case",
        "casereport care my-case --lang fa --pages",
        "casereport care my-case --to html -o checklist.html",
        "casereport care my-case --to pdf --lang fa -o checklist.pdf",
    ),
)
@case_argument
@click.option(
    "--to",
    "form",
    type=OneOf("format", _formats),
    metavar="text|html|pdf",
    default="text",
    show_default=True,
    help="What to make of the checklist.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file for it; without one it goes to stdout.",
)
@click.option(
    "--pages/--no-pages",
    default=None,
    show_default="with pages for pdf, else without",
    help="Set the article in memory, and tell the page of each piece of evidence.",
)
@journal_option
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    case: Path,
    form: str,
    output: Path | None,
    pages: bool | None,  # noqa: FBT001
    journal: str | None,
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Fill the checklist of CARE for a case: each item with its state and the words that tell it.

    The list helps whoever files it and does not answer for them. Exit code 0 when it was made,
    whatever it says; 1 when the case cannot be read; 2 for a wrong command line.
    """
    from casereport.pipeline.care import care_case
    from casereport.pipeline.options import CheckOptions
    from casereport.reporting.care import CareReport, find_care_reporter
    from casereport.reporting.eye import LOGICAL

    if form == "pdf" and output is None and is_terminal(sys.stdout):
        misuse("A PDF is not shown on a terminal; name a file: -o checklist.pdf")
    project = project_settings(case, settings, language)
    language = reader_language(language, project)
    options = CheckOptions(journal=journal, default_journal=project.journal)
    with progress(language) as step:
        result = care_case(
            DiskWorkspace(case), options, step, pages=form == "pdf" if pages is None else pages
        )
    if result.checklist is None:
        tell_findings(result.diagnostics, result.sources, case.as_posix(), language)
        click.get_current_context().exit(FINDINGS)
    report = CareReport(
        checklist=result.checklist,
        language=language,
        today=result.today,
        title=result.title,
        journal=result.journal,
        pages=result.pages,
        private=result.private,
        colour=output is None and wants_colour(sys.stdout),
        eye=eye_for(sys.stdout) if output is None else LOGICAL,
    )
    content = find_care_reporter(form)(report)
    if output is None:
        click.echo(content, nl=False)
        return
    for path in write_all(output.parent, (OutputFile(output.name, content),)):
        click.echo(path)
