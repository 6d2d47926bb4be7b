"""Fields that an entry takes from another: BibTeX's ``crossref``, biblatex's ``xdata``.

biblatex manual §2.4.1 and appendix B: the title of a book is the ``booktitle`` of its chapters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casereport.references.bibtex.blocks import Entry, Field

CONTAINERS_OF_DATA = frozenset({"xdata", "set"})
"""Entries that are no works but hold what others take, or name others."""

_PARTS = frozenset(
    str.split(
        "inbook incollection inproceedings conference suppbook suppcollection bookinbook "
        "inreference"
    )
)
_OWN = frozenset(
    str.split(
        "crossref xref xdata ids entryset entrysubtype execute label options presort "
        "related shorthand sortkey sorttitle abstract keywords file doi pages pmid url"
    )
)
_TITLES = {"title": "booktitle", "subtitle": "booksubtitle"}
_TITLES_OF_ARTICLES = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_MAX_STEPS = 5


@dataclass(frozen=True, slots=True)
class Dangling:
    """A field that names an entry which the file does not have."""

    entry: Entry
    field: Field
    name: str


def with_inherited(entries: Sequence[Entry]) -> tuple[list[Entry], list[Dangling]]:
    """Each entry with the fields that it takes from others, and the names that lead nowhere."""
    by_key: dict[str, Entry] = {}
    for entry in entries:
        by_key.setdefault(entry.citekey, entry)
    dangling: list[Dangling] = []
    completed: list[Entry] = []
    for entry in entries:
        fields = {field.name: field for field in entry.fields}
        if not fields.keys() & {"crossref", "xdata"}:
            completed.append(entry)
            continue
        for field, name in _names(fields):
            if name not in by_key:
                dangling.append(Dangling(entry, field, name))
        fields = _completed(entry.type, fields, by_key, {entry.citekey})
        completed.append(replace(entry, fields=tuple(fields.values())))
    return completed, dangling


def _names(fields: Mapping[str, Field]) -> list[tuple[Field, str]]:
    found: list[tuple[Field, str]] = []
    for kind in ("xdata", "crossref"):
        if (field := fields.get(kind)) is not None:
            names = [name.strip() for name in field.value.text[:1000].split(",")]
            found += [(field, name) for name in names if name]
    return found


def _completed(
    kind: str, fields: Mapping[str, Field], by_key: Mapping[str, Entry], seen: set[str]
) -> dict[str, Field]:
    completed = dict(fields)
    for field, name in _names(fields):
        parent = by_key.get(name)
        if parent is None or name in seen or len(seen) > _MAX_STEPS:
            continue
        theirs = {each.name: each for each in parent.fields}
        theirs = _completed(parent.type, theirs, by_key, seen | {name})
        is_data = field.name == "xdata"
        for their_name, their in theirs.items():
            ours = their_name if is_data else _renamed(kind, their_name)
            if ours:
                completed.setdefault(ours, replace(their, name=ours))
    return completed


def _renamed(kind: str, name: str) -> str:
    """What a field of the whole is called in its part; empty when it says nothing of the part."""
    if name in _OWN:
        return ""
    titles = _TITLES if kind in _PARTS else _TITLES_OF_ARTICLES if kind == "article" else {}
    return titles.get(name, name if name not in _TITLES else "")
