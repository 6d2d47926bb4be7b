"""Writes over files of a case: all or none, and none that somebody has changed meanwhile."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from casereport.workspace.names import UnreadableError
from casereport.workspace.reading import DiskWorkspace
from casereport.workspace.staging import StagedFile, stage, sweep
from casereport.workspace.writing import refused


class ChangedMeanwhileError(Exception):
    """Files that are no longer what was read; nothing was written."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file of a case by its relative posix path: the bytes that were read, and the new ones."""

    name: str
    before: bytes
    after: bytes


def replace_all(folder: Path, replacements: tuple[Replacement, ...]) -> None:
    """Write the new bytes; each file keeps its permissions.

    Raises:
        ChangedMeanwhileError: a file does not hold the bytes that were read.
        CannotWriteError: the disk refused; when it did so before the first rename, all files are
            as they were.
    """
    staged: list[tuple[StagedFile, Path]] = []
    target = folder
    try:
        for each in replacements:
            target = folder / each.name
            sweep(target.parent)
            temporary = stage(target, each.after)
            staged.append((temporary, target))
            temporary.path.chmod(stat.S_IMODE(target.stat().st_mode))
        # At the last moment: what an editor saves from here on is seen by nobody.
        _prove_unchanged(folder, replacements)
        for temporary, target in staged:
            temporary.put_at(target)
    except OSError as error:
        raise refused(target, error) from error
    finally:
        for temporary, _ in staged:
            temporary.discard()


def _prove_unchanged(folder: Path, replacements: tuple[Replacement, ...]) -> None:
    workspace = DiskWorkspace(folder)
    changed: list[str] = []
    for each in replacements:
        try:
            same = workspace.read(each.name) == each.before
        except UnreadableError:
            same = False
        if not same:
            changed.append(each.name)
    if changed:
        raise ChangedMeanwhileError(tuple(changed))
