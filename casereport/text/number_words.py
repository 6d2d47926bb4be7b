"""Numbers in words, "forty-four" and its Persian like, up to 999; ordinals and "twice" besides.

The words of both languages differ in their letters, so a text is read without asking for its
language. Persian "seven hundred and two" joins its parts by a word that also joins two numbers:
parts are one number only where each is of a lower order than the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casereport.text.ordinals import persian_number_words

_EN_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
_EN_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_EN_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "once": 1, "twice": 2, "both": 2, "double": 2, "pair": 2, "dozen": 12,
}  # fmt: skip
"""What stands for a number and is no cardinal."""

_FA = persian_number_words()
_FA_ONES = {word: value for word, value in _FA.items() if 1 <= value <= 9}
_FA_TEENS = {word: value for word, value in _FA.items() if 10 <= value <= 19}
_FA_TENS = {word: value for word, value in _FA.items() if 20 <= value <= 90}
_FA_HUNDREDS = {word: value for word, value in _FA.items() if value >= 100}
_FA_ORDINALS = {"اول": 1, "نخست": 1, "نخستین": 1, "اولین": 1, "سوم": 3, "سومین": 3}

_VALUES = {
    **_EN_ONES, **_EN_TEENS, **_EN_TENS, "a": 1, **_FA, **_EN_ORDINALS, **_FA_ORDINALS,
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_EN_SMALL = (
    f"(?:{_any(_EN_TENS)}(?:[-\u2010\\ ]{_any(_EN_ONES)})?|{_any(_EN_TEENS)}|{_any(_EN_ONES)})"
)
_FA_SMALL = f"(?:{_any(_FA_TENS)}(?:\\ و\\ {_any(_FA_ONES)})?|{_any(_FA_TEENS)}|{_any(_FA_ONES)})"
NUMBER_WORDS = (
    f"(?:(?:a|{_any(_EN_ONES)})\\ hundred(?:\\ (?:and\\ )?{_EN_SMALL})?|{_EN_SMALL}"
    f"|{_any(_FA_HUNDREDS)}(?:\\ و\\ {_FA_SMALL})?|{_FA_SMALL})"
)
"""Verbose-mode regular expression of a cardinal number in words."""

_SUFFIX = "(?:مین|م|\u200cام)?"
_THIRD = f"(?:{_any(_FA_HUNDREDS)}\\ و\\ )?(?:{_any(_FA_TENS)}\\ و\\ )?سوم(?:ین)?"
"""The ordinal of three is no cardinal with a suffix, wherever it ends a number."""
_SPELLED = re.compile(
    f"(?<![^\\W_])(?:{_THIRD}|(?P<cardinal>{NUMBER_WORDS}){_SUFFIX}"
    f"|{_any(_EN_ORDINALS)}|{_any(_FA_ORDINALS)})(?![^\\W_])",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """A number in words: ``text[start:end]``."""

    start: int
    end: int
    value: int


def read_number_words(text: str) -> int | None:
    """The value of a cardinal in words, or None.

    >>> read_number_words("forty-four"), read_number_words("a hundred and two")
    (44, 102)
    """
    if not re.fullmatch(NUMBER_WORDS, text, re.IGNORECASE | re.VERBOSE):
        return None
    return _value(text)


def spelled_numbers(text: str) -> tuple[SpelledNumber, ...]:
    """Every number in words, ordinals included.

    >>> [one.value for one in spelled_numbers("Two of twenty-one, the tenth")]
    [2, 21, 10]
    """
    return tuple(
        SpelledNumber(match.start(), match.end(), _value(match["cardinal"] or match[0]))
        for match in _SPELLED.finditer(text)
    )


def _value(text: str) -> int:
    total = 0
    for word in re.split("[-\u2010 ]", text.lower()):
        if word == "hundred":
            total *= 100
        else:
            total += _VALUES.get(word, 0)  # the words for "and" have none
    return total
