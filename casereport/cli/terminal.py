"""What is said on the terminal: results on stdout, everything else on stderr."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from typing import TextIO

import click

from casereport.diagnostics import Message

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


def tell(message: Message, language: str, *, hint: Message | None = None, code: str = "") -> None:
    """Say one sentence on stderr, in the reader's language, and what to do about it."""
    from casereport.reporting import render

    told = f"{code} {render(message, language)}" if code else render(message, language)
    click.echo(told, err=True)
    if hint is not None:
        click.echo(f"  {render(hint, language)}", err=True)


@contextlib.contextmanager
def progress(language: str) -> Iterator[Callable[[Message], None]]:
    """A function that shows which step is running: a spinner on a terminal, else nothing."""
    if not is_terminal(sys.stderr):
        yield _show_nothing
        return
    from rich.console import Console
    from rich.text import Text

    from casereport.reporting import render

    with Console(stderr=True).status("") as status:
        yield lambda step: status.update(Text(render(step, language)))


def _show_nothing(_step: Message) -> None:
    """Stand in for the spinner where nobody looks."""
