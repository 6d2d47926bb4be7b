"""Capital letters in English titles: every word's, or those of sentences and names alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Case = Literal["title", "sentence"]
_WORD = re.compile(r"(?<![\w'\u2019-])[A-Za-z][a-z'\u2019]*(?![\w'\u2019])")
_SMALL = frozenset(
    {
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "nor", "of",
        "on", "or", "over", "per", "than", "the", "to", "up", "versus", "via", "vs", "with",
    }
)  # fmt: skip
_COMMON = frozenset(
    {
        "analysis", "associated", "cases", "case", "children", "clinical", "diagnosis",
        "disease", "diseases", "effect", "evaluation", "literature", "management", "outcome",
        "patient", "patients", "presentation", "report", "review", "role", "study", "surgical",
        "syndrome", "systematic", "therapy", "treatment", "trial", "women",
    }
)  # fmt: skip
"""Words of medical titles that are no names."""
_OPENERS = _SMALL | {"are", "can", "do", "does", "how", "what", "when", "where", "which", "why"}
_BEGINS = re.compile(r"[.?!:\u2013\u2014]\s?\W{0,3}\Z")
_BEFORE = 6
MAX_TITLE = 500
"""What stands further on in a title changes nothing."""
_AFTER_COLON = re.compile(r":\s([A-Za-z])([a-z]*)(?![\w-])")
_ENOUGH = 3
"""Fewer words with a capital may all be names."""


@dataclass(frozen=True, slots=True)
class AfterColon:
    """The word after a title's colon: whether it has a capital, and where it stands."""

    capital: bool
    start: int
    end: int


def case_of(title: str, common: frozenset[str] = frozenset()) -> Case | None:
    """How a title is written; None when it cannot be told (too short, in between, all names).

    ``common``: words that are known to be no names.

    >>> case_of("Tumoral Calcinosis of the Neck in a Patient with Systemic Sclerosis")
    'title'
    >>> case_of("Treatment of Wegener and Churg Strauss in Iran") is None
    True
    >>> case_of("Calcinosis in rheumatic diseases"), case_of("Behcet Disease")
    ('sentence', None)
    """
    words = [
        match[0]
        for match in _WORD.finditer(title, 0, MAX_TITLE)
        if match[0].lower() not in _SMALL and not _begins_sentence(title, match.start())
    ]
    capitals = sum(word[0].isupper() for word in words)
    if capitals >= _ENOUGH and capitals * 5 >= len(words) * 4:
        known = _COMMON | common
        return (
            "title" if any(word.lower() in known for word in words if word[0].isupper()) else None
        )
    small = len(words) - capitals
    return "sentence" if small >= 2 and small * 5 >= len(words) * 2 else None


def _begins_sentence(title: str, start: int) -> bool:
    before = title[max(0, start - _BEFORE) : start]
    first = start < _BEFORE and not any(character.isalnum() for character in before)
    return first or _BEGINS.search(before) is not None


def after_colon(title: str, common: frozenset[str]) -> AfterColon | None:
    """How the title goes on after its colon; None where the word may be a name.

    ``common``: words that other titles write small within a sentence.
    """
    match = _AFTER_COLON.search(title, 0, MAX_TITLE)
    if match is None:
        return None
    word = (match[1] + match[2]).lower()
    if match[1].isupper() and word not in _OPENERS and word not in common:
        return None
    return AfterColon(match[1].isupper(), match.start(1), match.end(2))


def common_words(titles: Iterable[str]) -> frozenset[str]:
    """Words that some title writes with a small letter: they are no names."""
    seen = Counter(word[0] for title in titles for word in _WORD.finditer(title, 0, MAX_TITLE))
    return frozenset(word for word in seen if word[0].islower() and len(word) > 1)
