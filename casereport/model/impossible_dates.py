"""Why a text is no date, in a sentence for the author.

Months have the lengths of the Jalali and the Gregorian calendar; the leap rule
(25y + 11) mod 33 < 8 holds for the Jalali years 1178-1501, which are all we read.
"""

from __future__ import annotations

import calendar
import re

from casereport.diagnostics import N_, Message, say
from casereport.model.base import FactError
from casereport.text.digits import to_latin_digits

JALALI_YEARS = range(1178, 1502)
GREGORIAN_YEARS = range(1800, 2200)


def date_refusal(text: str) -> FactError:
    """The error for ``text``, which is no date: its form, year, month or day."""
    plain = to_latin_digits(text.strip())
    match = re.fullmatch(r"(\d{1,4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?", plain)
    if not match:
        return FactError(
            say(N_("{value} is not a date."), value=text.strip()),
            say(
                N_("Write year-month-day, such as {examples}; month and day may be left out."),
                examples=("1398-11-01", "2020-01-21"),
            ),
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    return FactError(*_sentences(year or 0, month, day))


def _sentences(year: int, month: int | None, day: int | None) -> tuple[Message, Message]:
    if year not in JALALI_YEARS and year not in GREGORIAN_YEARS:
        return (
            say(N_("The year {year} is in neither calendar."), year=str(year)),
            say(N_("Write a Jalali year from 1178 to 1501 or a Gregorian one from 1800 to 2199.")),
        )
    if month is None or not 1 <= month <= 12:
        return (
            say(N_("A year has no month {month}."), month=month or 0),
            say(N_("Write a month from 1 to 12.")),
        )
    days, short_by_leap = _month(year, month)
    hint = say(N_("Write a day from 1 to {days}."), days=days)
    if short_by_leap and day == days + 1:
        template = N_(
            "The year {year} is no leap year: its month {month} has {days} days, not {day}."
        )
    else:
        template = N_("Month {month} of the year {year} has {days} days: there is no day {day}.")
    # The year as text: a number would be grouped or counted, and a year is a name.
    return say(template, year=str(year), month=month, days=days, day=day or 0), hint


def _month(year: int, month: int) -> tuple[int, bool]:
    """The month's length, and whether it is the leap month of a common year."""
    if year in JALALI_YEARS:
        leap = (25 * year + 11) % 33 < 8
        if month == 12:
            return (30, False) if leap else (29, True)
        return (31 if month <= 6 else 30), False
    return calendar.monthrange(year, month)[1], month == 2 and not calendar.isleap(year)
