"""``casereport batch --issue``: one issue of a journal, made and told."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.batch_rows import batch_row, tell_results
from casereport.cli.command import FINDINGS
from casereport.cli.terminal import eye_for, tell, tell_findings
from casereport.diagnostics import N_, say
from casereport.workspace import OutputFile, write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casereport.pipeline.batch import BatchOptions, CaseOutcome
    from casereport.pipeline.issue.listing import IssuePlan
    from casereport.pipeline.issue.outcome import IssueOutcome
    from casereport.reporting.issue import IssueRow


def listed(file: Path, language: str) -> IssuePlan:
    """The plan in an issue's file; what is wrong with it is told, and ends the command."""
    from casereport.pipeline.issue.listing import list_issue

    listing = list_issue(file)
    if listing.diagnostics:
        folder = file.parent.as_posix()
        tell_findings(listing.diagnostics, listing.sources, folder, language)
    if listing.plan is None:
        click.get_current_context().exit(FINDINGS)
    return listing.plan


def build(
    plan: IssuePlan, options: BatchOptions, language: str, summary: Path | None, *, quiet: bool
) -> bool:
    """Make the issue and tell it; True when it, or one of its cases, failed."""
    from casereport.cli.batch_progress import batch_progress
    from casereport.pipeline.issue.building import build_issue
    from casereport.reporting.batch import batch_json, batch_text
    from casereport.reporting.issue import issue_json, issue_line

    since = time.monotonic()
    ended: dict[str, CaseOutcome] = {}
    outcome: IssueOutcome | None = None
    try:
        with batch_progress(len(plan.cases), language, quiet=quiet) as show:

            def told(outcome: CaseOutcome) -> None:
                ended[outcome.case.key] = outcome
                show(batch_row(outcome), len(ended))

            outcome = build_issue(plan, options, told)
    finally:
        # Also of an issue that was stopped, or for which the disk was too small.
        outcome = outcome or _stopped(plan, ended)
        seconds = time.monotonic() - since
        rows = [batch_row(case) for case in outcome.cases]
        issue = _issue_row(outcome)
        if summary is not None:
            # Before the results: whoever reads our output may have gone.
            said = batch_json(rows, language=language, issue=issue_json(issue, language))
            write_all(summary.parent, (OutputFile(summary.name, f"{said}\n".encode()),))
        _tell_outcome(outcome, options.output, language)
        if outcome.failure is not None or not quiet:
            eye = eye_for(sys.stderr)
            click.echo(batch_text(rows, language=language, seconds=seconds, eye=eye), err=True)
            tell(issue_line(issue), language)
    return outcome.failure is not None


def _stopped(plan: IssuePlan, ended: Mapping[str, CaseOutcome]) -> IssueOutcome:
    from casereport.pipeline.issue.outcome import IssueOutcome

    message = N_(
        "The issue is not bound: stopped after {number} of {total} articles; "
        "--resume goes on from here."
    )
    return IssueOutcome(
        cases=tuple(ended[case.key] for case in plan.cases if case.key in ended),
        articles=(),
        remarks=(),
        ending="failed",
        file="",
        failure=say(message, number=len(ended), total=len(plan.cases)),
        cause="stopped",
    )


def _tell_outcome(outcome: IssueOutcome, output: Path, language: str) -> None:
    tell_results(outcome.cases, output, language)
    for remark in outcome.remarks:
        folder = remark.case.folder.as_posix()
        tell_findings(remark.diagnostics, remark.sources, folder, language)
    if outcome.ending == "written":
        click.echo(output / outcome.file)


def _issue_row(outcome: IssueOutcome) -> IssueRow:
    from casereport.reporting.issue import ContentsRow, IssueRow

    contents = tuple(
        ContentsRow(
            article.case.folder.as_posix(),
            article.first_page,
            article.last_page,
            {head.language: head.plain_title for head in article.heads},
            {head.language: head.authors for head in article.heads},
        )
        for article in outcome.articles
    )
    return IssueRow(outcome.ending, outcome.file, contents, outcome.failure, outcome.cause)
