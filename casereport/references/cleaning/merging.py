"""Entries of one work become one entry: the fuller fields are kept, contradictions are told.

The first entry of the file stays, with its citekey. Two entries are never merged when an author of
the one cannot be the author of the other: Antonopoulos and Andonopoulos are two people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

from casereport.diagnostics import N_, Message, say
from casereport.model.reference import Issued, Name, Reference
from casereport.references.duplicates import duplicates
from casereport.references.journal_names import is_same_journal
from casereport.references.pages import format_pages
from casereport.references.titles import are_near, title_words

VARIABLES = MappingProxyType(
    {
        "authors": "author", "editors": "editor", "title": "title",
        "container_title": "container-title", "collection_title": "collection-title",
        "publisher": "publisher", "publisher_place": "publisher-place", "edition": "edition",
        "volume": "volume", "issue": "issue", "supplement": "supplement-number", "page": "page",
        "number": "number", "issued": "issued", "accessed": "accessed", "doi": "DOI",
        "pmid": "PMID", "pmcid": "PMCID", "issn": "ISSN", "isbn": "ISBN", "url": "URL",
        "genre": "genre", "note": "note", "language": "language",
    }
)  # fmt: skip
"""Fields of the model that are merged, with their CSL names."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A field that comes from another entry: empty in the kept one, or fuller there."""

    field: str
    source: Reference


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which two entries of one work contradict each other; that of ``kept`` stays."""

    field: str
    kept: Reference
    other: Reference


@dataclass(frozen=True, slots=True)
class Merged:
    """One work: the entry that stays with its new values, those that go, what came from where."""

    kept: Reference
    removed: tuple[Reference, ...]
    taken: tuple[Taken, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Two entries that look like one work and are not merged, and why."""

    one: Reference
    other: Reference
    reason: Message


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What a list holds twice: the merged entries, and what is left to the author."""

    merged: tuple[Merged, ...] = ()
    refused: tuple[Refused, ...] = ()


def merge_duplicates(references: Iterable[Reference]) -> Duplicates:
    """Every work that stands in the list more than once, merged where that is certain."""
    merged: list[Merged] = []
    refused: list[Refused] = []
    for first, others in _groups(references):
        current = Merged(first, ())
        for other in others:
            reason = _two_works(current.kept, other)
            if reason is not None:
                refused.append(Refused(first, other, reason))
            else:
                current = _with(current, other)
        if current.removed:
            merged.append(current)
    return Duplicates(tuple(merged), tuple(refused))


def _groups(references: Iterable[Reference]) -> Iterator[tuple[Reference, list[Reference]]]:
    """Each first entry of a work with the later ones of the same work."""
    listed = list(references)
    place = {id(one): number for number, one in enumerate(listed)}
    first_of: dict[int, int] = {}
    groups: dict[int, list[Reference]] = {}
    for reference, other, _ in duplicates(listed):
        first = first_of.get(place[id(other)], place[id(other)])
        first_of[place[id(reference)]] = first
        groups.setdefault(first, []).append(reference)
    return ((listed[first], group) for first, group in sorted(groups.items()))


def _two_works(one: Reference, other: Reference) -> Message | None:
    """Why two entries that look like one work may be two; None when nothing speaks for it."""
    for mine, theirs in zip(one.authors, other.authors, strict=False):
        if not _may_be_one_person(mine, theirs):
            return say(
                N_("{one} and {other} are two people."), one=_shown(mine), other=_shown(theirs)
            )
    if len(one.authors) != len(other.authors) and not _is_cut(one, other):
        return say(N_("One of them has more authors, and neither says that its list is cut."))
    if one.type != other.type:
        return say(N_("They are of two types: {one} and {other}."), one=one.type, other=other.type)
    return None


def _is_cut(one: Reference, other: Reference) -> bool:
    """True when the shorter list of authors says that it is cut, or there is none."""
    shorter = min((one, other), key=lambda each: len(each.authors))
    return shorter.et_al or not shorter.authors


def _may_be_one_person(one: Name, other: Name) -> bool:
    if one.literal or other.literal:
        return title_words(one.literal) == title_words(other.literal)
    if title_words(one.family) != title_words(other.family):
        return False
    if one.suffix and other.suffix and title_words(one.suffix) != title_words(other.suffix):
        return False
    mine, theirs = _initials(one.given), _initials(other.given)
    shorter = min(len(mine), len(theirs))
    return mine[:shorter] == theirs[:shorter]


def _initials(given: str) -> str:
    """``Nina`` is N, ``G. M.`` and ``GM`` are GM."""
    words = given.replace(".", " ").replace("-", " ").split()
    joined = len(words) == 1 and words[0].isupper() and len(words[0]) <= 3
    return words[0] if joined else "".join(word[0].upper() for word in words)


def _shown(name: Name) -> str:
    return name.literal or f"{name.family} {name.given}".strip()


def _with(merged: Merged, other: Reference) -> Merged:
    """``merged`` with the fields of one more entry."""
    kept = merged.kept
    taken, conflicts = list(merged.taken), list(merged.conflicts)
    values: dict[str, Any] = {}
    for field in VARIABLES:
        mine, theirs = getattr(kept, field), getattr(other, field)
        if mine == theirs or _is_empty(theirs):
            continue
        wanted = theirs if _is_empty(mine) else _FULLER.get(field, _neither)(mine, theirs)
        if wanted is None:
            conflicts.append(Conflict(field, kept, other))
        elif wanted == theirs:
            values[field] = theirs
            taken = [one for one in taken if one.field != field]
            taken.append(Taken(field, other))
    if "title" in values:
        values["title_markup"] = other.title_markup
    if "authors" in values:
        values["et_al"] = other.et_al
    removed = (*merged.removed, other)
    return Merged(replace(kept, **values), removed, tuple(taken), tuple(conflicts))


def _is_empty(value: object) -> bool:
    return value in {"", ()} or value == Issued()


def _neither(_mine: object, _theirs: object) -> None:
    """Two values of which none is the fuller."""
    return


def _fuller_people(mine: tuple[Name, ...], theirs: tuple[Name, ...]) -> tuple[Name, ...] | None:
    """The longer list, or of two equally long ones that with the longer given names."""
    pairs = list(zip_longest(mine, theirs))
    if any(one and other and not _may_be_one_person(one, other) for one, other in pairs):
        return None
    if len(mine) != len(theirs):
        return max(mine, theirs, key=len)
    return theirs if _letters(theirs) > _letters(mine) else mine


def _letters(people: tuple[Name, ...]) -> int:
    return sum(len(name.given.replace(".", "")) for name in people)


def _fuller_title(mine: str, theirs: str) -> str | None:
    return mine if are_near(title_words(mine), title_words(theirs)) else None


def _fuller_journal(mine: str, theirs: str) -> str | None:
    """The name that the kept entry has, when both are one journal's."""
    return mine if is_same_journal(mine, theirs) else None


