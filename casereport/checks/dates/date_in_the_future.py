"""A date lies in the future.

A manuscript that was received, or a patient who was examined, after today is a slip: most often a
wrong year, or a year of the Jalali calendar typed for one of the other. The day of publication may
be planned, so it is told only when it is more than a year ahead, and a treatment may be planned to
go on. A day's grace is given, since it may be tomorrow already where the author is.

Bad::

    case.yaml:
        dates:
          received: 2091-01-21

Bad (a result)::

    case.yaml:
        labs:
          crp: {name: CRP, value: 28 mg/L, date: 1440-02}

Bad (in the author's own line)::

    case.yaml:
        dates:
          line: {en: "(Received January 21, 2091)"}

Good::

    case.yaml:
        dates:
          received: 2020-01-21
          published: 2020
          line: {en: "(Received January 21, 2020)"}
        interventions:
          warfarin: {name: {fa: وارفارین, en: warfarin}, start: 2020-01, stop: 2090}
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, Place, SourceContext
from casereport.checks.dates._dated_facts import clinical_dates, line_dates, stored_dates
from casereport.checks.dates._dates_line import EVENTS
from casereport.checks.dates._days import first_day
from casereport.diagnostics import N_, Severity
from casereport.text.calendars import CalendarDate, from_date

check = Check(
    code="DATE004",
    name="date-in-the-future",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{date} lies in the future: today is {today}."),
    hint=N_("Correct the date; its year may be the slip."),
)

_GRACE = datetime.timedelta(days=1)
_PLANNED = datetime.timedelta(days=366)


def run(context: SourceContext) -> Iterator[Finding]:
    today = context.case.today
    for place, date, ahead in _dates(context):
        if first_day(date) > today + ahead:
            yield Finding.at(place, date=date, today=from_date(today, date.calendar))


def _dates(context: SourceContext) -> Iterator[tuple[Place, CalendarDate, datetime.timedelta]]:
    """Each date with its place, and how far ahead it may lie."""
    facts = context.case.facts
    for event in EVENTS:
        ahead = _PLANNED if event == "published" else _GRACE
        stored = stored_dates(facts, event)
        for one in stored.values():
            yield one.route, one.date, ahead
        # A line that repeats a stored date would say the same again; one that differs is DATE001.
        for language in dict.fromkeys(facts.languages) if not stored else ():
            typed, span = line_dates(context.case, language).get(event, (None, None))
            if typed is not None and typed.date is not None and span is not None:
                yield span, typed.date, ahead
    for found in clinical_dates(facts):
        if found.route[-1] != "stop":
            yield found.route, found.date, _GRACE
