"""``casereport inspect``: what a PDF is and what is wrong with it, whoever made it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from casereport.cli.command import FINDINGS, Command
from casereport.cli.parameters import language_option
from casereport.cli.terminal import progress, tell, wants_colour
from casereport.diagnostics import N_, Severity, say
from casereport.workspace import DiskWorkspace


@click.command(
    "inspect",
    cls=Command,
    short_help="Look at any PDF: fonts, text, images, metadata.",
    examples=(
        "casereport inspect article.pdf",
        "casereport inspect article.pdf --format json",
        "casereport inspect article.pdf --lang fa --fail-on warning",
    ),
)
@click.argument("file", metavar="FILE.pdf", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the facts and findings are told on stdout.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@language_option
def command(file: Path, form: str, fail_on: str, language: str) -> None:
    """Look at a PDF, also one that casereport did not make.

    Tells its fonts, images, page sizes, language, tags and metadata, and finds what is wrong with
    it: text that cannot be searched, letters in a wrong order, fonts that are not embedded, traces
    of people and computers. Exit code 0 when nothing is at or over --fail-on, 1 otherwise, 2 for a
    wrong command line.
    """
    from casereport.pipeline.inspecting import CODE, CannotInspectError, inspect_pdf
    from casereport.reporting import pdf_facts, report_json, report_pdf, report_text

    # A link is followed here: the file was named by who asks, not by a case.
    path = file.resolve()
    try:
        with progress(language) as step:
            step(say(N_("Reading the PDF")))
            found = inspect_pdf(DiskWorkspace(path.parent), path.name)
    except CannotInspectError as error:
        tell(error.message, language, hint=error.hint, code=CODE)
        click.get_current_context().exit(FINDINGS)
    if form == "json":
        report = json.loads(report_json(found.diagnostics, language=language))
        told = {"version": report.pop("version"), "pdf": pdf_facts(found.document), **report}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo(report_pdf(found.document, language=language) + "\n")
        click.echo(
            report_text(
                found.diagnostics, language=language, sources={}, colour=wants_colour(sys.stdout)
            )
        )
    if any(each.severity.at_least(Severity(fail_on)) for each in found.diagnostics):
        click.get_current_context().exit(FINDINGS)
