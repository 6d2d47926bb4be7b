"""The two printed dates of one event are not the same day.

A date that stands once in case.yaml is printed in both calendars and cannot disagree with itself.
Given as printed in each language it can: a journal printed «January 21, 2020» beside ۱۳۹۸/۱۱/۱۱,
which is ten days later. Two readers of one article then know two different facts, so this is an
error. Incomplete dates disagree when no day could be both. A line of dates in the author's own
words (``dates: line:``) is read and compared, too.

The date named as a likely slip is the one that comes right by the smallest change of its digits: a
doubled or dropped digit before two exchanged ones, those before a wrong one.

Bad::

    case.yaml:
        dates:
          received: {fa: 1398-11-11, en: 2020-01-21}

Bad (the author's own line)::

    case.yaml:
        dates:
          accepted: 1399-04-02
          line: {en: "(Received January 21, 2020; Accepted July 22, 2020)"}

Bad (the year of the issue)::

    case.yaml:
        publication:
          year: {fa: 1399, en: 2019}

Good::

    case.yaml:
        dates:
          received: {fa: 1398-11-01, en: 2020-01-21}
          accepted: 1399-04-02
          line: {en: "(Received January 21, 2020; Accepted June 22, 2020)"}
        publication:
          year: {fa: 1399, en: 2020}

References:
    The Jalali calendar as the Calendar Center of the University of Tehran publishes it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.dates._days import first_day, in_calendar, last_day
from casereport.checks.dates._printed_dates import Printed, printed_pairs
from casereport.checks.dates._slips import slip_rank
from casereport.diagnostics import N_, Severity, say
from casereport.text.calendars import CalendarDate

check = Check(
    code="DATE001",
    name="calendars-disagree",
    severity=Severity.ERROR,
    scope="source",
    message=N_("The two dates under {event} do not agree: {first} and {second}."),
    hint=N_("Correct the wrong one, or store the date once: both calendars are printed from it."),
)

_ONE_DAY = N_(
    "The two dates under {event} lie one day apart: {first} is {converted}, not {second}."
)
_DAYS = N_(
    "The two dates under {event} lie {days} days apart: {first} is {converted}, not {second}."
)
_SLIP = N_("{wrong} is likely a slip for {right}. Correct it, or store the date once.")


def run(context: SourceContext) -> Iterator[Finding]:
    for event, first, second in printed_pairs(context.case.facts):
        gap = _days_apart(first.date, second.date)
        if gap:
            yield _finding(event, first, second, gap)


def _days_apart(first: CalendarDate, second: CalendarDate) -> int:
    """Days between the nearest days that the two could mean; 0 when they can be the same."""
    ahead = first_day(second) - last_day(first)
    behind = first_day(first) - last_day(second)
    return max(ahead, behind, datetime.timedelta(0)).days


def _finding(event: str, first: Printed, second: Printed, gap: int) -> Finding:
    if first.date.day is None or second.date.day is None:
        return Finding.at(second.route, event=event, first=first.date, second=second.date)
    first, second, right = _second_wrong(first, second)
    return Finding.at(
        second.route,
        message=_ONE_DAY if gap == 1 else _DAYS,
        hint=_SLIP if right else "",
        related=[(first.route, say(N_("The other date of the same event.")))],
        event=event,
        days=gap,
        first=first.date,
        second=second.date,
        converted=in_calendar(first.date, second.date.calendar),
        wrong=second.date,
        right=right or second.date,
    )


def _second_wrong(first: Printed, second: Printed) -> tuple[Printed, Printed, CalendarDate | None]:
    """The pair with the likely wrong date second, and what it should be (None: cannot be told)."""
    second_right = in_calendar(first.date, second.date.calendar)
    first_right = in_calendar(second.date, first.date.calendar)
    second_rank = slip_rank(second.date, second_right)
    first_rank = slip_rank(first.date, first_right)
    if second_rank < first_rank:
        return first, second, second_right
    if first_rank < second_rank:
        return second, first, first_right
    return first, second, None
