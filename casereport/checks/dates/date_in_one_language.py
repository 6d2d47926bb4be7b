"""A date is given in one language only.

Readers of the other language do not learn it: a journal printed the date of revision in Persian and
none in English. A date that stands once in case.yaml is printed in every language. Told are dates
given for one language, dates of the author's own line that no other language prints, and whole days
typed in one text that the other text does not have: a month that fits (January 2020) is enough, and
so is a stored date. A language that has an abstract alone is not compared.

Bad::

    case.yaml:
        dates:
          revised: {fa: 1398-11-19}

Bad (in the author's own line)::

    case.yaml:
        dates:
          line: {en: "(Received January 21, 2020; Accepted June 22, 2020)"}

Bad (in the text)::

    fa.md:
        بیمار در ۱ بهمن ۱۳۹۸ جراحی شد.

Good::

    case.yaml:
        dates:
          revised: 1398-11-19
          received: {fa: 1398-11-01, en: 2020-01-21}
          line: {en: "(Received January 21, 2020)"}
    fa.md:
        بیمار در ۱۲ اسفند ۱۳۹۸ جراحی شد.
    en.md:
        She was operated on March 2, 2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from casereport.checks.check import Check, Finding, Place, SourceContext
from casereport.checks.dates._dated_facts import clinical_dates, line_dates, stored_dates
from casereport.checks.dates._dates_line import EVENTS
from casereport.checks.dates._matching import (
    InText,
    dates_of,
    unmatched,
    without_those_told_short,
)
from casereport.diagnostics import N_, LanguageName, Severity, say
from casereport.model.case_report import CaseReport
from casereport.text.calendars import CalendarDate

check = Check(
    code="DATE005",
    name="date-in-one-language",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{event} is not given in {language}."),
    hint=N_("Store the date once: every language prints it in its own calendar."),
)

_TYPED = N_("{date} is typed in {file} only; {other} has no such day.")
_ADD = N_("Give it in both texts, or in neither.")
_INSTEAD = N_("{date} is typed in {file}, where {other} has {instead}.")
_SAME = N_("Write the same day in both texts.")


def run(context: SourceContext) -> Iterator[Finding]:
    languages = list(dict.fromkeys(context.case.facts.languages))
    for event in EVENTS:
        for language, place in _lacking(context.case, event, languages):
            yield Finding.at(place, event=f"dates.{event}", language=LanguageName(language))
    for first, second in combinations(languages, 2):
        yield from _typed(context.case, first, second)


def _lacking(case: CaseReport, event: str, languages: list[str]) -> Iterator[tuple[str, Place]]:
    """Each language that lacks the event, and where another one has it."""
    stored = stored_dates(case.facts, event)
    source = case.source
    if "" in stored or any(source.is_refused(("dates", event, name)) for name in languages):
        return
    # A journal's line may leave out a stored date, such as that of the revision.
    places: dict[str, Place] = {name: date.route for name, date in stored.items()}
    if not places:
        lines = {name: line_dates(case, name) for name in languages}
        places = {name: dates[event][1] for name, dates in lines.items() if event in dates}
    for language in languages:
        if places and language not in places:
            yield language, next(iter(places.values()))


def _typed(case: CaseReport, first: str, second: str) -> Iterator[Finding]:
    """Whole days of one text alone; where each has such a day, the two are one difference."""
    texts = [text for name in (first, second) if (text := case.narratives.get(name))]
    if len(texts) < 2 or not all(text.has_body for text in texts):
        return
    stored = list(_stored(case))
    dates = [[*dates_of(text)] for text in texts]
    alone = unmatched(dates[0], [*stored, *(one.date for one in dates[1])])
    others = unmatched(dates[1], [*stored, *(one.date for one in dates[0])])
    file, other_file = (text.file for text in texts)
    alone = without_those_told_short(alone, texts[1])
    others = without_those_told_short(others, texts[0])
    both = min(len(alone), len(others))
    for one, other in zip(alone, others, strict=False):
        yield _instead(one, other, file, other_file)
    yield from (_alone(one, file, other_file) for one in alone[both:])
    yield from (_alone(one, other_file, file) for one in others[both:])


def _stored(case: CaseReport) -> Iterator[CalendarDate]:
    yield from (found.date for found in clinical_dates(case.facts))
    for event in EVENTS:
        yield from (found.date for found in stored_dates(case.facts, event).values())


def _alone(found: InText, file: str, other: str) -> Finding:
    return Finding.at(
        found.span, message=_TYPED, hint=_ADD, date=found.date, file=file, other=other
    )


def _instead(one: InText, other: InText, file: str, other_file: str) -> Finding:
    return Finding.at(
        other.span,
        message=_INSTEAD,
        hint=_SAME,
        related=[(one.span, say(N_("The other text's date.")))],
        date=other.date,
        file=other_file,
        other=file,
        instead=one.date,
    )
