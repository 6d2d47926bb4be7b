"""In which digits each number of a prose is typed, and what of it prints as no reader expects."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from casereport.checks.prose import Prose, tokens_of
from casereport.locale import available_languages, load_locale
from casereport.text.digits import DigitSet, digit_sets, to_latin_digits
from casereport.text.isolates import last_strong
from casereport.text.prose_numbers import number_spans

Fault = Literal["", "mixed", "foreign", "name"]
"""``mixed``: one number in two sets; ``foreign``: it stays as typed in a language of other digits;
``name``: other digits in a Latin name, which nothing converts."""

_FAR = 40


@dataclass(frozen=True, slots=True)
class TypedDigits:
    """``typed == prose.text[start:end]``; ``right`` is the same in the digits it should have."""

    prose: Prose
    start: int
    end: int
    typed: str
    right: str
    digits: DigitSet
    fault: Fault


def typed_digits(prose: Prose) -> Iterator[TypedDigits]:
    """The numbers of a prose, and the Latin names with other digits in them."""
    if prose.language not in available_languages():
        return
    locale = load_locale(prose.language)
    converts = locale.numbers.numbering_system == "arabext"
    for start, end in number_spans(prose.text):
        typed = prose.text[start:end]
        sets = digit_sets(typed)
        fault: Fault = "mixed" if len(sets) > 1 else ""
        if not fault and not converts and sets != {"latin"}:
            fault = "" if _is_of_persian(prose.text, start, end) else "foreign"
        if fault or not (sets == {"latin"} and _is_of_latin(prose.text, start, end)):
            right = locale.digits(typed)
            yield TypedDigits(prose, start, end, typed, right, min(sets), fault)
    for start, end, kind in tokens_of(prose.text):
        typed = prose.text[start:end]
        if kind == "latin" and not digit_sets(typed) <= {"latin"}:
            right = to_latin_digits(typed)
            yield TypedDigits(prose, start, end, typed, right, "latin", "name")


def _is_of_latin(text: str, start: int, end: int) -> bool:
    """True beside a Latin word or unit: such a number is read with it."""
    return last_strong(text[max(0, start - _FAR) : start]) == "L" or _first(text, end) == "L"


def _is_of_persian(text: str, start: int, end: int) -> bool:
    """True beside Persian words, of which the number is one, in a text of Latin letters."""
    return last_strong(text[max(0, start - _FAR) : start]) == "R" or _first(text, end) in {
        "R",
        "AL",
    }


def _first(text: str, start: int) -> str:
    """The bidirectional class of the first letter from ``start`` on, within reach."""
    classes = (unicodedata.bidirectional(each) for each in text[start : start + _FAR])
    return next((each for each in classes if each in {"L", "R", "AL"}), "")
