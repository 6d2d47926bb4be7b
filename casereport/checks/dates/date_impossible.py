"""A date is one that its calendar does not have.

Esfand has 30 days in a leap year only, the second half of the Jalali year has no 31st, and a month
13 is no month: such a date is a slip, and no reader can tell which day was meant. In a fact it is
an error, since it cannot be converted and is left out of the article. Typed in a text, or in a line
of dates in the author's own words, it prints as it stands and is a warning. Of a typed 31/2/2020
both orders of day and month are tried; the number of a letter or a file (شماره ۱۴۰۰/۵۵/۱۲) is no
date.

Bad (Esfand of a year that is not leap)::

    case.yaml:
        dates:
          received: 1404-12-30

Bad (in the text)::

    fa.md:
        بیمار در ۱۳۹۹/۱۳/۰۲ بستری شد.

Bad (in the line of dates)::

    case.yaml:
        dates:
          received: 2020-01-21
          line: {en: "(Received February 31, 2020)"}

Good::

    case.yaml:
        dates:
          received: 1403-12-30
    fa.md:
        بیمار در ۱۳۹۹/۱۲/۳۰ بستری شد؛ نامه به شماره ۱۴۰۰/۵۵/۱۲ ثبت شد.
    en.md:
        She was seen on 31/1/2020 and again on 1/31/2020, and took 100/25/200 mg.

References:
    The leap years of the Jalali calendar as the Calendar Center of the University of Tehran
    publishes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.dates._typed_dates import typed_dates
from casereport.checks.fact_prose import case_prose
from casereport.diagnostics import N_, Severity

check = Check(
    code="DATE002",
    name="date-impossible",
    severity=Severity.ERROR,
    scope="source",
    hint=N_("Look up the day that is meant, and correct it."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    # A fact that is no date was refused, and told with this code, where it was read.
    for prose in case_prose(context.case):
        if prose.part == "name":
            continue
        for typed in typed_dates(prose.text, prose.language):
            if typed.fault is not None:
                values: dict[str, Any] = dict(typed.fault.values)
                yield Finding.at(
                    prose.place(typed.start, typed.end),
                    message=typed.fault.template,
                    severity=Severity.WARNING,
                    **values,
                )
