"""Facts in prose: ``{{ labs.hemoglobin }}`` is a safe path look-up in the case, never a template.

A path names a node of case.yaml by its kebab-case keys; a last word may pick a part of a value:
``value unit range date long numeric month-year year name``. What it prints is formatted here, by
the language's numerals, calendar and units.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from casereport.assembly.fact_paths import DATE_STYLES, ROOTS, child, members, nearest
from casereport.assembly.measures import (
    is_bare,
    measured_text,
    number_text,
    reference_range,
    unit_text,
)
from casereport.locale import Locale
from casereport.model.base import NOT_STATED, Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.clinical import Finding, HistoryItem, Imaging, Intervention, Lab
from casereport.model.front import PageRange, Years
from casereport.model.measures import Measured, ReferenceRange
from casereport.model.statements import Statement
from casereport.model.values import Age, Date, Duration, Moment, PrintedDate
from casereport.text.calendars import CalendarDate

_CODED = {
    "sex": "sex", "flag": "flag", "route": "route", "status": "outcome", "kind": "history",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactText:
    """A fact as it prints.

    ``bare``: a plain number that must not join a Latin run before it. ``typed``: the author's own
    words, to be set as prose; otherwise the text is ready.
    """

    text: str
    bare: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class UnknownFact:
    """The path names nothing, or nothing in this language; ``nearest`` is a path that exists.

    ``members``: the path names a group, and these are the first of the facts in it.
    """

    nearest: str = ""
    members: tuple[str, ...] = ()


def look_up(facts: CaseFile, path: str, locale: Locale, *, words: bool) -> FactText | UnknownFact:
    """The text that ``path`` prints in the locale's language. ``words``: units as words.

    The result has the language's digits, unit, calendar and isolation; it is never empty.
    """
    printer = _Printer(locale, words)
    found = _walk(facts, path.split("."), printer)
    return found or UnknownFact(nearest(path, facts), members(path, facts))


def _walk(facts: CaseFile, parts: list[str], printer: _Printer) -> FactText | None:
    """Follow the path to a value and print it, or the part of it that the last word picks."""
    if parts[0] not in ROOTS:
        return None
    node: Any = facts
    owner: Any = None
    for index, part in enumerate(parts):
        owner, node = node, child(node, part)
        is_last = index == len(parts) - 1
        # A measured value called by name is the number alone: its unit is the item's.
        if is_last and isinstance(owner, (Lab, Finding)) and part == "value":
            return printer.part(owner, part)
        if node is None:
            return printer.part(owner, part) if is_last else None
    return printer.whole(node, parts[-1])


_PRINCIPAL: dict[type, Callable[[Any], Any]] = {
    Finding: lambda node: _first(node.value, node.note, node.name),
    HistoryItem: lambda node: _first(node.duration, node.since, node.name),
    Imaging: lambda node: _first(node.findings, node.modality),
    Intervention: lambda node: _first(node.dose, node.name),
    Statement: lambda node: _first(node.code, node.text),
}
"""What stands for a whole item when no part of it is named."""


def _first(*candidates: Any) -> Any:
    return next((candidate for candidate in candidates if candidate is not None), None)


@dataclass(frozen=True, slots=True)
class _Printer:
    """Prints values in one language; ``words``: units as words."""

    locale: Locale
    words: bool

    def part(self, node: Any, suffix: str) -> FactText | None:
        """The part of a value that a suffix picks; None when it has no such part."""
        if isinstance(node, (Lab, Finding)) and suffix in {"value", "unit"}:
            node = node.value
        elif isinstance(node, Intervention) and suffix in {"value", "unit"}:
            node = node.dose
        if isinstance(node, Measured) and suffix == "unit" and node.unit:
            return FactText(unit_text(node.unit, self.locale, words=self.words))
        if isinstance(node, Measured) and suffix == "value":
            return FactText(number_text(node, self.locale), bare=is_bare(node))
        if isinstance(node, (Duration, Age)) and suffix == "unit":
            return FactText(self.locale.duration_unit(node.value, node.unit))
        if isinstance(node, (Duration, Age)) and suffix == "value":
            return FactText(self.locale.number(node.value), bare=node.value >= 0)
        date = self._date_of(node)
        if date is not None and suffix in DATE_STYLES:
            return FactText(self.locale.date(date, suffix))  # type: ignore[arg-type]
        return self.whole(node, "result") if suffix == "value" else None

    def whole(self, node: Any, key: str) -> FactText | None:
        """A value as it prints; ``key`` is its key in the file, for coded words."""
        if type(node) in _PRINCIPAL:
            return self.whole(_PRINCIPAL[type(node)](node), key)
        if isinstance(node, Lab):
            return self._lab(node)
        if isinstance(node, str):
            return self._word(node, key)
        if isinstance(node, Bilingual):
            typed = node.get(self.locale.language)
            return FactText(typed, typed=True) if typed else None
        if (date := self._date_of(node)) is not None:
            return FactText(self.locale.date(date, "long"))
        return self._measure(node)

    def _measure(self, node: Any) -> FactText | None:
        locale = self.locale
        match node:
            case Measured():
                return self._measured(node, node.unit)
            case Age(value=value, unit=unit):
                return FactText(locale.age(value, unit), bare=unit == "year")
            case Duration(value=value, unit=unit):
                return FactText(locale.duration(value, unit))
            case Moment(value=value, unit=unit, counted=counted):
                return FactText(locale.moment(value, unit, counted=counted))
            case ReferenceRange():
                return FactText(reference_range(node, locale))
            case PageRange(first=first, last=last):
                return FactText(locale.range(first, last) if last else locale.digits(first))
            case _:
                return None

    def _measured(self, value: Measured, unit: str) -> FactText:
        text = measured_text(value, unit, self.locale, words=self.words)
        return FactText(text, bare=not unit and is_bare(value))

    def _lab(self, lab: Lab) -> FactText | None:
        if not isinstance(lab.value, Measured):
            return self.whole(lab.value, "result")
        return self._measured(lab.value, lab.printed_unit)

    def _date_of(self, node: Any) -> CalendarDate | None:
        if isinstance(node, Date):
            return node.calendar_date
        if isinstance(node, PrintedDate):
            return node.get(self.locale.language)
        if isinstance(node, Years):
            year = node.get(self.locale.language)
            return year.calendar_date if year else None
        return None

    def _word(self, word: str, key: str) -> FactText:
        """A coded word (female, oral, not-stated) in the language, or a text as it is."""
        if word == NOT_STATED:
            return FactText(self.locale.term("not-stated"))
        if key == "unit":
            return FactText(unit_text(word, self.locale, words=self.words))
        return FactText(self.locale.terms.get(f"{_CODED.get(key, key)}-{word}", word))
