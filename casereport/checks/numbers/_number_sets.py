"""The numbers of one text in one language, and those that have no counterpart in another's.

What is said strictly in digits is held against all that the other text may mean by any sign: its
digits, wherever they stand (T10, 10th), its words (ten, tenth, twice), its lengths of time in other
units (2 weeks, 14 days), and the facts it calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from casereport.assembly.facts import FactText, look_up
from casereport.checks.numbers._durations import duration_mentions, in_other_units
from casereport.checks.prose import Prose
from casereport.diagnostics import Span
from casereport.locale import Locale, load_locale
from casereport.model.case_file import CaseFile
from casereport.model.narrative import FactReference
from casereport.text.number_words import spelled_numbers
from casereport.text.prose_numbers import ProseNumber, digits_in, prose_numbers

_DATES = frozenset({"dates", "publication", "date", "since", "start", "stop"})
"""Parts of a path that lead to a date: each language prints it in its own calendar."""
_MONTH_REACH = 16


@dataclass(frozen=True, slots=True)
class Said:
    """A number of a text, as typed or as a fact prints it, and its place."""

    text: str
    number: ProseNumber
    place: Span


@dataclass(frozen=True, slots=True)
class NumberSet:
    """``said``: what one language says in digits; ``meant``: every number it may mean."""

    language: str
    said: tuple[Said, ...]
    meant: frozenset[Decimal]

    def without_counterpart(self, other: NumberSet) -> list[Said]:
        """What this says and the other does not, each number once."""
        found: dict[Decimal, Said] = {}
        for one in self.said:
            if not any(other.meant.issuperset(reading) for reading in one.number.readings):
                found.setdefault(one.number.readings[0][0], one)
        return list(found.values())


def number_set(
    language: str, proses: Iterable[Prose], calls: Iterable[FactReference], facts: CaseFile
) -> NumberSet:
    """The numbers of these proses, and of the facts that are called in them."""
    locale = load_locale(language)
    said: list[Said] = []
    meant: set[Decimal] = set()
    for prose in proses:
        said += _typed(prose, locale)
        meant |= _meant(prose.text, language)
    for call in calls:
        printed = look_up(facts, call.path, locale, words=False)
        if isinstance(printed, FactText):
            text = re.sub("[\u2060-\u2069\u200e\u200f]", "", printed.text)
            meant |= _meant(text, language)
            if not _DATES & set(call.path.split(".")):
                numbers = prose_numbers(text)
                said += (Said(text[one.start : one.end], one, call.span) for one in numbers)
    return NumberSet(language, tuple(said), frozenset(meant))


def _typed(prose: Prose, locale: Locale) -> Iterator[Said]:
    for number in prose_numbers(prose.text):
        if not number.is_year and not _is_of_date(prose.text, number, locale):
            place = prose.place(number.start, number.end)
            yield Said(prose.text[number.start : number.end], number, place)


def _is_of_date(text: str, number: ProseNumber, locale: Locale) -> bool:
    """True when a month's name stands beside the number: each language has its own calendar."""
    around = text[max(0, number.start - _MONTH_REACH) : number.end + _MONTH_REACH]
    return _months(locale).search(around) is not None


@lru_cache(maxsize=8)
def _months(locale: Locale) -> re.Pattern[str]:
    names = {
        name.removesuffix("\u0654") for months in locale.data.months.values() for name in months
    }
    return re.compile(
        "(?<!\\w)(?:" + "|".join(map(re.escape, sorted(names))) + ")(?!\\w)", re.IGNORECASE
    )


def _meant(text: str, language: str) -> set[Decimal]:
    readings = (reading for one in prose_numbers(text) for reading in one.readings)
    found = {number for reading in readings for number in reading}
    for one in duration_mentions(text, language):
        found.update(in_other_units(one.value, one.unit))
    return found | digits_in(text) | {Decimal(one.value) for one in spelled_numbers(text)}
