"""What is said on the terminal: results on stdout, everything else on stderr."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TextIO

import click

from casereport.diagnostics import Diagnostic, Message

if TYPE_CHECKING:
    from casereport.reporting.eye import Eye

READER_GONE = 141
"""Exit code when nobody reads our output any more: 128 + SIGPIPE, as other programs end then."""


def prepare_streams() -> None:
    """Write UTF-8, whatever the terminal's code page: Persian text and JSON need it.

    A stream that was closed before we began (``>&-``) is led nowhere.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere(1)
    if sys.stderr is None:
        sys.stderr = _nowhere(2)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere(descriptor: int) -> TextIO:
    """A stream into nothing, on its own descriptor: else the next file opened would get it."""
    opened = os.open(os.devnull, os.O_WRONLY)
    if opened != descriptor:
        os.dup2(opened, descriptor)
        os.close(opened)
    raw = io.FileIO(descriptor, "w", closefd=False)
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8")


def silence_stdout() -> None:
    """Point stdout nowhere, so that the interpreter's last flush cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_terminal(stream: TextIO) -> bool:
    """True when someone looks at ``stream`` and it understands control sequences."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(terminal: TextIO) -> int:
    """The width of a terminal; 80 for one that does not tell."""
    return os.get_terminal_size(terminal.fileno()).columns or 80


def wants_colour(stream: TextIO) -> bool:
    """True when colours are welcome on ``stream`` (https://no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def eye_for(stream: TextIO) -> Eye:
    """The order in which ``stream`` is given lines: the eye's only for a terminal without bidi.

    A file or a pipe always gets text as it is stored, whatever ``--terminal-bidi`` says.
    """
    from casereport.reporting.eye import LOGICAL

    context = click.get_current_context(silent=True)
    told = context.params.get("terminal_bidi") if context is not None else None
    told = told or os.environ.get("CASEREPORT_TERMINAL_BIDI")
    if told != "no" or not is_terminal(stream):
        return LOGICAL
    from casereport.reporting.visual import VisualEye

    return VisualEye(columns(stream))


def tell(message: Message, language: str, *, hint: Message | None = None, code: str = "") -> None:
    """Say one sentence on stderr, in the reader's language, and what to do about it."""
    from casereport.locale import load_locale
    from casereport.reporting import render

    eye, direction = eye_for(sys.stderr), load_locale(language).direction
    told = f"{code} {render(message, language)}" if code else render(message, language)
    for line in eye.sentences(told, direction, indent=0):
        click.echo(line, err=True)
    if hint is not None:
        for line in eye.sentences(render(hint, language), direction, indent=2):
            click.echo(f"  {line}", err=True)


def tell_findings(
    found: Iterable[Diagnostic], sources: Mapping[str, str], case: str, language: str
) -> None:
    """Findings with their places, on stderr; ``case`` is the way to the files they stand in."""
    from casereport.reporting import report_text

    told = report_text(
        tuple(found),
        language=language,
        sources=sources,
        colour=wants_colour(sys.stderr),
        case=case,
        eye=eye_for(sys.stderr),
    )
    click.echo(told, err=True)


@contextlib.contextmanager
def progress(language: str) -> Iterator[Callable[[Message], None]]:
    """A function that shows which step is running: a spinner on a terminal, else nothing."""
    if not is_terminal(sys.stderr):
        yield _show_nothing
        return
    from rich.console import Console
    from rich.text import Text

    from casereport.reporting import render

    eye = eye_for(sys.stderr)
    with Console(stderr=True).status("") as status:
        yield lambda step: status.update(Text(eye.line(render(step, language))))


def _show_nothing(_step: Message) -> None:
    """Stand in for the spinner where nobody looks."""
