"""The paths by which the prose calls facts: those there are, and what an unknown one may mean."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from typing import Any

from casereport.diagnostics import Route
from casereport.model.base import Facts
from casereport.model.case_file import CaseFile
from casereport.model.case_report import as_meant
from casereport.model.clinical import Finding, HistoryItem, Imaging, Intervention, Lab
from casereport.model.statements import Statement

ROOTS = (
    "patient", "history", "findings", "labs", "imaging", "interventions", "outcome", "dates",
    "publication", "statements",
)  # fmt: skip
DATE_STYLES = ("long", "numeric", "month-year", "year")
SUFFIXES = ("value", "unit", "range", "date", "name", *DATE_STYLES)
ITEMS = (Lab, Finding, HistoryItem, Imaging, Intervention, Statement)
"""What has a value of its own beside its parts: called by name it prints that."""

_FEW = 4


def paths(facts: CaseFile) -> tuple[str, ...]:
    """Every path that names a fact of this case (without suffixes), sorted."""
    found: list[str] = []

    def walk(node: Any, route: str) -> None:
        if isinstance(node, Mapping):
            for key in node:
                walk(node[key], f"{route}.{key}")
        elif isinstance(node, Facts):
            if isinstance(node, ITEMS):
                found.append(route)
            for name in type(node).model_fields:
                if getattr(node, name) is not None:
                    walk(getattr(node, name), f"{route}.{name.replace('_', '-')}")
        elif node is not None and not isinstance(node, (tuple, bool)):
            found.append(route)

    for root in ROOTS:
        walk(getattr(facts, root), root)
    return tuple(sorted(found))


def is_told(path: str, facts: CaseFile, refused: Collection[Route]) -> bool:
    """True when ``path`` names a fact that stands in the file but was refused, and told, there."""
    node: Any = facts
    parts = path.split(".")
    for index, part in enumerate(parts):
        is_field = isinstance(node, Facts) and part.replace("-", "_") in type(node).model_fields
        if tuple(parts[: index + 1]) in refused and (is_field or isinstance(node, Mapping)):
            return parts[0] in ROOTS
        node = child(node, part)
    return parts[0] in ROOTS and any(_was_meant(route, parts) for route in refused)


def _was_meant(route: Route, parts: list[str]) -> bool:
    """True when the path leads into a part that stands in the file under a spoilt name."""
    if as_meant(route) != route:  # its name held what no text may hold
        return list(as_meant(route)) == parts[: len(route)]
    # An unknown field at the top: of "lab" is told "Did you mean labs?".
    names = [str(part) for part in route]
    return len(names) == 1 and difflib.get_close_matches(parts[0], names, cutoff=0.75) != []


def nearest(path: str, facts: CaseFile) -> str:
    """The path that was probably meant; empty when none is like it."""
    known = paths(facts)
    parent, _, last = path.rpartition(".")
    # A beginning that two paths share makes them no more alike: names of one group are compared.
    beside = {name.rpartition(".")[2]: name for name in known if name.rpartition(".")[0] == parent}
    near = difflib.get_close_matches(last, beside, n=1, cutoff=0.6)
    if near:
        return beside[near[0]]
    found = difflib.get_close_matches(path, known, n=1, cutoff=0.75)
    if not found and "." in parent and last not in SUFFIXES:
        found = difflib.get_close_matches(parent, known, n=1, cutoff=0.75)
    return found[0] if found else ""


def members(path: str, facts: CaseFile) -> tuple[str, ...]:
    """A few of the facts directly inside the group that ``path`` names; none when it is none."""
    known = paths(facts)
    if path.partition(".")[0] not in ROOTS or path in known:
        return ()
    inside = (name for name in known if name.startswith(f"{path}."))
    depth = path.count(".") + 1
    return tuple(name for name in inside if name.count(".") == depth)[:_FEW]


def child(node: Any, part: str) -> Any:
    """The child of a mapping or model by its key in the file; None when there is none."""
    if isinstance(node, Mapping):
        return node.get(part)
    if isinstance(node, Facts):
        name = part.replace("-", "_")
        return getattr(node, name) if name in type(node).model_fields and "_" not in part else None
    return None
