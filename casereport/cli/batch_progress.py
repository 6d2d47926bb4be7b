"""How far a batch is: a bar on a terminal, a line for each case elsewhere, nothing when quiet."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

from casereport.cli.terminal import eye_for, is_terminal, tell
from casereport.diagnostics import N_, Message, say
from casereport.reporting import render
from casereport.reporting.batch import BatchRow, progress_line

Tell = Callable[[BatchRow, int], None]
"""Told each row with its number, counted from 1."""


@contextlib.contextmanager
def batch_progress(total: int, language: str, *, quiet: bool) -> Iterator[Tell]:
    """A function that shows each case as it ends."""
    if quiet:
        yield lambda _row, _number: None
    elif is_terminal(sys.stderr):
        with _bar(total, language) as shown:
            yield shown
    else:
        yield lambda row, number: tell(progress_line(row, number, total), language)


@contextlib.contextmanager
def _bar(total: int, language: str) -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    eye = eye_for(sys.stderr)

    def words(message: Message) -> str:
        return eye.line(render(message, language))

    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        # What goes to stdout is for whoever reads it, and is not drawn round the bar.
        redirect_stdout=False,
    ) as progress:
        task = progress.add_task(words(say(N_("Rendering"))), total=total, rate="")

        def show(_row: BatchRow, number: int) -> None:
            seconds = progress.tasks[0].elapsed or 0
            rate = f"{number / seconds:.1f}" if seconds else ""
            told = words(say(N_("{rate} a second"), rate=rate)) if rate else ""
            progress.update(task, completed=number, rate=told)

        yield show
