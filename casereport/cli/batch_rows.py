"""How each case of a batch, or of an issue, went: as rows, and on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.terminal import eye_for, wants_colour

if TYPE_CHECKING:
    from casereport.pipeline.batch import CaseOutcome
    from casereport.reporting.batch import BatchRow


def tell_results(ended: Iterable[CaseOutcome], output: Path, language: str) -> None:
    """The files that were written, on stdout; the errors of cases that failed, on stderr."""
    for outcome in ended:
        if outcome.ending == "written":
            for file in outcome.files:
                click.echo(output / file)
        elif outcome.errors:
            click.echo(_told(outcome, language), err=True)


def batch_row(outcome: CaseOutcome) -> BatchRow:
    """The outcome as reporting tells it."""
    from casereport.reporting.batch import BatchRow

    return BatchRow(
        case=outcome.case.folder.as_posix(),
        ending=outcome.ending,
        files=outcome.files,
        counts=outcome.counts,
        seconds=outcome.seconds,
        failure=outcome.failure,
        cause=outcome.cause,
        codes=tuple(dict.fromkeys(found.code for found in outcome.errors)),
        stderr=outcome.stderr,
    )


def _told(outcome: CaseOutcome, language: str) -> str:
    """The errors of a case that failed, each at its place."""
    from casereport.reporting import report_text

    return report_text(
        outcome.errors,
        language=language,
        sources=outcome.sources,
        colour=wants_colour(sys.stderr),
        case=outcome.case.folder.as_posix(),
        eye=eye_for(sys.stderr),
    )
