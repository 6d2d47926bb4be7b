"""How each case of a batch, or of an issue, went: as rows, and on the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.terminal import tell_findings

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
            folder = outcome.case.folder.as_posix()
            tell_findings(outcome.errors, outcome.sources, folder, language)


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
