"""What two lists of references have in common, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields

from casereport.model.reference import Issued, Name, Reference
from casereport.references.duplicates import duplicates

_PASSED_OVER = frozenset({"citekey", "spans", "title_markup"})


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that two entries of one work have otherwise; as text."""

    field: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One work that stands in both lists; ``differences`` is empty where they say the same."""

    first: Reference
    second: Reference
    differences: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two lists side by side."""

    pairs: tuple[Pair, ...]
    only_first: tuple[Reference, ...]
    only_second: tuple[Reference, ...]

    @property
    def differing(self) -> tuple[Pair, ...]:
        """Works that the two lists tell otherwise, or under another citekey."""
        return tuple(
            pair
            for pair in self.pairs
            if pair.differences or pair.first.citekey != pair.second.citekey
        )

    @property
    def is_same(self) -> bool:
        """True when the two lists say the same."""
        return not (self.differing or self.only_first or self.only_second)


def compare(first: Iterable[Reference], second: Iterable[Reference]) -> Comparison:
    """Entries belong together by their citekey, else as one work (DOI, PMID, title and place)."""
    mine, theirs = list(first), list(second)
    matched: dict[int, Reference] = {}
    free = {id(one): one for one in theirs}
    by_key: dict[str, list[Reference]] = {}
    for one in theirs:
        by_key.setdefault(one.citekey, []).append(one)
    for one in mine:
        same_key = by_key.get(one.citekey)
        if same_key:
            matched[id(one)] = found = same_key.pop(0)
            del free[id(found)]
    rest = [one for one in mine if id(one) not in matched]
    own = {id(one) for one in rest}
    # One list after the other: what the second repeats of the first is the same work.
    for later, earlier, _ in duplicates([*rest, *free.values()]):
        if id(later) in free and id(earlier) in own:
            matched[id(earlier)] = later
            own.discard(id(earlier))
            del free[id(later)]
    return Comparison(
        pairs=tuple(
            Pair(one, matched[id(one)], tuple(_differences(one, matched[id(one)])))
            for one in mine
            if id(one) in matched
        ),
        only_first=tuple(one for one in mine if id(one) not in matched),
        only_second=tuple(one for one in theirs if id(one) in free),
    )


def _differences(one: Reference, other: Reference) -> Iterator[FieldDifference]:
    for field in fields(Reference):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if field.name not in _PASSED_OVER and mine != theirs:
            yield FieldDifference(field.name, shown(mine), shown(theirs))


def shown(value: object) -> str:
    """A field's value in one line of text."""
    if isinstance(value, tuple):
        return ", ".join(shown(part) for part in value)
    if isinstance(value, Name):
        person = " ".join(filter(None, (value.family, value.given, value.suffix)))
        return value.literal or person
    if isinstance(value, Issued):
        parts = (value.year, value.month, value.day)
        return value.literal or "-".join(str(part) for part in parts if part is not None)
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)


def values_of(reference: Reference) -> dict[str, object]:
    """The fields of a reference that say something, as values of JSON."""
    found: dict[str, object] = {}
    for field in fields(Reference):
        value = getattr(reference, field.name)
        if field.name == "spans" or not value or value == Issued():
            continue
        if isinstance(value, tuple):
            found[field.name] = [_bare(asdict(one)) for one in value]
        elif isinstance(value, Issued):
            found[field.name] = _bare(asdict(value))
        else:
            found[field.name] = value
    return found


def _bare(parts: dict[str, object]) -> dict[str, object]:
    return {key: part for key, part in parts.items() if part not in {None, ""}}