def _fuller_pages(mine: str, theirs: str) -> str | None:
    full = [format_pages(pages.replace("\u2013", "-"), "full") for pages in (mine, theirs)]
    if full[0] == full[1]:
        return max(mine, theirs, key=len)
    first = [pages.partition("-")[0] for pages in full]
    # One gives the first page alone.
    only_first = [pages for pages in full if "-" not in pages]
    return max(mine, theirs, key=len) if first[0] == first[1] and len(only_first) == 1 else None


def _fuller_date(mine: Issued, theirs: Issued) -> Issued | None:
    if mine.year is None or mine.year != theirs.year:
        return None
    parts = [(date.month, date.day) for date in (mine, theirs)]
    shorter, longer = sorted(parts, key=lambda part: sum(each is not None for each in part))
    agree = all(one is None or one == other for one, other in zip(shorter, longer, strict=True))
    return (mine if parts[0] == longer else theirs) if agree else None


def _same_letters(mine: str, theirs: str) -> str | None:
    """Identifiers and words differ by case, full stops and accents only."""
    return mine if title_words(mine) == title_words(theirs) else None


_FULLER: dict[str, Callable[[Any, Any], Any]] = {
    "authors": _fuller_people, "editors": _fuller_people, "title": _fuller_title,
    "container_title": _fuller_journal, "page": _fuller_pages, "issued": _fuller_date,
    "accessed": _fuller_date, "doi": _same_letters, "publisher": _same_letters,
    "publisher_place": _same_letters, "collection_title": _same_letters, "issn": _same_letters,
    "isbn": _same_letters, "edition": _same_letters, "supplement": _same_letters,
    "genre": _same_letters, "note": _same_letters, "url": _same_letters,
}  # fmt: skip
