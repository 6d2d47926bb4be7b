"""A file that belongs to a case and stands in its folder or above it: a project's settings.

The way up ends at the root of the repository (the folder that holds ``.git``) or at the user's
home. For a case that lies below neither, its folder and the one above are looked at: farther up,
on a shared disk, a stranger's file may stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from casereport.workspace.names import UnreadableError
from casereport.workspace.reading import DiskWorkspace


def find_above(folder: Path, name: str) -> tuple[Path, bytes] | None:
    """The nearest file called ``name``, from ``folder`` upwards, with its bytes; None without one.

    Raises:
        UnreadableError: it is there but cannot be read (a link, a folder, no permission).
    """
    for each in _way_up(folder):
        # A folder that may not be looked into is told by whoever reads the case.
        if not _stands(each / name):
            continue
        try:
            return each / name, DiskWorkspace(each).read(name)
        except UnreadableError as error:
            if error.reason != "missing":
                raise
    return None


def _stands(path: Path) -> bool:
    """True when there is something of this name, as far as can be seen."""
    try:
        path.lstat()
    except OSError:
        return False
    return True


def read_file(path: Path) -> bytes:
    """The bytes of a file that was named on the command line.

    Raises:
        UnreadableError: it cannot be read.
    """
    return DiskWorkspace(path.parent).read(path.name)


def _way_up(folder: Path) -> Iterator[Path]:
    try:
        start, home = folder.resolve(), _home()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself, before Python 3.13
        raise UnreadableError(str(folder), "failed", str(error)) from error
    way = [start, *start.parents]
    for index, each in enumerate(way):
        if each == home or _stands(each / ".git"):
            yield from way[: index + 1]
            return
    yield from way[:2]


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # a user without a home
        return None
