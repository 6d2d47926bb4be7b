"""The days that a date can mean, and the same day in the other calendar."""

from __future__ import annotations

import dataclasses
import datetime

from casereport.text.calendars import (
    Calendar,
    CalendarDate,
    days_in_month,
    to_date,
    to_gregorian,
    to_jalali,
)


def first_day(date: CalendarDate) -> datetime.date:
    """The first day that a date with an unknown day or month can mean."""
    return to_date(dataclasses.replace(date, month=date.month or 1, day=date.day or 1))


def last_day(date: CalendarDate) -> datetime.date:
    """The last day that a date with an unknown day or month can mean."""
    if date.day is not None:
        return to_date(date)
    month = date.month or 12
    day = days_in_month(date.calendar, date.year, month)
    return to_date(dataclasses.replace(date, month=month, day=day))


def in_calendar(date: CalendarDate, calendar: Calendar) -> CalendarDate:
    """The same day, whole, in ``calendar``."""
    return to_jalali(date) if calendar == "persian" else to_gregorian(date)
