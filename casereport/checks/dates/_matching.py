"""The full dates that are typed in one language's text, against those of another."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casereport.checks.dates._days import first_day, in_calendar, last_day
from casereport.checks.dates._month_names import days_without_year
from casereport.checks.dates._typed_dates import typed_dates
from casereport.checks.privacy._birth_dates import birth_dates
from casereport.checks.privacy._texts import plain
from casereport.checks.prose import narrative_prose
from casereport.diagnostics import Span
from casereport.model.narrative import Narrative
from casereport.text.calendars import Calendar, CalendarDate


@dataclass(frozen=True, slots=True)
class InText:
    """A date of a text and its place."""

    date: CalendarDate
    span: Span


def dates_of(narrative: Narrative) -> Iterator[InText]:
    """Every date that is typed in a text, incomplete ones too, in its order.

    The day of the patient's birth is none of them: it is to be taken out, and PRIV004 says so.
    """
    for prose in narrative_prose(narrative):
        births = [start for start, _ in birth_dates(plain(prose.text))]
        for typed in typed_dates(prose.text, prose.language):
            if typed.date is not None and typed.start not in births:
                yield InText(typed.date, prose.place(typed.start, typed.end))


def unmatched(dates: Iterable[InText], others: Iterable[CalendarDate]) -> list[InText]:
    """The whole days among ``dates`` that none of ``others`` can mean.

    Each is there once, also one that the text gives in both calendars.
    """
    known = list(others)
    found: dict[datetime.date, InText] = {}
    for one in dates:
        if one.date.is_complete and not any(may_be_same(one.date, other) for other in known):
            found.setdefault(first_day(one.date), one)
    return list(found.values())


def without_those_told_short(dates: list[InText], narrative: Narrative) -> list[InText]:
    """``dates`` without those whose day and month the text gives without the year ("March 27")."""
    told: set[tuple[Calendar, int, int]] = set()
    for prose in narrative_prose(narrative) if dates else ():
        told |= days_without_year(prose.text, prose.language)
    return [one for one in dates if not _names(one.date) & told]


def _names(date: CalendarDate) -> set[tuple[Calendar, int, int]]:
    """Month and day of a whole date, in either calendar."""
    both: tuple[Calendar, ...] = ("persian", "gregory")
    days = (in_calendar(date, calendar) for calendar in both)
    return {(day.calendar, day.month or 0, day.day or 0) for day in days}


def may_be_same(date: CalendarDate, other: CalendarDate) -> bool:
    """True when one day can be meant by both."""
    return first_day(date) <= last_day(other) and first_day(other) <= last_day(date)
