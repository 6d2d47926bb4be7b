"""Titles of works, made comparable: words without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_PERSIAN = str.maketrans({"\u064a": "\u06cc", "\u0643": "\u06a9", "\u200c": None})
_NUMERAL = re.compile(r"\d+|[ivx]{1,5}")
_ARTICLES = frozenset({"an", "the"})
"""Not ``a``: it is a vitamin, too."""
MAX_TITLE = 500


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title, comparable.

    >>> title_words("Calcinosis :a Case Report.")
    ('calcinosis', 'a', 'case', 'report')
    """
    decomposed = unicodedata.normalize("NFKD", title[:MAX_TITLE].translate(_PERSIAN))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(_WORD.findall(plain.casefold()))


def are_near(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """True when two titles are the same but for articles or a misspelt word.

    Parts I and II are not.

    >>> are_near(title_words("Calcinosis cutis: part I"), title_words("Calcinosis cutis: part II"))
    False
    >>> are_near(title_words("Calcinosis of skin"), title_words("Calcinosis of the skin"))
    True
    """
    first, second = _without_articles(first), _without_articles(second)
    if first == second:
        return True
    if "".join(first) == "".join(second):
        return True
    if len(first) != len(second) or len(first) < 4:
        return False
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(differing) == 1 and _is_slip(*differing[0])


def _without_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _ARTICLES)


def _is_slip(first: str, second: str) -> bool:
    """True for two long words one letter (or two exchanged ones) apart, and for no numbers."""
    short, long = sorted((first, second), key=len)
    if len(short) < 5 or len(long) - len(short) > 1 or _NUMERAL.fullmatch(long):
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    end = 0
    while end < len(short) - start and short[-1 - end] == long[-1 - end]:
        end += 1
    left, right = short[start : len(short) - end], long[start : len(long) - end]
    return len(right) <= 1 or (len(left) == 2 and left == right[::-1])
