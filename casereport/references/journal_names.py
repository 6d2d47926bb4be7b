"""Names of journals in their full and their abbreviated forms."""

from __future__ import annotations

import re
from functools import lru_cache

from casereport.references.titles import MAX_TITLE, title_words

_SMALL = frozenset(
    {"of", "the", "and", "in", "for", "on", "de", "la", "le", "et", "und", "der", "fur", "a"}
)  # fmt: skip
_PLACE = re.compile(r"(?<!\s)\s*\([^()]{1,60}\)\s*$")
_ABBREVIATES = 2
"""An abbreviation leaves out this many letters at least: a plural is none."""


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a journal's name that an abbreviation keeps."""
    words = title_words(_PLACE.sub("", name[:MAX_TITLE]))
    return tuple(word for word in words if word not in _SMALL) or words


def is_same_journal(one: str, other: str) -> bool:
    """True when two names are one name but for abbreviation, full stops, case or small words.

    >>> is_same_journal("Ann Rheum Dis", "Annals of the Rheumatic Diseases")
    True
    >>> is_same_journal("Clin Rheumatol", "J Clin Rheumatol"), is_same_journal("Gene", "Genes")
    (False, False)
    """
    first, second = words_of_name(one), words_of_name(other)
    if _place_of(one) and _place_of(other) and _place_of(one) != _place_of(other):
        return False
    if first == second:
        return True
    if len(first) != len(second) or len(first) < 2:
        return False
    return all(_is_one_word(a, b) for a, b in zip(first, second, strict=True))


def _is_one_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    return long.isalpha() and long.startswith(short) and len(long) - len(short) >= _ABBREVIATES


def _place_of(name: str) -> tuple[str, ...]:
    """The words of the place that tells journals of one name apart: ``(Oxford)``."""
    match = _PLACE.search(name[:MAX_TITLE])
    return title_words(match[0]) if match is not None else ()
