"""Digit sets: Latin 0-9, Persian U+06F0-06F9, Arabic-Indic U+0660-0669."""

from __future__ import annotations

from typing import Literal

DigitSet = Literal["latin", "persian", "arabic"]

LATIN_DIGITS = "0123456789"
PERSIAN_DIGITS = "".join(chr(0x06F0 + n) for n in range(10))
ARABIC_DIGITS = "".join(chr(0x0660 + n) for n in range(10))

_SETS: dict[DigitSet, str] = {
    "latin": LATIN_DIGITS,
    "persian": PERSIAN_DIGITS,
    "arabic": ARABIC_DIGITS,
}

_TO_LATIN = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, LATIN_DIGITS * 2)
_TO_PERSIAN = str.maketrans(LATIN_DIGITS + ARABIC_DIGITS, PERSIAN_DIGITS * 2)


def to_latin_digits(text: str) -> str:
    r"""Every Persian or Arabic-Indic digit as a Latin one.

    >>> to_latin_digits("\u06f1\u06f0 of 12")
    '10 of 12'
    """
    return text.translate(_TO_LATIN)


def to_persian_digits(text: str) -> str:
    r"""Every Latin or Arabic-Indic digit as a Persian one. For text known to hold only a number.

    >>> to_persian_digits("10") == "\u06f1\u06f0"
    True
    """
    return text.translate(_TO_PERSIAN)


def digit_sets(text: str) -> frozenset[DigitSet]:
    r"""The digit sets of which ``text`` has a digit.

    >>> sorted(digit_sets("\u06f1\u06f0 of 12"))
    ['latin', 'persian']
    """
    return frozenset(name for name, digits in _SETS.items() if any(each in text for each in digits))
