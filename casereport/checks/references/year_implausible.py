"""The year of a reference cannot be right.

A work that lies in the future, or appeared after the manuscript that cites it was accepted, has a
wrong year (or the manuscript has wrong dates). From October on a year may be the next one: volumes
begin early. A manuscript is compared at the last of its dates before print, since works may be
added in revision. Years to 1501 are read as Jalali, and each is compared in its own calendar.

Bad::

    references.bib:
        @article{boulman2052,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2052}, volume = {34}, pages = {805-812}
        }

Bad (later than the manuscript)::

    case.yaml:
        dates:
          received: 2020-01-21
    references.bib:
        @article{boulman2021,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2021}, volume = {34}, pages = {805-812}
        }

Good::

    case.yaml:
        dates:
          received: 1399-11-02
    references.bib:
        @article{boulman2021,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2021}, volume = {34}, pages = {805-812}
        }
        @article{ahmadi1399,
          author = {احمدی, سارا}, title = {درمان کلسینوز},
          journal = {مجله نمونه}, year = {1399}, volume = {3}, pages = {5-8}
        }
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.dates._days import first_day, last_day
from casereport.diagnostics import N_, Route, Severity, say
from casereport.model.front import ManuscriptDates
from casereport.text.calendars import GREGORIAN_YEARS, JALALI_YEARS, CalendarDate

check = Check(
    code="REF005",
    name="year-implausible",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The year {year} of {citekey} lies in the future."),
    hint=N_("Look up the year in the work itself."),
)

_NO_YEAR = N_("{year} of {citekey} is no year in which a work can have appeared.")
_LATER = N_("{citekey} is of {year}, after the last date of this manuscript, {date}.")
_PRINTED_SINCE = 1450
_EARLY = 10
"""The month from which volumes of the next year appear."""


def run(context: SourceContext) -> Iterator[Finding]:
    today = context.case.today
    latest = datetime.date(today.year + (today.month >= _EARLY), 12, 31)
    manuscript = _last_date(context.case.facts.dates)
    for reference in context.case.references:
        issued = reference.issued
        number = issued.year if issued.year is not None else _bare_number(issued.literal)
        if number is None:
            continue
        begun = _first_day_of(number)
        values: dict[str, Any] = {"citekey": reference.citekey, "year": str(number)}
        place = reference.span("issued")
        if begun is None:
            yield Finding.at(place, message=_NO_YEAR, **values)
        elif begun > latest:
            yield Finding.at(place, **values)
        elif manuscript is not None and begun > last_day(manuscript[0]):
            date, route = manuscript
            related = [(route, say(N_("The last date of the manuscript.")))]
            yield Finding.at(place, message=_LATER, related=related, date=date, **values)


def _bare_number(literal: str) -> int | None:
    return int(literal) if literal.isascii() and literal.isdigit() and len(literal) < 9 else None


def _first_day_of(year: int) -> datetime.date | None:
    """The first day of a year in its own calendar; None when nothing was printed in it."""
    if year in JALALI_YEARS:
        return first_day(CalendarDate("persian", year))
    if _PRINTED_SINCE <= year < GREGORIAN_YEARS.stop:
        return datetime.date(year, 1, 1)
    return None


def _last_date(dates: ManuscriptDates) -> tuple[CalendarDate, Route] | None:
    """The last date of the manuscript before print, and where it stands."""
    found: list[tuple[CalendarDate, Route]] = []
    for name in ("received", "revised", "accepted"):
        event = getattr(dates, name)
        if event is None or isinstance(event.root, str):
            continue
        by_language = event.root if isinstance(event.root, dict) else {"": event.root}
        for language, date in by_language.items():
            route = ("dates", name, language) if language else ("dates", name)
            found.append((date.calendar_date, route))
    return max(found, key=lambda one: last_day(one[0])) if found else None
