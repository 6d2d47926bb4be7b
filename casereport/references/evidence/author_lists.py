"""Author lists of one work: the same people? By family names, for given ones are often initials."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from casereport.model.reference import Name
from casereport.references.languages import language_of_script

_NO_DECOMPOSITION = str.maketrans(
    {
        "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00e6": "ae", "\u0153": "oe",
        "\u0131": "i", "\u00f0": "d", "\u00fe": "th", "\u064a": "\u06cc", "\u0643": "\u06a9",
    }
)  # fmt: skip
_UMLAUT_E = re.compile(r"(?<=[aou])e")
_COMPARED = 100
"""Who comes later in a list of authors is printed nowhere."""


@dataclass(frozen=True, slots=True)
class AuthorDifference:
    """The first difference: its place (from 1; in our list, else in theirs) and the two names.

    A name is empty where the other list has one more.
    """

    number: int
    ours: str
    theirs: str


def same_authors(
    ours: Sequence[Name], theirs: Sequence[Name], *, cut: bool
) -> AuthorDifference | bool | None:
    """True for the same people, their first difference, or None where they cannot be compared.

    ``cut``: one of the lists ends with et al., so that it is compared as far as it goes. Groups
    count for nothing where the other list names people: databases add and leave them out.
    """
    mine, others = _people(ours), _people(theirs)
    if not mine or not others:
        return None
    if {language_of_script(name.family) for name in mine} != {
        language_of_script(name.family) for name in others
    }:
        return None
    if cut:
        shorter = min(len(mine), len(others))
        mine, others = mine[:shorter], others[:shorter]
    if len(mine) == len(others) and all(map(is_same_person, mine, others)):
        return True
    return _first_difference(mine, others)


def _people(names: Sequence[Name]) -> list[Name]:
    return [name for name in names[:_COMPARED] if name.family]


def _first_difference(mine: list[Name], others: list[Name]) -> AuthorDifference | bool:
    # Names that are one but written in two ways get one mark, so that the rest can be laid beside.
    known = [_letters(name.family) for name in mine]
    marks = [_mark(name, mine, known) for name in others]
    matcher = difflib.SequenceMatcher(None, known, marks, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        # Who only changed the place is neither left out nor added.
        moved = kind == "insert" and marks[other_start] in known
        moved = moved or (kind == "delete" and known[start] in marks)
        own = mine[start].family if start < (len(mine) if moved else end) else ""
        last = len(others) if moved else other_end
        their = others[other_start].family if other_start < last else ""
        return AuthorDifference((start if own else other_start) + 1, own, their)
    return True


def _mark(name: Name, mine: list[Name], known: list[str]) -> str:
    letters = _letters(name.family)
    if letters in known:
        return letters
    return next((_letters(one.family) for one in mine if is_same_person(one, name)), letters)


def is_same_person(one: Name, other: Name) -> bool:
    """True when two family names may be one: particles, accents, hyphens, ue for \u00fc.

    Databases also exchange family and given name, or put both into one.

    >>> is_same_person(Name("M\u00fcller"), Name("Mueller"))
    True
    >>> is_same_person(Name("van der Berg"), Name("Berg", "J van der"))
    True
    >>> is_same_person(Name("Antonopoulos"), Name("Andonopoulos"))
    False
    """
    first, second = _letters(one.family), _letters(other.family)
    if first == second or _UMLAUT_E.sub("", first) == _UMLAUT_E.sub("", second):
        return True
    if _has_at_end(one.family, second) or _has_at_end(other.family, first):
        return True
    exchanged = _letters(other.given)
    return len(exchanged) > 2 and first == exchanged


def _has_at_end(family: str, letters: str) -> bool:
    """True when a name of several words ends with these: a particle or a given name before it."""
    words = family.replace("-", " ").split()
    return any(_letters("".join(words[start:])) == letters for start in range(1, len(words)))


def _letters(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name[:200].casefold().translate(_NO_DECOMPOSITION))
    return "".join(letter for letter in decomposed if letter.isalpha())
