"""Finds the folders that hold a file of a certain name: the cases of a batch."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from casereport.workspace.names import UnreadableError, clean_name


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A folder that was found: ``path`` below ``root``, which is as it was given.

    ``fault``: it may hold more, but it could not be looked into.
    """

    root: Path
    path: Path
    fault: UnreadableError | None = None


def find_folder(base: Path, name: str, holding: str) -> FoundFolder:
    """The folder ``name`` below ``base``, which holds the file ``holding``.

    Raises:
        UnreadableError: there is no such folder (``missing``, ``not-a-file``: it is a file), it
            holds no such file (``no-case``), it leads out of ``base`` or through a link
            (``outside``), or it may not be looked into (``permission``).
    """
    path = base / clean_name(name)
    try:
        if not path.exists() and not path.is_symlink():
            raise UnreadableError(name, "missing")
        if path.resolve() != base.resolve() / clean_name(name):
            raise UnreadableError(name, "outside")
        if not path.is_dir():
            raise UnreadableError(name, "not-a-file")
        if not (path / holding).exists():
            raise UnreadableError(name, "no-case")
    except OSError as error:
        raise UnreadableError(name, "permission", error.strerror or str(error)) from error
    return FoundFolder(base, path)


def find_folders(
    roots: Collection[Path], holding: str, *, without: Collection[Path] = ()
) -> Iterator[FoundFolder]:
    """Every folder at or below ``roots`` that holds ``holding``, each once, sorted below its root.

    Links are not followed (a root may be one); hidden folders and those of ``without`` are left
    out, with all that is below them.
    """
    left_out = {os.path.realpath(path) for path in without}
    seen: set[str] = set()
    for root in roots:
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            real = os.path.realpath(folder)
            if real in seen or (real in left_out and folder != root):
                continue
            seen.add(real)
            try:
                below, is_found = _look_into(folder, holding)
            except OSError as error:
                reason = "permission" if isinstance(error, PermissionError) else "failed"
                fault = UnreadableError(folder.as_posix(), reason, error.strerror or str(error))
                yield FoundFolder(root, folder, fault)
                continue
            if is_found:
                yield FoundFolder(root, folder)
            waiting += [folder / name for name in sorted(below, reverse=True)]


def _look_into(folder: Path, holding: str) -> tuple[list[str], bool]:
    """The folders in ``folder``, and whether the file is there (as whatever it is)."""
    below: list[str] = []
    is_found = False
    with os.scandir(folder) as entries:
        for entry in entries:
            is_found = is_found or entry.name == holding
            if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                below.append(entry.name)
    return below, is_found
