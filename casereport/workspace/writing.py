"""Where results go: whole files or none.

Each is written beside its final name, flushed to the disk, then renamed, so that no half-written
file ever stands under a final name; a failure leaves no file and no folder of ours behind.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from dataclasses import dataclass
from pathlib import Path

from casereport.errors import CannotWriteError
from casereport.workspace.staging import StagedFile, stage, sweep

# Controls, bidi controls, lone surrogates and line separators: no part of a file's name.
_UNFIT_FOR_NAMES = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff/]"
)
_MAX_STEM_BYTES = 245
"""File systems allow 255; the longest suffix takes six."""


def is_vacant(folder: Path) -> bool:
    """True when nothing stands at ``folder``, or an empty folder: a place for a new case.

    Raises:
        CannotWriteError: it cannot be looked into.
    """
    try:
        return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise refused(folder, error) from error


def is_same_folder(one: Path, other: Path) -> bool:
    """True when both paths lead to one folder, whether it exists or not."""
    return os.path.realpath(one) == os.path.realpath(other)


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One result: a relative posix path and its bytes."""

    path: str
    content: bytes


def output_name(name: str) -> str:
    r"""``name`` as an output file's stem: without controls and bidi controls, and short enough.

    >>> output_name("evil\u202efdp")
    'evil-fdp'
    """
    stem = _UNFIT_FOR_NAMES.sub("-", name).encode("utf-8")[:_MAX_STEM_BYTES]
    return stem.decode("utf-8", "ignore") or "case"


def write_all(directory: Path, outputs: tuple[OutputFile, ...]) -> tuple[Path, ...]:
    """Write results below ``directory``: all of them reach the disk before the first is renamed.

    Raises:
        CannotWriteError: nothing new stands under a final name when staging failed.
        ValueError: an output's path leads out of ``directory``.
    """
    made: list[Path] = []
    staged: list[tuple[StagedFile, Path]] = []
    target = directory
    try:
        for output in outputs:
            target = directory / _inside(output.path)
            _make_folders(target.parent, made)
            sweep(target.parent)
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            staged.append((stage(target, output.content), target))
        for temporary, target in staged:
            temporary.put_at(target)
    except OSError as error:
        raise refused(target, error) from error
    finally:
        for temporary, _ in staged:
            temporary.discard()
        for folder in reversed(made):
            # One that holds a result stays.
            with contextlib.suppress(OSError):
                folder.rmdir()
    return tuple(target for _, target in staged)


_REFUSALS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "read-only",
    errno.EISDIR: "is-a-folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.EFBIG: "too-large",
}


def refused(path: Path | str, error: OSError) -> CannotWriteError:
    """What the system's refusal to write ``path`` is to us."""
    reason = _REFUSALS.get(error.errno or 0, "failed")
    return CannotWriteError(str(path), reason, error.strerror or str(error))


def _inside(path: str) -> str:
    if not path or path.startswith("/") or ".." in path.split("/"):
        raise ValueError(f"an output's path leads out of its folder: {path!r}")
    return path


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make ``folder`` and those above it; ``made`` gets each one that was not there."""
    absent = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(absent):
        with contextlib.suppress(FileExistsError):  # another run may make it at the same moment
            each.mkdir()
            made.append(each)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
