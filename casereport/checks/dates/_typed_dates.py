"""Dates typed in a text: 1398/11/1, 21/1/2020, or with the month's name; also those of no calendar.

A numeric date is a token of :mod:`casereport.text.tokens`, so that a dose, an address or an
identifier is none. With day and month in an order that cannot be told, only the year is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casereport.checks.dates._month_names import dates_with_month_names
from casereport.checks.dates._words import IDENTIFIED_BY
from casereport.diagnostics import Message
from casereport.locale import available_languages
from casereport.text.calendars import Calendar, CalendarDate, NoSuchDayError, parse_date
from casereport.text.digits import to_latin_digits
from casereport.text.tokens import tokenise

YEARS: dict[Calendar, range] = {"persian": range(1250, 1450), "gregory": range(1850, 2100)}
"""Years that a typed date can have; 1200/600/300 is a dose."""

_YEAR = re.compile(r"\d{4}")
_NUMERIC = re.compile(r"\d[-/]\d{1,2}[-/]\d")
_IDENTIFIER = re.compile(
    rf"(?<!\w)(?:{'|'.join(IDENTIFIED_BY)})[\s:.\u0654]{{0,3}}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date as typed at ``start`` to ``end``: as a date, or what is wrong with it."""

    text: str
    start: int
    end: int
    date: CalendarDate | None
    fault: Message | None = None


@lru_cache(maxsize=4096)
def typed_dates(text: str, language: str) -> tuple[TypedDate, ...]:
    """The dates in ``text``, in its order; names of months are those of ``language``."""
    if _YEAR.search(text) is None:
        return ()
    found = [*_numeric(text)]
    if language in available_languages():
        found += _named(text, language)
    return tuple(sorted(found, key=lambda date: date.start))


def _numeric(text: str) -> Iterator[TypedDate]:
    for token in tokenise(text) if _NUMERIC.search(text) else ():
        if token.kind != "date" or _IDENTIFIER.search(text[max(0, token.start - 12) : token.start]):
            continue
        first, second, third = re.split("[-/]", to_latin_digits(token.text))
        if len(first) == 4:
            read = [_read(first, second, third)]
        else:
            read = [_read(third, second, first), _read(third, first, second)]
        dates = {one for one in read if isinstance(one, CalendarDate)}
        faults = [one for one in read if isinstance(one, Message)]
        date = _common(dates)
        if date is not None or faults:
            fault = faults[0] if date is None else None
            yield TypedDate(token.text, token.start, token.end, date, fault)


def _common(dates: set[CalendarDate]) -> CalendarDate | None:
    """The one date that was read, or what two readings have in common: the year."""
    if len(dates) < 2:
        return next(iter(dates), None)
    any_of_them = next(iter(dates))
    return CalendarDate(any_of_them.calendar, any_of_them.year)


def _named(text: str, language: str) -> Iterator[TypedDate]:
    pattern, months = dates_with_month_names(language)
    for match in pattern.finditer(to_latin_digits(text)):
        day = match["after"] or match["before"]
        start = match.start("month") if match["after"] else match.start()
        calendar, month = months[match["month"].casefold().rstrip(".")]
        read = _read(match["year"], str(month), day, calendar)
        if read is not None:
            date, fault = (read, None) if isinstance(read, CalendarDate) else (None, read)
            yield TypedDate(text[start : match.end()], start, match.end(), date, fault)


def _read(
    year: str, month: str, day: str | None, calendar: Calendar | None = None
) -> CalendarDate | Message | None:
    """The date, what is wrong with it, or None where the year is none of a date's."""
    own = next((name for name, years in YEARS.items() if int(year) in years), None)
    if own is None or calendar not in {None, own}:
        return None
    try:
        return parse_date("-".join(part for part in (year, month, day) if part))
    except NoSuchDayError as error:
        return error.message
