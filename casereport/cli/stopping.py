"""The signals that ask a command to end: each ends it as Ctrl-C does, with all cleaned up.

SIGTERM and SIGHUP would end it where it stands, between two files. What is ignored when we begin
stays so (``nohup``, a job in the background of a script).
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from types import FrameType

_DEAF_SECONDS = 5.0
"""A second Ctrl-C in this time is impatience, and would cut short what the first one has begun; a
later one counts: the first may have come in a library that swallows what it raises."""
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class Stopped(KeyboardInterrupt):
    """A signal has asked us to end."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


def exit_code(error: BaseException) -> int:
    """128 and the number of the signal, which click may have wrapped."""
    stop = error if isinstance(error, Stopped) else error.__cause__
    return 128 + (stop.number if isinstance(stop, Stopped) else signal.SIGINT)


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Raise :class:`Stopped` in here for each of these signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = _Handler()
    before = {
        number: signal.getsignal(number)
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name))
    }
    ours = [number for number, had in before.items() if had not in {signal.SIG_IGN, None}]
    for number in ours:
        signal.signal(number, handler)
    try:
        yield
    finally:
        # One that was stopped stays deaf: the interpreter, too, has an end to come to.
        if handler.stopped_at is None:
            for number in ours:
                signal.signal(number, before[number])
        else:
            atexit.register(_ignore, ours)


def _ignore(numbers: Iterable[int]) -> None:
    """Let nothing end the process any more: at its end the interpreter takes our handler away."""
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)


class _Handler:
    def __init__(self) -> None:
        self.stopped_at: float | None = None
        self._terminals = [
            stream.fileno() for stream in (sys.stdout, sys.stderr) if stream.isatty()
        ]

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        if number == getattr(signal, "SIGHUP", None):
            self._leave_the_terminal()
        now = time.monotonic()
        if self.stopped_at is not None and now - self.stopped_at < _DEAF_SECONDS:
            return
        self.stopped_at = now
        raise Stopped(number)

    def _leave_the_terminal(self) -> None:
        """It is gone, and what we still say to it would fail."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for descriptor in self._terminals:
            os.dup2(nowhere, descriptor)
        os.close(nowhere)
