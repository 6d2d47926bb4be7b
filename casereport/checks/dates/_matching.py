"""The full dates that are typed in one language's text, against those of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casereport.checks.dates._days import first_day, last_day
from casereport.checks.dates._typed_dates import typed_dates
from casereport.checks.privacy._birth_dates import birth_dates
from casereport.checks.privacy._texts import plain
from casereport.checks.prose import narrative_prose
from casereport.diagnostics import Span
from casereport.model.narrative import Narrative
from casereport.text.calendars import CalendarDate


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
    """The whole days among ``dates`` that none of ``others`` can mean, each once."""
    known = list(others)
    found: dict[CalendarDate, InText] = {}
    for one in dates:
        if one.date.is_complete and not any(may_be_same(one.date, other) for other in known):
            found.setdefault(one.date, one)
    return list(found.values())


def may_be_same(date: CalendarDate, other: CalendarDate) -> bool:
    """True when one day can be meant by both."""
    return first_day(date) <= last_day(other) and first_day(other) <= last_day(date)
