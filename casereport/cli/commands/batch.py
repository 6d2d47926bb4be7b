"""``casereport batch``: many cases, rendered in processes that may die, written whole."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.batch_rows import batch_row, tell_results
from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.issue_build import build, listed
from casereport.cli.machines import SchedulerAddress, cores, machines
from casereport.cli.parameters import (
    FORMATS,
    CaseFolder,
    OutputFolder,
    journal_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.project import BatchSettings, project_settings, reader_language
from casereport.cli.terminal import eye_for, tell
from casereport.diagnostics import N_, say
from casereport.workspace import OutputFile, write_all

if TYPE_CHECKING:
    from casereport.pipeline.batch import BatchOptions, CaseOutcome, PlannedCase

_MEBIBYTE = 1024 * 1024


@click.command(
    "batch",
    cls=Command,
    short_help="Render many cases at once; one that fails, fails alone.",
    examples=(
        "casereport batch cases",
        "casereport batch cases --to pdf,html -o out --jobs 4",
        "casereport batch cases -o out --resume          # only what is new or has changed",
        "casereport batch 2024 2025 --strict --summary summary.json",
        "casereport batch inbox --time-limit 30 --memory-limit 1000",
        "casereport batch --issue 30-187/issue.yaml -o out   # an issue: contents, articles, bound",
        "casereport batch cases --scheduler tls://10.0.0.1:8786     # on a dask cluster",
    ),
)
@click.argument("folders", metavar="[DIR...]", nargs=-1, type=CaseFolder())
@click.option(
    "--issue",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Make the issue of a journal that this YAML file describes, in place of DIR.",
)
@click.option(
    "-o",
    "--output",
    type=OutputFolder(),
    default=Path("build"),
    show_default=True,
    metavar="DIR",
    help="The folder for the results; it is made when absent.",
)
@click.option(
    "--to",
    "formats",
    type=FORMATS,
    default="pdf",
    show_default=True,
    metavar="FORMAT,...",
    help="What to write: pdf, html, or both, joined by a comma.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=cores,
    show_default="the number of cores",
    metavar="N",
    help="How many cases are rendered at a time on this machine.",
)
@click.option(
    "--scheduler",
    type=SchedulerAddress(),
    metavar="ADDRESS",
    help="Render on the workers of this dask scheduler: tcp://HOST:PORT or tls://HOST:PORT.",
)
@click.option(
    "--resume", is_flag=True, help="Leave alone what was written and has not changed since."
)
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Also write how each case went, as JSON.",
)
@journal_option
@click.option("--strict", is_flag=True, help="Write nothing of a case that has an error.")
@click.option("--blind", is_flag=True, help="Leave out the authors, for reviewers.")
@click.option("--prove", is_flag=True, help="Read each PDF back, as render --prove does.")
@click.option(
    "--time-limit",
    type=click.IntRange(1),
    default=120,
    show_default=True,
    metavar="SECONDS",
    help="How long one case may take.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(512),
    default=1536,
    show_default=True,
    metavar="MB",
    help="How much memory one case may take.",
)
@click.option("-q", "--quiet", is_flag=True, help="Tell only what failed.")
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    folders: tuple[Path, ...],
    issue: Path | None,
    output: Path,
    formats: tuple[str, ...],
    jobs: int,
    scheduler: str | None,
    resume: bool,  # noqa: FBT001
    summary: Path | None,
    journal: str | None,
    strict: bool,  # noqa: FBT001
    blind: bool,  # noqa: FBT001
    prove: bool,  # noqa: FBT001
    time_limit: int,
    memory_limit: int,
    quiet: bool,  # noqa: FBT001
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Render every case below DIR: each folder with a case.yaml, links not followed.

    Hidden folders and the output folder are left out. Files are called as render calls them;
    where the names of two cases collide, they lie in the folders in which the cases were found.
    The names of the files that were written go to stdout, everything else to stderr. A case that
    cannot be rendered, or takes more time or memory than it may, fails alone.

    With --issue, the cases that FILE lists become one issue of a journal: each article on its
    pages, and all of them bound with the contents, bookmarks and links as issue-VOLUME-NUMBER.pdf.
    When one fails, the others are written and the issue is not bound. FILE holds, for example
    (casereport schema issue describes every key):

    \b
    journal: jmums
    volume: 30
    number: 187
    year: {fa: 1399, en: 2020}
    first-page: 166
    sections:
      - heading: {fa: گزارش مورد, en: Case Reports}
        cases: [article-1, article-2]

    With --scheduler the workers of a dask cluster render, two cases a thread at a time, and only
    those that have the same program, libraries, fonts and journals as this machine; files are
    written here alone.

    Exit code 0 when every case was written or unchanged, 1 when one failed, 2 for a wrong command
    line, 130 when it was stopped (143, 129: by SIGTERM, SIGHUP); --resume goes on from there.
    """  # noqa: D301  (click's mark for lines to be left as they are)
    from casereport.pipeline.batch import BatchOptions, plan_cases
    from casereport.pipeline.options import RenderOptions
    from casereport.pipeline.workers import WorkerLimits

    if issue is not None:
        _no_other_wishes(folders, formats, journal)
    elif not folders:
        misuse("Name a folder with cases, or an issue with --issue FILE.")
    project = project_settings(issue.parent if issue else folders[0], settings, language)
    language = reader_language(language, project)
    bound = listed(issue, language) if issue is not None else None
    plan = bound.cases if bound is not None else plan_cases(folders, output)
    if not plan:
        misuse("There is no case.yaml in these folders, nor in those below them.")
    options = BatchOptions(
        render=RenderOptions(
            formats=formats,
            journal=journal if bound is None else bound.place.journal,
            blind=blind,
            strict=strict,
            prove=prove,
        ),
        output=output,
        settings=BatchSettings(
            project, lambda message: tell(message, language), named=settings is not None
        ),
        machines=machines(min(jobs, len(plan)), scheduler, language),
        resume=resume,
        limits=WorkerLimits(
            address_space=memory_limit * _MEBIBYTE,
            cpu_seconds=time_limit,
            wall_seconds=time_limit,
        ),
    )
    if bound is not None:
        failed = build(bound, options, language, summary, quiet=quiet)
    else:
        failed = _run(plan, options, language, summary, quiet=quiet)
    if failed:
        click.get_current_context().exit(FINDINGS)


