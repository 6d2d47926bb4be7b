"""Where a case's files come from and where results go: the disk, memory, and what day it is.

Reading a name can never leave the case folder: names are relative posix paths, resolved (after
percent-decoding) with links refused. Results are written beside their final name, flushed, then
renamed, so that no half-written file ever stands under a final name.
"""

from __future__ import annotations

import contextlib
import datetime
import errno
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from casereport.errors import CannotWriteError

MAX_FILE_BYTES = 64 * 1024 * 1024
"""No file of a case is read beyond this size (an image of 40 Mpx fits; a disk image does not)."""

MAX_FILES = 10_000
_TEMPORARY_PREFIX = ".casereport-"


class UnreadableError(Exception):
    """A file of the case that is absent, refused, outside the folder, or too large.

    ``reason`` is a stable word for the cause: ``missing``, ``outside``, ``too-large``,
    ``permission``, ``not-a-file``, ``failed``.
    """

    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(f"{name}: {detail or reason}")
        self.name = name
        self.reason = reason
        self.detail = detail


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
            UnreadableError: the folder cannot be listed.
        """

    def read(self, name: str) -> bytes:
        """The bytes of one file.

        Raises:
            UnreadableError: see its reasons.
        """


def _today() -> datetime.date:
    return datetime.datetime.now(tz=datetime.UTC).date()


def clean_name(name: str) -> str:
    """``name`` as a relative posix path inside the case folder.

    Raises:
        UnreadableError: it is empty, absolute, or climbs out (also when percent-encoded).
    """
    decoded = unquote(name.strip())
    if not decoded or "\0" in decoded or "\\" in decoded or ":" in decoded.split("/")[0]:
        raise UnreadableError(name, "outside")
    parts = [part for part in decoded.split("/") if part != "."]
    if decoded.startswith("/") or any(part in {"", ".."} for part in parts):
        raise UnreadableError(name, "outside")
    return "/".join(parts)


@dataclass(frozen=True)
class MemoryWorkspace:
    """A case whose files are held in memory: tests, editors, jobs that arrive as bytes."""

    name: str
    files: Mapping[str, bytes]
    today: datetime.date = field(default_factory=_today)

    def names(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return tuple(sorted(self.files))

    def read(self, name: str) -> bytes:
        """The bytes of one file (see Workspace)."""
        key = clean_name(name)
        if key not in self.files:
            raise UnreadableError(name, "missing")
        if len(self.files[key]) > MAX_FILE_BYTES:
            raise UnreadableError(name, "too-large")
        return self.files[key]


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
        """Every file, sorted; hidden ones and links are passed over."""
        found: list[str] = []
        for path in _walk(self.folder):
            found.append(path.relative_to(self.folder).as_posix())
            if len(found) > MAX_FILES:
                raise UnreadableError(".", "too-large", f"more than {MAX_FILES} files")
        return tuple(sorted(found))

    def read(self, name: str) -> bytes:
        """The bytes of one file (see Workspace); a link is refused."""
        relative = clean_name(name)
        base = self.folder.resolve()
        path = base / relative
        try:
            # A link may point anywhere: what is read must be the very path that was named.
            if path.resolve() != path:
                raise UnreadableError(name, "outside")
            with path.open("rb") as stream:
                information = os.fstat(stream.fileno())
                if not stat.S_ISREG(information.st_mode):
                    raise UnreadableError(name, "not-a-file")
                if information.st_size > MAX_FILE_BYTES:
                    raise UnreadableError(name, "too-large")
                return stream.read(MAX_FILE_BYTES + 1)
        except FileNotFoundError as error:
            raise UnreadableError(name, "missing") from error
        except IsADirectoryError as error:
            raise UnreadableError(name, "not-a-file") from error
        except PermissionError as error:
            raise UnreadableError(name, "permission") from error
        except (OSError, ValueError) as error:
            raise UnreadableError(name, "failed", str(error)) from error


def _walk(folder: Path) -> Iterator[Path]:
    """Regular files below ``folder``; hidden ones and links are passed over."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError as error:
        raise UnreadableError(str(folder), "missing") from error
    except NotADirectoryError as error:
        raise UnreadableError(str(folder), "not-a-file") from error
    except PermissionError as error:
        raise UnreadableError(str(folder), "permission") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def is_vacant(folder: Path) -> bool:
    """True when nothing stands at ``folder``, or an empty folder: a place for a new case.

    Raises:
        CannotWriteError: it cannot be looked into.
    """
    try:
        return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise CannotWriteError(str(folder), error.strerror or str(error)) from error


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One result: a relative posix path and its bytes."""

    path: str
    content: bytes


def write_all(directory: Path, outputs: tuple[OutputFile, ...]) -> tuple[Path, ...]:
    """Write results below ``directory``: all of them reach the disk before the first is renamed.

    Raises:
        CannotWriteError: nothing new stands under a final name when staging failed.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for output in outputs:
            target = directory / clean_name(output.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.append((_stage(target, output.content), target))
        for temporary, target in staged:
            temporary.replace(target)
    except OSError as error:
        is_full = error.errno == errno.ENOSPC
        reason = "the disk is full" if is_full else (error.strerror or str(error))
        raise CannotWriteError(error.filename or str(directory), reason) from error
    finally:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return tuple(target for _, target in staged)


def _stage(target: Path, content: bytes) -> Path:
    """Write ``content`` to a temporary file beside ``target``, flushed to the disk."""
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY_PREFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files private; results get the permissions that any new file would.
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
