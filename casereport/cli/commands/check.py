"""``casereport check``: what is wrong with a case, where, why, and what to do."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from casereport.cli.command import FINDINGS, Command
from casereport.cli.parameters import CaseFolder, journal_option, language_option
from casereport.cli.terminal import progress, wants_colour
from casereport.diagnostics import Diagnostic, Severity, Span
from casereport.workspace import DiskWorkspace


@click.command(
    "check",
    cls=Command,
    short_help="Find what is wrong with a case, where, and what to do.",
    examples=(
        "casereport check my-case",
        "casereport check my-case --lang fa --journal jmums",
        "casereport check my-case --format json > findings.json",
        "casereport check cases/* --fail-on warning",
    ),
)
@click.argument("cases", metavar="CASE...", nargs=-1, required=True, type=CaseFolder())
@journal_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the findings are told on stdout.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@language_option
def command(
    cases: tuple[Path, ...], journal: str | None, form: str, fail_on: str, language: str
) -> None:
    """Check one or several cases and tell every finding.

    Exit code 0 when nothing is at or over --fail-on, 1 otherwise, 2 for a wrong command line.
    """
    from casereport.pipeline.case import check_case
    from casereport.reporting import report_json, report_text

    found: list[Diagnostic] = []
    sources: dict[str, str] = {}
    with progress(language) as step:
        for case in cases:
            result = check_case(DiskWorkspace(case), journal=journal, progress=step)
            # One case: names relative to its folder. Several: as they can be told apart from here.
            folder = f"{case.as_posix()}/" if len(cases) > 1 else ""
            found.extend(_below(folder, result.diagnostics))
            sources.update((folder + name, text) for name, text in result.sources.items())
    if form == "json":
        click.echo(report_json(found, language=language))
    else:
        told = report_text(
            found,
            language=language,
            sources=sources,
            colour=wants_colour(sys.stdout),
            case=cases[0].as_posix() if len(cases) == 1 else "",
        )
        click.echo(told)
    limit = Severity(fail_on)
    if any(diagnostic.severity.at_least(limit) for diagnostic in found):
        click.get_current_context().exit(FINDINGS)


def _below(folder: str, diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """The findings with ``folder`` before the name of each file."""

    def moved(span: Span) -> Span:
        return replace(span, file=folder + span.file)

    for each in diagnostics:
        related = tuple(replace(other, span=moved(other.span)) for other in each.related)
        fix = each.fix and replace(
            each.fix, edits=tuple(replace(edit, span=moved(edit.span)) for edit in each.fix.edits)
        )
        yield replace(each, span=moved(each.span), related=related, fix=fix)
