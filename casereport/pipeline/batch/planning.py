"""Which cases there are, and under which name each is written.

A file is called as ``render`` calls it, ``<case>.<suffix>``, straight in the output folder. Cases
whose names collide lie in the folders in which they were found; where these collide too (two
roots), below the folders from which the roots part; and where even these do (two names that differ
in letters no file system keeps apart), in a numbered folder.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casereport.model.case_report import CASE_FILE
from casereport.workspace import (
    DiskWorkspace,
    FoundFolder,
    UnreadableError,
    find_folders,
    output_name,
)


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """A case of the batch.

    ``folder`` is the way to it from where the command was typed; ``below``: the folder for its
    files inside the output folder, empty for that one itself. ``fault``: this folder, and whether
    cases stand in it, could not be looked at.
    """

    root: Path
    folder: Path
    stem: str
    below: str = ""
    fault: UnreadableError | None = None

    @property
    def key(self) -> str:
        """Its files' path inside the output folder, without a suffix."""
        return f"{self.below}/{self.stem}" if self.below else self.stem


def plan_cases(roots: Sequence[Path], output: Path) -> tuple[PlannedCase, ...]:
    """Every case below ``roots``, in the order of the roots, then of the folders' names."""
    return name_cases(find_folders(roots, CASE_FILE, without=[output]))


def name_cases(
    found: Iterable[FoundFolder], taken: Collection[str] = ()
) -> tuple[PlannedCase, ...]:
    """The cases in these folders, each with a name of its own; ``taken`` names are others'."""
    plan = tuple(_planned(folder) for folder in found)
    parting = _parting(case.root for case in plan)
    places: tuple[Callable[[PlannedCase], str], ...] = (
        lambda case: _way(case.folder, case.root),
        lambda case: _way(case.folder.resolve(), parting),
    )
    for place in places:
        plan = tuple(_moved(plan, place))
    return tuple(_numbered(plan, taken))


def _planned(found: FoundFolder) -> PlannedCase:
    stem = output_name(DiskWorkspace(found.path).name)
    return PlannedCase(found.root, found.path, stem, fault=found.fault)


def _moved(
    plan: tuple[PlannedCase, ...], place: Callable[[PlannedCase], str]
) -> Iterator[PlannedCase]:
    """Those that collide put where ``place`` says, if it tells them apart."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for case in plan:
        places[_folded(case)].add(place(case))
    for case in plan:
        yield replace(case, below=place(case)) if len(places[_folded(case)]) > 1 else case


def _numbered(
    plan: Iterable[PlannedCase], others: Collection[str]
) -> Iterator[PlannedCase]:
    taken = {unicodedata.normalize("NFC", name).casefold() for name in others}
    for case in plan:
        number, free = 1, case
        while _folded(free) in taken:
            number += 1
            free = replace(case, below=f"{case.below}/{number}".lstrip("/"))
        taken.add(_folded(free))
        yield free


def _folded(case: PlannedCase) -> str:
    """The key as a file system sees it that keeps neither case nor composition apart."""
    return unicodedata.normalize("NFC", case.key).casefold()


def _way(folder: Path, base: Path) -> str:
    """The folders from ``base`` to the one in which the case stands, fit for names of files."""
    if folder == base:
        return ""
    return "/".join(output_name(part) for part in folder.parent.relative_to(base).parts)


def _parting(roots: Iterable[Path]) -> Path:
    """The deepest folder that holds all of ``roots``."""
    ways = [root.resolve().parent for root in roots]
    first = ways[0] if ways else Path()
    return next(
        base for base in (first, *first.parents) if all(way.is_relative_to(base) for way in ways)
    )
