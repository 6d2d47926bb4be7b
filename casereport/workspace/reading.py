"""The door through which a case's bytes come in: a folder on the disk, or files held in memory.

Links are refused: what is read is the very path that was named.
"""

from __future__ import annotations

import datetime
import errno
import io
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol

from casereport.workspace.names import UnreadableError, spellings

MAX_FILE_BYTES = 64 * 1024 * 1024
"""No file of a case is read beyond this size (an image of 40 Mpx fits; a disk image does not)."""

MAX_FILES = 10_000

_PIECE = 1024 * 1024
"""Bytes that are read at a time."""

_REASONS = {errno.ENAMETOOLONG: "missing", errno.ELOOP: "outside"}


class Workspace(Protocol):
    """The one door through which a case's bytes come in."""

    @property
    def name(self) -> str:
        """The case's name: its folder's name."""

    @property
    def today(self) -> datetime.date:
        """The day on which the case is read (given, so that results depend on no clock)."""

    def names(self) -> tuple[str, ...]:
        """Every file of the case as a relative posix path, sorted.

        Raises:
            UnreadableError: the folder, or one below it (its relative path, ``.`` for the case
                folder itself), cannot be listed.
        """

    def read(self, name: str) -> bytes:
        """The bytes of one file.

        Raises:
            UnreadableError: see its reasons.
        """

    def stream(self, name: str) -> BinaryIO:
        """One file, opened to be read piece by piece, of any size; the caller closes it.

        Raises:
            UnreadableError: see its reasons.
        """


def _today() -> datetime.date:
    return datetime.datetime.now(tz=datetime.UTC).date()


@dataclass(frozen=True)
class MemoryWorkspace:
    """A case whose files are held in memory: tests, editors, jobs that arrive as bytes.

    ``refusals``: files that are there and cannot be read, each with the reason and the detail of
    its UnreadableError. ``unlisted``: the same, with the name, for a case that cannot be listed.
    """

    name: str
    files: Mapping[str, bytes]
    today: datetime.date = field(default_factory=_today)
    refusals: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    unlisted: tuple[str, str, str] | None = None

    def names(self) -> tuple[str, ...]:
        """Every file, sorted."""
        if self.unlisted is not None:
            raise UnreadableError(*self.unlisted)
        return tuple(sorted({*self.files, *self.refusals}))

    def read(self, name: str) -> bytes:
        """The bytes of one file (see Workspace)."""
        content = self._content(name)
        if len(content) > MAX_FILE_BYTES:
            raise UnreadableError(name, "too-large")
        return content

    def stream(self, name: str) -> BinaryIO:
        """One file piece by piece (see Workspace)."""
        return io.BytesIO(self._content(name))

    def _content(self, name: str) -> bytes:
        key = next((key for key in spellings(name) if key in self.files), None)
        if key is None:
            raise UnreadableError(name, *self._refusal(name))
        return self.files[key]

    def _refusal(self, name: str) -> tuple[str, str]:
        for spelling in spellings(name):
            if spelling in self.refusals:
                return self.refusals[spelling]
            if any(other.startswith(f"{spelling}/") for other in self.names()):
                return "not-a-file", ""
        return "missing", ""


@dataclass(frozen=True)
class DiskWorkspace:
    """A case folder on the disk."""

    folder: Path
    today: datetime.date = field(default_factory=_today)

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.folder.resolve().name

    def names(self) -> tuple[str, ...]:
        """Every file, sorted; hidden ones are passed over, links are named (and not read)."""
        found: list[str] = []
        seen = 0
        waiting = ["."]
        while waiting:
            for path, is_folder in _entries(self.folder, waiting.pop()):
                seen += 1
                if seen > MAX_FILES:
                    raise UnreadableError(".", "too-large", f"more than {MAX_FILES} files")
                (waiting if is_folder else found).append(path)
        return tuple(sorted(found))

    def read(self, name: str) -> bytes:
        """The bytes of one file (see Workspace); a link is refused."""
        with self._opened(name) as stream:
            if os.fstat(stream.fileno()).st_size > MAX_FILE_BYTES:
                raise UnreadableError(name, "too-large")
            try:
                return read_at_most(stream, MAX_FILE_BYTES + 1)
            except OSError as error:
                raise UnreadableError(name, "failed", str(error)) from error

    def stream(self, name: str) -> BinaryIO:
        """One file piece by piece (see Workspace); a link is refused."""
        return self._opened(name)

    @cached_property
    def _base(self) -> Path:
        """The folder without links, as it was found first: one put there since leads outside."""
        return self.folder.resolve()

    def _opened(self, name: str) -> BinaryIO:
        paths = [self._base / spelling for spelling in spellings(name)]
        try:
            path = next((path for path in paths if path.exists()), paths[-1])
            # A link may point anywhere: what is read must be the very path that was named.
            if path.resolve() != path:
                raise UnreadableError(name, "outside")
            # Asked before it is opened: to open a pipe is to wait for one who writes into it.
            if not stat.S_ISREG(path.stat().st_mode):
                raise UnreadableError(name, "not-a-file")
            return path.open("rb")
        except FileNotFoundError as error:
            raise UnreadableError(name, "missing") from error
        except PermissionError as error:
            raise UnreadableError(name, "permission") from error
        except RuntimeError as error:  # a link that leads to itself, as Python up to 3.12 tells it
            raise UnreadableError(name, "outside") from error
        except (OSError, ValueError) as error:
            reason = _REASONS.get(getattr(error, "errno", None) or 0, "failed")
            raise UnreadableError(name, reason, str(error)) from error


def read_at_most(stream: BinaryIO, most: int) -> bytes:
    """The first ``most`` bytes; Python makes room at once for all that is asked of it."""
    pieces: list[bytes] = []
    while most > 0 and (piece := stream.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _entries(base: Path, folder: str) -> Iterator[tuple[str, bool]]:
    """What stands in ``folder`` of ``base``: relative path, and whether it is a folder."""
    try:
        with os.scandir(base / folder) as entries:
            found = [
                (entry.name, entry.is_dir(follow_symlinks=False))
                for entry in entries
                if not entry.name.startswith(".") and not _is_device(entry)
            ]
    except FileNotFoundError as error:
        raise UnreadableError(folder, "missing") from error
    except NotADirectoryError as error:
        raise UnreadableError(folder, "not-a-file") from error
    except PermissionError as error:
        raise UnreadableError(folder, "permission") from error
    except OSError as error:
        raise UnreadableError(folder, "failed", str(error)) from error
    for name, is_folder in found:
        yield (name if folder == "." else f"{folder}/{name}"), is_folder


def _is_device(entry: os.DirEntry[str]) -> bool:
    """True for a pipe, a socket, a device: nothing that an author put there as a file."""
    kinds = (entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False))
    return not any(kinds) and not entry.is_symlink()
