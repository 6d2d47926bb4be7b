"""Temporary files beside the final names of results, and those that killed runs have left.

Each is locked (flock(2)) from its first byte until it is renamed. A lock ends with its process,
however that ends: a temporary file that can be locked is nobody's any more, however young it is.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

_TEMPORARY_PREFIX = ".casereport-"
_STALE_SECONDS = 3600
"""A temporary file this old was left by a run that was killed, where no lock can tell it."""


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left in ``folder`` under a temporary name."""
    strays: list[Path] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        strays = [Path(each) for each in entries if each.name.startswith(_TEMPORARY_PREFIX)]
    for stray in strays:
        with contextlib.suppress(OSError):
            _sweep_away(stray)


def _sweep_away(stray: Path) -> None:
    if stray.is_symlink() or not stray.is_file():
        return
    is_stale = stray.stat().st_mtime < time.time() - _STALE_SECONDS
    if sys.platform == "win32":
        if is_stale:
            stray.unlink()
        return
    with stray.open("rb") as stream:
        if _lock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, otherwise=is_stale):
            stray.unlink()


def _lock(stream: IO[bytes], how: int, *, otherwise: bool) -> bool:
    """Lock an open file until it is closed or its process ends, however that ends.

    False when another has it; ``otherwise`` where the file system knows no locks.
    """
    if sys.platform == "win32":
        return otherwise
    try:
        fcntl.flock(stream, how)
    except BlockingIOError:
        return False
    except OSError:
        return otherwise
    return True


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A temporary file that holds a result, flushed to the disk; locked, so that none sweeps it."""

    path: Path
    stream: IO[bytes]

    def put_at(self, target: Path) -> None:
        """Rename it to its final name."""
        if sys.platform == "win32":  # an open file cannot be renamed there
            self.stream.close()
        self.path.replace(target)

    def discard(self) -> None:
        """Remove it, unless it has been renamed."""
        with contextlib.suppress(OSError):
            self.stream.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def stage(target: Path, content: bytes) -> StagedFile:
    """Write ``content`` to a temporary file beside ``target``, flushed to the disk."""
    staged = _temporary_beside(target)
    try:
        staged.stream.write(content)
        staged.stream.flush()
        os.fsync(staged.stream.fileno())
        # mkstemp makes files private; results get the permissions that any new file would.
        umask = os.umask(0)
        os.umask(umask)
        staged.path.chmod(0o666 & ~umask)
    except BaseException:
        staged.discard()
        raise
    return staged


def _temporary_beside(target: Path) -> StagedFile:
    while True:
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY_PREFIX, dir=target.parent)
        staged = StagedFile(Path(name), os.fdopen(handle, "wb"))
        if sys.platform == "win32":
            return staged
        _lock(staged.stream, fcntl.LOCK_EX, otherwise=True)
        # Before it was locked, another run may have taken it for a stray.
        if os.fstat(handle).st_nlink:
            return staged
        staged.discard()


def sweep_all(directory: Path, folders: Iterable[str]) -> None:
    """Sweep these folders below ``directory``: what a run before this one left in them."""
    for folder in sorted(set(folders)):
        sweep(directory / folder)
