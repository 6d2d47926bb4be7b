"""A journal under the many names that databases give it: full, abbreviated, with a subtitle."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casereport.references.journal_names import is_same_journal, words_of_name
from casereport.references.languages import language_of_script

_SUBTITLE = re.compile(r"[:(;=/]|\s[-\u2013\u2014]\s")
_COUNTRY = frozenset({"u", "s", "a", "us", "usa", "united", "states", "america"})


def same_journal(ours: str, theirs: Iterable[str]) -> bool | None:
    """Whether a journal's name is one of those given; None where the scripts differ.

    >>> same_journal("Proc Natl Acad Sci USA", ["Proceedings of the National Academy of Sciences"])
    True
    >>> same_journal("Clin Rheumatol", ["Journal of Clinical Rheumatology", "J Clin Rheumatol"])
    False
    """
    comparable = [name for name in theirs if language_of_script(name) == language_of_script(ours)]
    if not comparable:
        return None
    return any(is_same_journal(ours, name) or _may_be_one(ours, name) for name in comparable)


def _may_be_one(one: str, other: str) -> bool:
    """True when one name shortens the other, leaves out a subtitle, or is its initials."""
    return any(
        _is_shortened(words_of_name(first), words_of_name(second))
        for first in _forms(one)
        for second in _forms(other)
    )


def _forms(name: str) -> tuple[str, ...]:
    """A name, and what stands before a subtitle or a place in it."""
    match = _SUBTITLE.search(name)
    return (name, name[: match.start()]) if match is not None and match.start() else (name,)


def _is_shortened(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    first, second = _without_country(first), _without_country(second)
    if not first or not second or "".join(first) == "".join(second):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1:
        return "".join(word[0] for word in long) == short[0]
    return len(short) == len(long) > 1 and all(map(_shortens, short, long))


def _without_country(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the country at their end, which some abbreviations leave out."""
    while len(words) > 2 and words[-1] in _COUNTRY:
        words = words[:-1]
    return words


def _shortens(one: str, other: str) -> bool:
    """True when the letters of the shorter word stand in the longer one, in their order.

    Natl is National, and Dtsch Deutsche.
    """
    short, long = sorted((one, other), key=len)
    if short[0] != long[0]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
