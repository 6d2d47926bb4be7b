"""The day on which a patient was born stands in the report.

With a town and a diagnosis, the day of birth is enough to find a person; the age is all that a
reader needs. A year alone, or a month, is no fault. Other exact dates (of an admission, of an
operation) are not told: reports need some of them, and where they may not stand is the journal's
to say; a time before or after the presentation always serves.

Bad::

    fa.md:
        بیمار، متولد ۱۳۵۴/۱/۱۲، با درد آرنج مراجعه کرد.

Bad (in words)::

    en.md:
        The girl was born on January 5, 2020, at 34 weeks.

Bad (a fact)::

    case.yaml:
        timeline:
          - when: 2020-01-05
            event: {fa: تولد, en: Birth}

Good::

    case.yaml:
        timeline:
          - when: 2020-01-05
            event: {fa: بستری, en: Admission}
    fa.md:
        بیمار، متولد ۱۳۵۴، در تاریخ ۱۳۹۸/۱۱/۱ بستری شد.
    en.md:
        She was born in 1975 at term; on January 5, 2020 she was admitted.

References:
    ICMJE Recommendations, II.E.1.
    HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(C).
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.privacy._birth_dates import BIRTH, birth_dates
from casereport.checks.privacy._texts import patient_texts, plain
from casereport.diagnostics import N_, Route, Severity
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.values import Date

check = Check(
    code="PRIV004",
    name="exact-birth-date",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The day of the patient's birth is told."),
    hint=N_("Give the age, in years or, of a child, in months; or the year alone."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for prose in patient_texts(context.case):
        for start, end in birth_dates(plain(prose.text)):
            yield Finding.at(prose.place(start, end))
    for route, name, date in _dated(context.case.facts):
        whole = isinstance(date, Date) and date.calendar_date.is_complete
        if whole and any(BIRTH.match(text) for text in name.texts.values()):
            yield Finding.at(route)


def _dated(facts: CaseFile) -> Iterator[tuple[Route, Bilingual, object]]:
    """The facts that have a name and a date."""
    for index, event in enumerate(facts.timeline):
        yield ("timeline", index, "when"), event.event, event.when
    for key, item in facts.history.items():
        yield ("history", key, "since"), item.name, item.since
    for key, finding in facts.findings.items():
        yield ("findings", key, "date"), finding.name, finding.date
