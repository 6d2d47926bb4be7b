"""``casereport fix``: the mends that findings offer, as edits that keep everything else."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.changes import show_diff
from casereport.cli.command import FINDINGS, Command
from casereport.cli.parameters import (
    case_argument,
    journal_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.project import evidence_of, project_settings, reader_language
from casereport.cli.terminal import eye_for, progress, tell, tell_findings
from casereport.diagnostics import N_, say
from casereport.workspace import ChangedMeanwhileError, DiskWorkspace, replace_all

if TYPE_CHECKING:
    from casereport.pipeline.fixing import FixResult


@click.command(
    "fix",
    cls=Command,
    short_help="Mend what can be mended with certainty.",
    examples=(
        "casereport fix my-case --dry-run",
        "casereport fix my-case",
        "casereport fix my-case --unsafe --dry-run | less",
    ),
)
@case_argument
@click.option(
    "--unsafe", is_flag=True, help="Apply also fixes that may change what the text means."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change, as a diff.")
@journal_option
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    case: Path,
    unsafe: bool,  # noqa: FBT001
    dry_run: bool,  # noqa: FBT001
    journal: str | None,
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Apply the fixes that checks offer to the files of a case.

    Comments, layout, line ends and everything else stay as they are. A second run changes nothing.
    When a file was changed while the command ran, none is written.

    Exit code 0 when it is done or there was nothing to do, 1 when the case could not be read or a
    file could not be written, 2 for a wrong command line.
    """
    from casereport.pipeline.fixing import fix_case
    from casereport.pipeline.options import CheckOptions

    project = project_settings(case, settings, language)
    language = reader_language(language, project)
    options = CheckOptions(
        journal=journal,
        default_journal=project.journal,
        severities=project.severities,
        evidence=evidence_of(project),
    )
    allow = (True, False) if unsafe else (True,)
    with progress(language) as step:
        result = fix_case(DiskWorkspace(case), options, allow=allow, progress=step)
    if not result.readable:
        tell_findings(result.checked.diagnostics, result.checked.sources, case.as_posix(), language)
        click.get_current_context().exit(FINDINGS)
    if dry_run:
        show_diff(result.replacements, case.name)
    elif not _write(result, case, language):
        click.get_current_context().exit(FINDINGS)
    else:
        _show_summary(result, case, language)
    if result.unsafe and not unsafe:
        count = len(result.unsafe)
        tell(say(N_("Fixes that only --unsafe applies: {count}"), count=count), language)
    for code in result.left_out:
        tell(say(N_("The fixes of {code} undo one another and are left out."), code=code), language)


def _write(result: FixResult, case: Path, language: str) -> bool:
    try:
        replace_all(case, result.replacements)
    except ChangedMeanwhileError as error:
        message = say(N_("{files} changed meanwhile; nothing was written."), files=error.names)
        tell(message, language, hint=say(N_("Run the command again.")))
        return False
    return True


def _show_summary(result: FixResult, case: Path, language: str) -> None:
    """Where each fix was applied and what it did, and how many there were."""
    from casereport.locale import load_locale
    from casereport.reporting import render

    eye = eye_for(sys.stdout)
    for item in result.applied:
        if item.fix is None:
            continue
        place = f"{case.as_posix()}/{item.span.file}:{item.span.line}:{item.span.column}"
        told = render(item.fix.description, language)
        click.echo(f"{eye.line(place, 'ltr')}: {item.code} {eye.line(told)}")
    if result.applied:
        files = len(result.replacements)
        message = N_("Fixes: {count}, files: {files}")
        total = say(message, count=len(result.applied), files=files)
    else:
        total = say(N_("There is nothing to fix."))
    direction = load_locale(language).direction
    click.echo("\n".join(eye.sentences(render(total, language), direction, indent=0)))
