"""``casereport check``: what is wrong with a case, where, why, and what to do."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.folders import below
from casereport.cli.parameters import (
    REPORT,
    CaseFolder,
    evidence_option,
    journal_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.project import evidence_of, project_settings, reader_language
from casereport.cli.terminal import eye_for, progress, tell, wants_colour
from casereport.diagnostics import N_, Diagnostic, Severity, say
from casereport.workspace import (
    DiskWorkspace,
    OutputFile,
    UnreadableError,
    read_file,
    write_all,
)

if TYPE_CHECKING:
    from casereport.pipeline.settings import ProjectSettings
    from casereport.reading import EvidenceFolder
    from casereport.reporting.baseline import Key


_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    "check",
    cls=Command,
    short_help="Find what is wrong with a case, where, and what to do.",
    examples=(
        "casereport check my-case",
        "casereport check my-case --lang fa --journal jmums",
        "casereport check my-case --format html --lang fa > report.html",
        "casereport check my-case --format json > findings.json",
        "casereport check cases/* --fail-on warning",
        "casereport check cases/* --evidence desk/evidence",
        "casereport check my-case --write-baseline known.json",
        "casereport check my-case --baseline known.json",
    ),
)
@click.argument("cases", metavar="CASE...", nargs=-1, required=True, type=CaseFolder())
@journal_option
@click.option(
    "--format",
    "form",
    type=REPORT,
    metavar="text|json|sarif|github|html",
    default="text",
    show_default=True,
    help="How the findings are told on stdout; html is a page for the author.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    show_default="casereport.toml, else error",
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--baseline",
    type=_FILE,
    metavar="FILE",
    help="Tell only what is new against this file.",
)
@click.option(
    "--write-baseline",
    type=_FILE,
    metavar="FILE",
    help="Write the findings into this file, as the known ones, and tell none.",
)
@evidence_option
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    cases: tuple[Path, ...],
    journal: str | None,
    form: str,
    fail_on: str | None,
    baseline: Path | None,
    write_baseline: Path | None,
    evidence: Path | None,
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Check one or several cases and tell every finding.

    Settings of a project stand in casereport.toml: severities of checks, the default journal, the
    language of messages, fail-on.

    Exit code 0 when nothing is at or over --fail-on, 1 otherwise, 2 for a wrong command line.
    """
    from casereport.reporting import Report, find_reporter

    if baseline and write_baseline:
        misuse("--baseline and --write-baseline exclude each other.")
    projects = [project_settings(case, settings, language) for case in cases]
    language = reader_language(language, projects[0])
    known = _read_baseline(baseline) if baseline else None
    found = _check(cases, projects, journal=journal, evidence=evidence, language=language)
    if write_baseline:
        _write_baseline(write_baseline, found, language)
        return
    if known is not None:
        found.sift(known, language)
    report = Report(
        diagnostics=tuple(item for items in found.diagnostics for item in items),
        language=language,
        sources=found.sources,
        case=cases[0].as_posix() if len(cases) == 1 else "",
        title=found.title,
        today=DiskWorkspace(cases[0]).today,
        colour=wants_colour(sys.stdout),
        eye=eye_for(sys.stdout),
    )
    told = find_reporter(form)(report)
    if told:
        click.echo(told)
    for project, diagnostics in zip(projects, found.diagnostics, strict=True):
        limit = Severity(fail_on) if fail_on else project.fail_on or Severity.ERROR
        if any(diagnostic.severity.at_least(limit) for diagnostic in diagnostics):
            click.get_current_context().exit(FINDINGS)


@dataclass(slots=True)
class _Found:
    """The findings of each case, and the texts that reports quote from."""

    diagnostics: list[tuple[Diagnostic, ...]] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    title: str = ""

    def sift(self, known: dict[Key, int], language: str) -> None:
        """Leave what is new against a baseline; tell what it hides and what it holds in vain."""
        from casereport.reporting.baseline import sift

        left, hidden = known, 0
        for index, items in enumerate(self.diagnostics):
            sifted = sift(items, self.sources, left)
            self.diagnostics[index] = sifted.new
            hidden += sifted.known
            left = sifted.left
        if hidden:
            tell(say(N_("Known findings that are left out: {count}"), count=hidden), language)
        for (code, file, _), count in sorted(left.items()):
            message = N_("In the baseline but no longer found: {code} in {file} ({count})")
            tell(say(message, code=code, file=file, count=count), language)


def _check(
    cases: tuple[Path, ...],
    projects: list[ProjectSettings],
    *,
    journal: str | None,
    evidence: Path | None,
    language: str,
) -> _Found:
    from casereport.pipeline.case import check_case
    from casereport.pipeline.options import CheckOptions

    found = _Found()
    # A folder is read when a case asks, and once, however many cases it serves.
    folders: dict[str, EvidenceFolder | None] = {}
    with progress(language) as step:
        for case, project in zip(cases, projects, strict=True):
            desk = str(evidence or project.evidence or "")
            options = CheckOptions(
                journal=journal,
                default_journal=project.journal,
                severities=project.severities,
                evidence=folders.setdefault(desk, evidence_of(project, evidence)),
            )
            result = check_case(DiskWorkspace(case), options, step)
            # One case: names relative to its folder. Several: as they can be told apart from here.
            folder = f"{case.as_posix()}/" if len(cases) > 1 else ""
            found.diagnostics.append(tuple(below(folder, result.diagnostics)))
            found.sources.update((folder + name, text) for name, text in result.sources.items())
            if len(cases) == 1 and result.case is not None:
                title = result.case.facts.title
                found.title = title.get(language) or next(iter(title.texts.values()), "")
    return found


def _read_baseline(path: Path) -> dict[Key, int]:
    from casereport.reporting.baseline import InvalidBaselineError, read_baseline

    try:
        return read_baseline(read_file(path))
    except UnreadableError as error:
        misuse(f"The baseline {path} cannot be read ({error.reason}).")
    except InvalidBaselineError:
        misuse(f"{path} is not a baseline; write one with --write-baseline.")


def _write_baseline(path: Path, found: _Found, language: str) -> None:
    from casereport.reporting.baseline import write_baseline

    items = [item for items in found.diagnostics for item in items]
    content = write_baseline(items, found.sources)
    write_all(path.parent, (OutputFile(path.name, content),))
    told = say(N_("Findings written to {file}: {count}"), file=path.as_posix(), count=len(items))
    tell(told, language)
