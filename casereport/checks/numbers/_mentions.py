"""Names in a text with the number that is said of each: "Hemoglobin was 10.1 g/dL"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casereport.checks.numbers._spellings import alternatives, squeezed
from casereport.checks.numbers._typed_units import unit_after
from casereport.text.measured_units import same_unit
from casereport.text.prose_numbers import ProseNumber, prose_numbers

_WORDS_BETWEEN = (
    "was|were|is|of|level|levels|count|value|concentration|rate|measured|found|at|to be|serum|dose"
    "|a|the|بود|سرم|پلاسما|خون|برابر با|برابر|معادل|میزان|مقدار|سطح|بیمار|او|وی|با|دوز|به"
)
_BETWEEN = re.compile(
    rf"\s?(?:\([A-Za-z0-9-]{{1,12}}\)\s?)?(?:[:=,،(]\s?)?(?:(?:{_WORDS_BETWEEN})\s){{0,4}}(?:[:=]\s?)?",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(r"(?<!\w)(?:respectively|به[ \u200c]?ترتیب)(?!\w)", re.IGNORECASE)
"""Several names, then several numbers: which is whose, only a reader knows."""
_BEFORE_NAME = re.compile(r"\s?(?:of\s|از\s)?", re.IGNORECASE)
_NEARLY = re.compile(
    r"(?<!\w)(?:about|around|approximately|nearly|almost|over|under|below|above|than|least|most"
    r"|up to|until|between|from|حدود|حدوداً|تقریباً|تقریبا|نزدیک به|بیش از|بیشتر از|کمتر از"
    r"|حداقل|حداکثر|زیر|بالای|تا|بین)\s?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at ``start:name_end`` and its number; ``units`` are symbols of the unit typed.

    ``name`` is one of those that were asked for. A unit in words may be that of several symbols;
    there are none when no unit is known there. ``end``: behind number and unit.
    """

    name: str
    start: int
    name_end: int
    number: ProseNumber
    units: frozenset[str]
    end: int

    def has_unit(self, unit: str) -> bool:
        """True when the unit typed is ``unit``."""
        return any(same_unit(unit, each) for each in self.units)


def mentions(text: str, language: str, names: tuple[str, ...]) -> Iterator[Mention]:
    """Each name that is followed by a number, with none but a few known words between."""
    numbers = {number.start: number for number in prose_numbers(text)}
    if not names or not numbers or _IN_ORDER.search(text):
        return
    for found in _pattern(names).finditer(text):
        gap = _BETWEEN.match(text, found.end())
        number = numbers.get(gap.end()) if gap else None
        if number is not None:
            name = _by_squeezed(names)[squeezed(found[0])]
            units, end = unit_after(text, number, language)
            yield Mention(name, *found.span(), number, units, end)


def mentions_after_number(text: str, language: str, names: tuple[str, ...]) -> Iterator[Mention]:
    """Each number with its unit that a name follows: "5 mg of prednisolone"."""
    for number in prose_numbers(text) if names else ():
        units, end = unit_after(text, number, language)
        gap = _BEFORE_NAME.match(text, end)
        found = _pattern(names).match(text, gap.end()) if gap and units else None
        if found:
            yield Mention(
                _by_squeezed(names)[squeezed(found[0])], *found.span(), number, units, end
            )


def is_nearly(text: str, number: ProseNumber) -> bool:
    """True for "about 10", "more than 10", ">10", 8-12: no one number is said."""
    inexact = number.kind in {"comparison", "range", "plus-minus", "product", "statistic"}
    compared = text[: number.start].rstrip()[-1:] in {
        "<",
        ">",
        "\u2264",
        "\u2265",
        "~",
        "\u2248",
        "\u00b1",
    }
    return (
        inexact
        or compared
        or _NEARLY.search(text[max(0, number.start - 20) : number.start]) is not None
    )


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\u200c-])(?:{alternatives(names)})(?![\w\u200c])", re.IGNORECASE)


@lru_cache(maxsize=64)
def _by_squeezed(names: tuple[str, ...]) -> dict[str, str]:
    return {squeezed(name): name for name in names}
