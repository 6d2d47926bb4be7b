"""Lists of Persian names in full: «مریم مبینی، مهران کریمی», «مبینی، مریم؛ کریمی، مهران».

Which word is the family name is told by a comma within the name, or by words that are given names
in Iran, standing all on one side. Where neither tells, nothing is read.
"""

from __future__ import annotations

import re

from casereport.model.reference import Name
from casereport.references.pasted.given_names import GIVEN_NAMES, HONORIFICS
from casereport.references.pasted.persian import AND, ET_AL, LETTER
from casereport.text.characters import ZWNJ

_END = re.compile(r"[.:](?= |\Z)| \((?=1[34]\d\d)")
_ET_AL = re.compile(rf"[,;]? ?{ET_AL}\Z")
_WORD = rf"(?:{LETTER}|{ZWNJ}){{1,40}}"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,3}}"
_PERSON = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}")
_FAMILY_COMMA_GIVEN = re.compile(rf"(?P<family>{_WORDS}), (?P<given>{_WORDS})")
_BETWEEN_PERSONS = re.compile(rf" ?; ?(?:{AND} )?")
_BETWEEN_NAMES = re.compile(rf" ?[,;] ?(?:{AND} )?| {AND} ")
_MAX = 600


def full_names(plain: str, start: int, end: int) -> tuple[tuple[Name, ...], int, bool] | None:
    """The names up to a full stop, colon or year, where they end, and whether they were cut."""
    limit = _END.search(plain, start, min(end, start + _MAX))
    if limit is None:
        return None
    stop = limit.start()
    cut = _ET_AL.search(plain, start, stop)
    last = cut.start() if cut else stop
    names = _with_commas(plain[start:last]) or _by_given_names(plain[start:last])
    return (names, stop, cut is not None) if names else None


def _with_commas(listed: str) -> tuple[Name, ...]:
    pieces = _BETWEEN_PERSONS.split(listed)
    matches = [_FAMILY_COMMA_GIVEN.fullmatch(piece) for piece in pieces]
    found = tuple(
        Name(family=match["family"].strip(), given=match["given"].strip())
        for match in matches
        if match is not None
    )
    if len(found) < len(pieces) or f" {AND} " in listed:
        return ()
    if any(_has_given(name.family) for name in found):
        return ()
    # «مبینی، رضوی.» may be two people: a given name has to be there.
    given = [all(_is_given(word) for word in name.given.split()) for name in found]
    return found if 2 * sum(given) >= max(2, len(found)) or all(given) else ()


def _by_given_names(listed: str) -> tuple[Name, ...]:
    pieces = [piece.strip().split() for piece in _BETWEEN_NAMES.split(listed)]
    if not all(_PERSON.fullmatch(" ".join(words)) for words in pieces):
        return ()
    first = sum(_is_given(words[0]) for words in pieces)
    last = sum(_is_given(words[-1]) for words in pieces)
    known = sum(_is_given(words[0]) or _is_given(words[-1]) for words in pieces)
    if 2 * known < len(pieces) or bool(first) == bool(last):
        return ()
    return tuple(_given_first(words) if first else _given_last(words) for words in pieces)


def _given_first(words: list[str]) -> Name:
    count = 1
    while count < len(words) - 1 and (words[count - 1] in HONORIFICS or _is_given(words[count])):
        count += 1
    return Name(family=" ".join(words[count:]), given=" ".join(words[:count]))


def _given_last(words: list[str]) -> Name:
    count = 1
    while count < len(words) - 1 and (
        words[-count - 1] in HONORIFICS or _is_given(words[-count - 1])
    ):
        count += 1
    return Name(family=" ".join(words[:-count]), given=" ".join(words[-count:]))


def _is_given(word: str) -> bool:
    return word in GIVEN_NAMES or word in HONORIFICS


def _has_given(words: str) -> bool:
    return any(_is_given(word) for word in words.split())