def _no_other_wishes(
    folders: tuple[Path, ...], formats: tuple[str, ...], journal: str | None
) -> None:
    """An issue names its cases and its journal itself, and is bound of PDFs."""
    if folders:
        misuse("An issue lists its cases itself: name no folders beside --issue.")
    if journal is not None:
        misuse("An issue names its journal itself: write it into the file, without --journal.")
    if "pdf" not in formats:
        misuse("An issue is bound of PDFs: --to needs pdf.")


def _run(
    plan: tuple[PlannedCase, ...],
    options: BatchOptions,
    language: str,
    summary: Path | None,
    *,
    quiet: bool,
) -> bool:
    """Run the batch and tell it; True when a case failed."""
    from casereport.cli.batch_progress import batch_progress
    from casereport.pipeline.batch import run_batch
    from casereport.reporting.batch import batch_json, batch_text

    ended: list[CaseOutcome] = []
    since = time.monotonic()
    try:
        with (
            batch_progress(len(plan), language, quiet=quiet) as show,
            contextlib.closing(run_batch(plan, options)) as outcomes,
        ):
            for outcome in outcomes:
                ended.append(outcome)
                show(batch_row(outcome), len(ended))
    finally:
        # Also of a batch that was stopped, or for which the disk was too small.
        place = {case.key: number for number, case in enumerate(plan)}
        ended.sort(key=lambda outcome: place[outcome.case.key])
        rows = [batch_row(outcome) for outcome in ended]
        failed = any(row.failure for row in rows)
        try:
            if summary is not None:
                content = f"{batch_json(rows, language=language)}\n".encode()
                write_all(summary.parent, (OutputFile(summary.name, content),))
        finally:
            # After the summary: whoever reads our output may have gone.
            tell_results(ended, options.output, language)
            if failed or not quiet:
                seconds = time.monotonic() - since
                eye = eye_for(sys.stderr)
                click.echo(batch_text(rows, language=language, seconds=seconds, eye=eye), err=True)
            if len(rows) < len(plan):
                stopped = N_("Stopped after {number} of {total} cases; --resume goes on from here.")
                tell(say(stopped, number=len(rows), total=len(plan)), language)
    return failed
