"""Dates in the Gregorian and the Jalali calendar; the year tells which one was meant.

Conversion is persiantools'; calendar names are CLDR's (``gregory``, ``persian``). What cannot be a
date is refused with a :class:`DateError`, a ValueError whose message can be printed in any
language.
"""

from __future__ import annotations

import calendar as _gregorian
import datetime
import re
from dataclasses import dataclass
from typing import Literal

from persiantools.jdatetime import JalaliDate

from casereport.diagnostics import N_, Message, say
from casereport.text.digits import to_latin_digits

Calendar = Literal["gregory", "persian"]

JALALI_YEARS = range(1178, 1502)
"""The years read as Jalali; the arithmetic of leap years holds for all of them."""
GREGORIAN_YEARS = range(1800, 2200)
"""The years read as Gregorian."""

_SHAPE = re.compile(r"([0-9]{4})(?:([-/])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class CalendarDate:
    """A day, a month or a year of one calendar; ``month`` and ``day`` are None when unknown."""

    calendar: Calendar
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def is_complete(self) -> bool:
        """True when month and day are known, so that the date can be converted."""
        return self.month is not None and self.day is not None


class DateError(ValueError):
    """No date, or one that no calendar has; ``message`` says which, in any language."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class NoSuchDayError(DateError):
    """A date in shape, with a month or a day that its calendar does not have."""


def parse_date(text: str) -> CalendarDate:
    """A date as ``y``, ``y-m`` or ``y-m-d`` (also with ``/``), in Latin or Persian digits.

    Years 1178-1501 are Jalali, 1800-2199 Gregorian.

    >>> parse_date("1398/11/1")
    CalendarDate(calendar='persian', year=1398, month=11, day=1)
    >>> parse_date("2020-01").day is None
    True

    Raises:
        DateError: a ValueError that names what is wrong with the text.
        NoSuchDayError: a DateError; the text is a date, but its calendar has no such day.
    """
    match = _SHAPE.fullmatch(to_latin_digits(text.strip()))
    if match is None:
        raise DateError(
            say(N_("{text} is not a date such as 1398-11-01, 2020-01-21 or 2020-01."), text=text)
        )
    year = int(match[1])
    month = int(match[3]) if match[3] else None
    day = int(match[4]) if match[4] else None
    if year in JALALI_YEARS:
        calendar: Calendar = "persian"
    elif year in GREGORIAN_YEARS:
        calendar = "gregory"
    else:
        template = N_("The year {year} is neither Jalali (1178-1501) nor Gregorian (1800-2199).")
        raise DateError(say(template, year=match[1]))
    date = CalendarDate(calendar, year, month, day)
    _require_existing(date)
    return date


def days_in_month(calendar: Calendar, year: int, month: int) -> int:
    """The number of days of a month (1 to 12) of ``calendar``.

    >>> days_in_month("persian", 1399, 12), days_in_month("gregory", 2021, 2)
    (30, 28)
    """
    if calendar == "gregory":
        return _gregorian.monthrange(year, month)[1]
    if month == 12:
        return 30 if is_jalali_leap(year) else 29
    return 31 if month <= 6 else 30


def is_jalali_leap(year: int) -> bool:
    """True when Esfand of this Jalali year has 30 days.

    >>> is_jalali_leap(1399), is_jalali_leap(1398)
    (True, False)
    """
    return bool(JalaliDate.is_leap(year))


def to_date(date: CalendarDate) -> datetime.date:
    """The day as the standard library knows it.

    >>> to_date(CalendarDate("persian", 1398, 11, 1))
    datetime.date(2020, 1, 21)

    Raises:
        ValueError: month or day is unknown, or there is no such day.
    """
    if date.month is None or date.day is None:
        raise ValueError(f"{date} has no month or no day")
    if date.calendar == "gregory":
        return datetime.date(date.year, date.month, date.day)
    jalali = JalaliDate(date.year, date.month, date.day)  # type: ignore[no-untyped-call]
    return jalali.to_gregorian()


def from_date(date: datetime.date, calendar: Calendar) -> CalendarDate:
    """A day of the standard library in ``calendar``."""
    if calendar == "gregory":
        return CalendarDate("gregory", date.year, date.month, date.day)
    jalali = JalaliDate(date)  # type: ignore[no-untyped-call]
    return CalendarDate("persian", jalali.year, jalali.month, jalali.day)


def to_gregorian(date: CalendarDate) -> CalendarDate:
    """The same day in the Gregorian calendar.

    Raises:
        ValueError: month or day is unknown.
    """
    return from_date(to_date(date), "gregory")


def to_jalali(date: CalendarDate) -> CalendarDate:
    """The same day in the Jalali calendar.

    Raises:
        ValueError: month or day is unknown.
    """
    return from_date(to_date(date), "persian")


def _require_existing(date: CalendarDate) -> None:
    """Refuse a month or a day that the calendar does not have."""
    if date.month is None:
        return
    if not 1 <= date.month <= 12:
        template = N_("A year has 12 months, so there is no month {month}.")
        raise NoSuchDayError(say(template, month=date.month))
    if date.day is None:
        return
    days = days_in_month(date.calendar, date.year, date.month)
    if 1 <= date.day <= days:
        return
    raise NoSuchDayError(_no_such_day(date, days))


def _no_such_day(date: CalendarDate, days: int) -> Message:
    # The year goes as text: a year is never printed with a thousands mark.
    year = str(date.year)
    if date.day == 0:
        return say(N_("A month begins with day 1, not with day 0."))
    if date.calendar == "persian" and date.month == 12 and days == 29:
        return say(N_("{year} is not a leap year, so Esfand has 29 days."), year=year)
    if date.calendar == "gregory" and date.month == 2 and days == 28:
        return say(N_("{year} is not a leap year, so February has 28 days."), year=year)
    template = (
        N_("Month {month} of the Jalali calendar has {days} days.")
        if date.calendar == "persian"
        else N_("Month {month} of the Gregorian calendar has {days} days.")
    )
    return say(template, month=date.month, days=days)
