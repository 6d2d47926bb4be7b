"""Tells Persian text whose letters run backwards, as some programs leave it in a PDF."""

from __future__ import annotations

import re

_FREQUENT = frozenset(
    {"از", "است", "این", "آن", "با", "بر", "برای", "به", "بیمار", "در", "را", "شد", "که", "ها"}
)
"""Words without which no page of Persian prose is written; none reads as another backwards."""
_BACKWARDS = frozenset(word[::-1] for word in _FREQUENT)
_WORD = re.compile("[\u0621-\u06d3]+")
_ENOUGH = 3


def runs_backwards(text: str) -> bool:
    """True when the frequent words of Persian stand in the text mostly with their letters reversed.

    >>> runs_backwards("تسا رد زا هک")
    True
    >>> runs_backwards("که از در است")
    False
    """
    words = _WORD.findall(text)
    reversed_words = sum(word in _BACKWARDS for word in words)
    return reversed_words >= _ENOUGH and reversed_words > sum(word in _FREQUENT for word in words)
