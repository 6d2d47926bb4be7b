"""Ordinal numbers in words (Persian) or with a suffix (English)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ONES = (
    "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه",
    "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده",
)  # fmt: skip
_TENS = ("بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_AND = " و "
_SUFFIX = "م"
_IRREGULAR = {"سه": "سوم", "سی": "سی\u200cام"}
"""The last word of a number whose ordinal is not the word and the suffix."""

LARGEST = 999


def persian_ordinal(number: int) -> str:
    """An ordinal in Persian words, 1 to 999: of a volume, of an edition.

    Raises:
        ValueError: the number is not from 1 to 999.
    """
    words = _persian_words(number)
    last = words[-1]
    return _AND.join([*words[:-1], _IRREGULAR.get(last, last + _SUFFIX)])


def english_ordinal(number: int) -> str:
    """An ordinal in figures with its English suffix.

    >>> english_ordinal(30), english_ordinal(1), english_ordinal(112)
    ('30th', '1st', '112th')

    Raises:
        ValueError: the number is under 1.
    """
    if number < 1:
        raise ValueError(f"{number} has no ordinal")
    teens = number % 100 in {11, 12, 13}
    suffix = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def persian_number_words() -> Mapping[str, int]:
    """The single words of which Persian numbers under a thousand are made, with their values."""
    ones = {word: value for value, word in enumerate(_ONES)}
    tens = {word: 10 * value for value, word in enumerate(_TENS, 2)}
    hundreds = {word: 100 * value for value, word in enumerate(_HUNDREDS, 1)}
    return MappingProxyType({**ones, **tens, **hundreds})


def _persian_words(number: int) -> list[str]:
    if not 1 <= number <= LARGEST:
        raise ValueError(f"{number} is not from 1 to {LARGEST}")
    hundreds, rest = divmod(number, 100)
    words = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest >= 20:
        words.append(_TENS[rest // 10 - 2])
        rest %= 10
    if rest:
        words.append(_ONES[rest])
    return words
