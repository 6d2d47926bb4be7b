"""The dates of one event that stand in print beside each other, as pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from casereport.checks.dates._dates_line import EVENTS, dates_in_line
from casereport.diagnostics import Route
from casereport.locale import available_languages, load_locale
from casereport.model.case_file import CaseFile
from casereport.model.front import ManuscriptDates
from casereport.model.values import Date, PrintedDate
from casereport.text.calendars import CalendarDate


@dataclass(frozen=True, slots=True)
class Printed:
    """One date as printed, and the route to where it is written."""

    date: CalendarDate
    route: Route


Pair = tuple[str, Printed, Printed]
"""The event (its key in case.yaml), and two dates of it."""


def printed_pairs(facts: CaseFile) -> Iterator[Pair]:
    """Every two dates that a reader can compare: of two languages, or of the line of dates."""
    for name in EVENTS:
        event: PrintedDate | None = getattr(facts.dates, name)
        if event is not None and isinstance(event.root, Mapping):
            yield from _pairs(f"dates.{name}", event.root, ("dates", name))
    yield from _of_the_line(facts.dates)
    if facts.publication.year is not None:
        yield from _pairs("publication.year", facts.publication.year.root, ("publication", "year"))


def _pairs(event: str, dates: Mapping[str, Date], route: Route) -> Iterator[Pair]:
    printed = [Printed(date.calendar_date, (*route, key)) for key, date in dates.items()]
    for first, second in combinations(printed, 2):
        yield event, first, second


def _of_the_line(dates: ManuscriptDates) -> Iterator[Pair]:
    """What the line of dates says against what is stored for its language, else for any."""
    for language, text in dates.line.texts.items() if dates.line else ():
        if language not in available_languages():
            continue
        for name, typed in dates_in_line(text, load_locale(language)):
            stored = _stored(getattr(dates, name), name, language)
            if stored is not None and typed.date is not None:
                yield f"dates.{name}", stored, Printed(typed.date, ("dates", "line", language))


def _stored(event: PrintedDate | None, name: str, language: str) -> Printed | None:
    if event is None:
        return None
    if isinstance(event.root, Date):
        return Printed(event.root.calendar_date, ("dates", name))
    if isinstance(event.root, Mapping) and event.root:
        key = language if language in event.root else next(iter(event.root))
        return Printed(event.root[key].calendar_date, ("dates", name, key))
    return None
