"""Months by their names in a language, and the days that are typed with such a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from casereport.locale import available_languages, load_locale
from casereport.text.calendars import Calendar
from casereport.text.characters import HAMZA_ABOVE
from casereport.text.digits import to_latin_digits

Months = dict[str, tuple[Calendar, int]]
"""A month's name in small letters -> its calendar and number."""

_SPACE = "[ \u00a0]{1,2}"
_ENDING = "(?:\u200c?[^\\W\\d_]{1,2})?"
_WORDS = f"(?:{_SPACE}[^\\W\\d_]{{2,3}}){{0,2}}"
_YEAR_BEHIND = re.compile(rf"{_WORDS}[,\u060c]?{_SPACE}(?P<year>\d{{4}})(?!\w)")


@cache
def dates_with_month_names(language: str) -> tuple[re.Pattern[str], Months]:
    """A pattern of dates with a month's name, and the months by their names in small letters."""
    day_and_month, months = _day_and_month(language)
    return re.compile(day_and_month + _YEAR_BEHIND.pattern, re.IGNORECASE), months


@cache
def _names_of_days(language: str) -> tuple[re.Pattern[str], Months]:
    """The same without the year."""
    day_and_month, months = _day_and_month(language)
    return re.compile(day_and_month, re.IGNORECASE), months


def _day_and_month(language: str) -> tuple[str, Months]:
    months: Months = {}
    for calendar, names in load_locale(language).data.months.items():
        for number, name in enumerate(names, 1):
            plain = name.replace(HAMZA_ABOVE, "").casefold()
            months[plain] = (calendar, number)
            if calendar == "gregory" and plain.isascii() and len(plain) > 3:
                months.setdefault(plain[:3], (calendar, number))
                months.setdefault(plain[:4], (calendar, number))
    names_ = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    pattern = (
        rf"(?<!\w)(?:(?P<before>\d{{1,2}}){_ENDING}(?:{_SPACE}[^\W\d_]{{2}})?{_SPACE})?"
        rf"(?P<month>(?:{names_})(?!\w)\.?){HAMZA_ABOVE}?"
        rf"(?:{_SPACE}(?P<after>\d{{1,2}}){_ENDING}(?!\w))?"
    )
    return pattern, months


@lru_cache(maxsize=4096)
def days_without_year(text: str, language: str) -> frozenset[tuple[Calendar, int, int]]:
    """(calendar, month, day) of each "March 27" in ``text`` that no year follows."""
    if language not in available_languages():
        return frozenset()
    pattern, months = _names_of_days(language)
    plain = to_latin_digits(text)
    found: set[tuple[Calendar, int, int]] = set()
    for match in pattern.finditer(plain):
        day = match["after"] or match["before"]
        if day and not _YEAR_BEHIND.match(plain, match.end()):
            found.add((*months[match["month"].casefold().rstrip(".")], int(day)))
    return frozenset(found)
