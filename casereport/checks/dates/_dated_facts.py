"""The dates of a case: of the manuscript's history, and of its clinical facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casereport.checks.dates._dates_line import EVENTS, dates_in_line
from casereport.checks.dates._printed_dates import Printed
from casereport.checks.dates._typed_dates import TypedDate
from casereport.checks.fact_prose import value_prose
from casereport.diagnostics import Route, Span
from casereport.locale import available_languages, load_locale
from casereport.model.base import Facts
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CaseReport
from casereport.model.values import Date, PrintedDate

_CLINICAL = ("history", "timeline", "findings", "labs", "imaging", "interventions")


def stored_dates(facts: CaseFile, event: str) -> dict[str, Printed]:
    """Language → the date of an event of the manuscript; ``""``: stored once for all."""
    date: PrintedDate | None = getattr(facts.dates, event)
    if date is None or isinstance(date.root, str):
        return {}
    if isinstance(date.root, Date):
        return {"": Printed(date.root.calendar_date, ("dates", event))}
    return {
        language: Printed(one.calendar_date, ("dates", event, language))
        for language, one in date.root.items()
    }


def line_dates(case: CaseReport, language: str) -> dict[str, tuple[TypedDate, Span]]:
    """Event → its date in the author's own line of dates of ``language``, and where it stands."""
    line = case.facts.dates.line
    text = line.texts.get(language) if line is not None else None
    if text is None or language not in available_languages():
        return {}
    found: dict[str, tuple[TypedDate, Span]] = {}
    for prose in value_prose(case, ("dates", "line", language), language, text):
        for event, typed in dates_in_line(prose.text, load_locale(language)):
            found.setdefault(event, (typed, prose.place(typed.start, typed.end)))
    return dict(sorted(found.items(), key=lambda one: EVENTS.index(one[0])))


def clinical_dates(facts: CaseFile) -> Iterator[Printed]:
    """The dates of the patient's course: of the history, timeline, results and treatments."""
    for name in _CLINICAL:
        yield from _below(getattr(facts, name), (name,))


def _below(node: object, route: Route) -> Iterator[Printed]:
    if isinstance(node, Date):
        yield Printed(node.calendar_date, route)
    elif isinstance(node, Facts):
        for name in type(node).model_fields:
            yield from _below(getattr(node, name), (*route, name.replace("_", "-")))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from _below(value, (*route, str(key)))
    elif isinstance(node, tuple):
        for index, value in enumerate(node):
            yield from _below(value, (*route, index))
