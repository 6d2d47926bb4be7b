"""The dates of a manuscript do not follow each other.

A manuscript is received, sent back for revision, accepted and published, in this order; a date that
breaks it is a slip, often of the year round a new year. Dates are compared as each
language prints them, stored ones as well as those of a line of dates; incomplete dates only where
no day could be right. A treatment cannot end before it began, and what was found in the patient
after the manuscript was accepted cannot stand in it.

Bad::

    case.yaml:
        dates:
          received: 1399-11-01
          accepted: 1399-04-02

Bad (in the author's own line)::

    case.yaml:
        dates:
          line: {en: "(Received January 21, 2020; Accepted June 22, 2019)"}

Bad (a result of later than the acceptance)::

    case.yaml:
        dates: {received: 2020-01-21, accepted: 2020-06-22}
        labs:
          crp: {name: CRP, value: 28 mg/L, date: 2020-08-01}

Bad (a treatment that ends before it begins)::

    case.yaml:
        interventions:
          warfarin: {name: {fa: وارفارین, en: warfarin}, start: 2019-11-01, stop: 2019-02-01}

Good::

    case.yaml:
        dates:
          received: 2020-01-21
          revised: 1398-11
          accepted: {fa: 1399-04-02, en: 2020-06-22}
          line: {en: "(Received January 21, 2020; Accepted June 22, 2020)"}
        labs:
          crp: {name: CRP, value: 28 mg/L, date: 2020-06}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from casereport.checks.check import Check, Finding, Place, SourceContext
from casereport.checks.dates._dated_facts import clinical_dates, line_dates, stored_dates
from casereport.checks.dates._dates_line import EVENTS
from casereport.checks.dates._days import first_day, last_day
from casereport.checks.dates._printed_dates import Printed
from casereport.diagnostics import N_, Severity, say
from casereport.model.case_file import CaseFile
from casereport.model.values import Date
from casereport.text.calendars import CalendarDate

check = Check(
    code="DATE003",
    name="dates-out-of-order",
    severity=Severity.ERROR,
    scope="source",
    message=N_("{later}, {late}, lies before {earlier}, {early}."),
    hint=N_("Correct the wrong one of the two."),
)

_AFTER = N_("{fact} is dated {date}, after the manuscript was accepted on {accepted}.")
_EARLIER = N_("The earlier one.")
_Step = tuple[str, CalendarDate, Place]


def run(context: SourceContext) -> Iterator[Finding]:
    facts = context.case.facts
    told: set[tuple[str, str]] = set()
    for steps in _histories(context):
        for (earlier, early, before), (later, late, place) in pairwise(steps):
            if _is_before(late, early) and (earlier, later) not in told:
                told.add((earlier, later))
                yield _out_of_order((earlier, early, before), (later, late, place))
    yield from _after_acceptance(facts)
    for name, treatment in facts.interventions.items():
        start, stop, route = treatment.start, treatment.stop, ("interventions", name)
        if isinstance(start, Date) and isinstance(stop, Date):
            first, last = start.calendar_date, stop.calendar_date
            if _is_before(last, first):
                dotted = f"interventions.{name}"
                yield _out_of_order(
                    (f"{dotted}.start", first, (*route, "start")),
                    (f"{dotted}.stop", last, (*route, "stop")),
                )


def _histories(context: SourceContext) -> Iterator[Sequence[_Step]]:
    """The dates of the manuscript as each language prints them: stored, then as typed in a line."""
    facts = context.case.facts
    stored = {event: stored_dates(facts, event) for event in EVENTS}
    languages = dict.fromkeys(facts.languages)
    for language in languages:
        printed = {event: dates.get(language, dates.get("")) for event, dates in stored.items()}
        yield [(f"dates.{event}", one.date, one.route) for event, one in printed.items() if one]
    for language in languages:
        yield [
            (f"dates.{event}", typed.date, span)
            for event, (typed, span) in line_dates(context.case, language).items()
            if typed.date is not None
        ]


def _after_acceptance(facts: CaseFile) -> Iterator[Finding]:
    accepted = list(stored_dates(facts, "accepted").values())
    for found in clinical_dates(facts):
        if accepted and all(_is_before(one.date, found.date) for one in accepted):
            yield _late(found, accepted[0])


def _late(found: Printed, accepted: Printed) -> Finding:
    return Finding.at(
        found.route,
        message=_AFTER,
        severity=Severity.WARNING,
        related=[(accepted.route, say(_EARLIER))],
        fact=".".join(str(part + 1) if isinstance(part, int) else part for part in found.route),
        date=found.date,
        accepted=accepted.date,
    )


def _out_of_order(earlier: _Step, later: _Step) -> Finding:
    return Finding.at(
        later[2],
        related=[(earlier[2], say(_EARLIER))],
        earlier=earlier[0],
        early=earlier[1],
        later=later[0],
        late=later[1],
    )


def _is_before(date: CalendarDate, other: CalendarDate) -> bool:
    """True when no day that ``date`` can mean is a day of ``other`` or later."""
    return last_day(date) < first_day(other)
