"""The parent's end of a worker's pipe, which waits for nobody.

A :class:`~multiprocessing.connection.Connection` sends and receives whole messages, and blocks
until they are through: a worker that is stopped before it reads, or that sends half an answer,
would hold up all the others. So its bytes are written and read here, as many as there are, in its
own framing: a length of four bytes, big-endian; from 2 GiB on -1, then one of eight.

Windows has pipes of another kind: there, messages pass whole and block.
"""

from __future__ import annotations

import os
import selectors
import struct
import sys
from collections.abc import Sequence
from multiprocessing import connection
from multiprocessing.connection import Connection

_HEADER = struct.Struct("!i")
_LONG_HEADER = struct.Struct("!iQ")
_LONGEST = 512 * 1024 * 1024
"""Of an answer; ASCII that somebody prints on the pipe, taken for a length, is always longer."""
_CHUNK = 256 * 1024
_PATIENCE = 0.1
"""Seconds without progress after which the rest of a message is left for later."""


class BrokenMessageError(Exception):
    """What came through the pipe is no message."""


class Channel:
    """Whole messages over a connection, sent and received in pieces."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self._unsent = memoryview(b"")
        self._received = bytearray()
        if sys.platform != "win32":
            # Of this end alone: the worker's own still waits for its jobs.
            os.set_blocking(pipe.fileno(), False)

    @property
    def is_sending(self) -> bool:
        """True while a part of a message has not been taken."""
        return len(self._unsent) > 0

    @property
    def has_spoken(self) -> bool:
        """True when there is something to be read: a message, a part of one, the end."""
        return bool(self._received) or bool(connection.wait([self.pipe], 0))

    def send(self, message: bytes) -> None:
        """Send what the other side takes without delay; ``push`` sends the rest."""
        if sys.platform == "win32":
            self.pipe.send_bytes(message)
            return
        size = len(message)
        short = size <= 0x7FFFFFFF
        header = _HEADER.pack(size) if short else _LONG_HEADER.pack(-1, size)
        # One that has died takes nothing; its end is found by the next ``receive``.
        self._unsent = memoryview(header)
        self.push()
        self._unsent = memoryview(bytes(self._unsent) + message if self._unsent else message)
        self.push()
        while self.is_sending and wait_for((), (self,), _PATIENCE):
            self.push()

    def push(self) -> None:
        """Send as much of what is left as is taken now."""
        while self.is_sending:
            try:
                taken = os.write(self.pipe.fileno(), self._unsent)
            except BlockingIOError:
                return
            except OSError:
                self._unsent = memoryview(b"")
                return
            self._unsent = self._unsent[taken:]

    def receive(self) -> bytes | None:
        """The next message, once it is whole.

        Raises:
            EOFError: the other side has closed it.
            BrokenMessageError: what comes is no message.
        """
        if sys.platform == "win32":
            return self.pipe.recv_bytes(_LONGEST) if self.pipe.poll() else None
        while (message := self._whole()) is None:
            try:
                chunk = os.read(self.pipe.fileno(), _CHUNK)
            except BlockingIOError:
                return None
            except OSError as error:
                # A socket whose other end died with bytes unread is reset.
                raise EOFError from error
            if not chunk:
                raise EOFError
            self._received += chunk
        return message

    def _whole(self) -> bytes | None:
        if len(self._received) < _HEADER.size:
            return None
        (size,) = _HEADER.unpack_from(self._received)
        if not 0 < size <= _LONGEST:
            raise BrokenMessageError(f"a message of {size} bytes")
        end = _HEADER.size + size
        if len(self._received) < end:
            return None
        message = bytes(memoryview(self._received)[_HEADER.size : end])
        del self._received[:end]
        return message

    def close(self) -> None:
        """Close it; what has not been sent is dropped."""
        self._unsent = memoryview(b"")
        self.pipe.close()


def wait_for(
    readable: Sequence[Connection | int], writable: Sequence[Channel], seconds: float
) -> bool:
    """Wait until there is something to read from, or room to write to; False for none in time."""
    if sys.platform == "win32":
        return bool(connection.wait(readable, seconds))
    wanted: dict[int, int] = {}
    for each in readable:
        wanted[each if isinstance(each, int) else each.fileno()] = selectors.EVENT_READ
    for channel in writable:
        number = channel.pipe.fileno()
        wanted[number] = wanted.get(number, 0) | selectors.EVENT_WRITE
    with selectors.DefaultSelector() as selector:
        for number, events in wanted.items():
            selector.register(number, events)
        return bool(selector.select(seconds))
