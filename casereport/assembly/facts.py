"""Facts in prose: ``{{ labs.hemoglobin }}`` is a safe path look-up in the case, never a template.

A path names a node of case.yaml by its kebab-case keys; a last word may pick a part of a value:
``value unit range date long numeric month-year year name``. What it prints is formatted here, by
the language's numerals, calendar and units.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from casereport.locale import Locale
from casereport.model.base import NOT_STATED, Bilingual, Facts
from casereport.model.case_file import CaseFile
from casereport.model.clinical import Finding, HistoryItem, Imaging, Intervention, Lab
from casereport.model.front import PageRange, Years
from casereport.model.statements import Statement
from casereport.model.values import (
    Age,
    Date,
    Duration,
    Moment,
    PrintedDate,
    Quantity,
    ReferenceRange,
)
from casereport.text.calendars import CalendarDate
from casereport.text.characters import WJ
from casereport.text.isolates import ltr

ROOTS = (
    "patient", "history", "findings", "labs", "imaging", "interventions", "outcome", "dates",
    "publication", "statements",
)  # fmt: skip
DATE_STYLES = ("long", "numeric", "month-year", "year")
SUFFIXES = ("value", "unit", "range", "date", "name", *DATE_STYLES)
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
    """The path names nothing, or nothing in this language; ``nearest`` is a path that exists."""

    nearest: str = ""


def look_up(facts: CaseFile, path: str, locale: Locale, *, words: bool) -> FactText | UnknownFact:
    """The text that ``path`` prints in the locale's language. ``words``: units as words.

    The result has the language's digits, unit, calendar and isolation; it is never empty.
    """
    parts = path.split(".")
    if parts[0] not in ROOTS:
        return UnknownFact(_nearest(path, facts))
    node: Any = facts
    for index, part in enumerate(parts):
        child = _child(node, part)
        if child is None:
            rest = parts[index:]
            found = _part_of(node, rest[0], locale, words) if len(rest) == 1 else None
            return found or UnknownFact(_nearest(path, facts))
        owner, node = node, child
        if isinstance(owner, (Lab, Finding)) and part == "value" and index == len(parts) - 1:
            return _part_of(owner, "value", locale, words) or UnknownFact()
    return _print(node, parts[-1], locale, words) or UnknownFact(_nearest(path, facts))


def paths(facts: CaseFile) -> tuple[str, ...]:
    """Every path that names a fact of this case (without suffixes), sorted."""
    found: list[str] = []

    def walk(node: Any, route: str) -> None:
        if isinstance(node, Mapping):
            for key in node:
                walk(node[key], f"{route}.{key}")
        elif isinstance(node, Facts):
            if isinstance(node, (Lab, *_PRINCIPAL)):
                found.append(route)
            for name in type(node).model_fields:
                if getattr(node, name) is not None:
                    walk(getattr(node, name), f"{route}.{name.replace('_', '-')}")
        elif node is not None and not isinstance(node, (tuple, bool)):
            found.append(route)

    for root in ROOTS:
        walk(getattr(facts, root), root)
    return tuple(sorted(found))


def _nearest(path: str, facts: CaseFile) -> str:
    known = paths(facts)
    found = difflib.get_close_matches(path, known, n=1, cutoff=0.6)
    if not found and path.rpartition(".")[2] not in SUFFIXES:
        found = difflib.get_close_matches(path.rpartition(".")[0], known, n=1, cutoff=0.6)
    return found[0] if found else ""


def _child(node: Any, part: str) -> Any:
    """The child of a mapping or model by its key in the file; None when there is none."""
    if isinstance(node, Mapping):
        return node.get(part)
    if isinstance(node, Facts):
        name = part.replace("-", "_")
        return getattr(node, name) if name in type(node).model_fields and "_" not in part else None
    return None


def _part_of(node: Any, suffix: str, locale: Locale, words: bool) -> FactText | None:
    """The part of a value that a suffix picks."""
    if isinstance(node, (Finding, Intervention)) and suffix in {"value", "unit"}:
        node = node.value if isinstance(node, Finding) else node.dose
    if isinstance(node, Lab) and suffix == "value":
        node = node.value
    if isinstance(node, Quantity):
        if suffix == "value":
            return _number(node.value, locale)
        return FactText(unit_text(node.unit, locale, words)) if suffix == "unit" else None
    if isinstance(node, (Duration, Age)):
        if suffix == "value":
            return _number(node.value, locale)
        if suffix != "unit":
            return None
        whole = locale.duration(node.value, node.unit)
        return FactText(whole.replace(locale.number(node.value), "").strip())
    date = _date_of(node, locale)
    if date is not None and suffix in DATE_STYLES:
        return FactText(locale.date(date, suffix))  # type: ignore[arg-type]
    if suffix == "value":
        return _print(node, "", locale, words)
    return None


def _date_of(node: Any, locale: Locale) -> CalendarDate | None:
    if isinstance(node, Date):
        return node.calendar_date
    if isinstance(node, PrintedDate):
        return node.get(locale.language)
    if isinstance(node, Years):
        year = node.get(locale.language)
        return year.calendar_date if year else None
    return None


def _number(value: Decimal, locale: Locale) -> FactText:
    return FactText(locale.number(value), bare=value >= 0)


def _lab(lab: Lab, locale: Locale, words: bool) -> FactText | None:
    if isinstance(lab.value, Quantity):
        unit = lab.unit or lab.value.unit
        text = locale.quantity(lab.value.value, unit, lab.value.comparator, words=words)
        return FactText(text, bare=not unit and not lab.value.comparator)
    return _print(lab.value, "result", locale, words)


def _first(*candidates: Any) -> Any:
    return next((candidate for candidate in candidates if candidate is not None), None)


_PRINCIPAL: dict[type, Callable[[Any], Any]] = {
    Finding: lambda node: _first(node.value, node.note, node.name),
    HistoryItem: lambda node: _first(node.duration, node.since, node.name),
    Imaging: lambda node: _first(node.findings, node.modality),
    Intervention: lambda node: _first(node.dose, node.name),
    Statement: lambda node: _first(node.code, node.text),
}
"""What stands for a whole item when no part of it is named."""


def _print(node: Any, key: str, locale: Locale, words: bool) -> FactText | None:  # noqa: PLR0911
    """A whole value as text; ``key`` is its key in the file, for coded words."""
    if isinstance(node, Lab):
        return _lab(node, locale, words)
    if type(node) in _PRINCIPAL:
        return _print(_PRINCIPAL[type(node)](node), key, locale, words)
    if isinstance(node, Quantity):
        text = locale.quantity(node.value, node.unit, node.comparator, words=words)
        return FactText(text, bare=not node.unit and not node.comparator)
    if isinstance(node, Age):
        return FactText(locale.age(node.value, node.unit), bare=node.unit == "year")
    if isinstance(node, Duration):
        return FactText(locale.duration(node.value, node.unit))
    if isinstance(node, Moment):
        return FactText(locale.moment(node.value, node.unit, counted=node.counted))
    if isinstance(node, ReferenceRange):
        return FactText(reference_range(node, locale))
    if isinstance(node, PageRange):
        return FactText(locale.range(node.first, node.last) if node.last else node.first)
    if (date := _date_of(node, locale)) is not None:
        return FactText(locale.date(date, "long"))
    if isinstance(node, Bilingual):
        text = node.get(locale.language)
        return FactText(text, typed=True) if text else None
    if isinstance(node, str):
        return _word(node, key, locale, words)
    return None


def _word(word: str, key: str, locale: Locale, words: bool) -> FactText:
    """A coded word (female, oral, negative, not-stated) in the language, or a text as it is."""
    if word == NOT_STATED:
        return FactText(locale.term("not-stated"))
    if key == "unit":
        return FactText(unit_text(word, locale, words))
    family = _CODED.get(key, key)
    term = f"{family}-{word}"
    return FactText(locale.terms.get(term, word))


def unit_text(unit: str, locale: Locale, words: bool) -> str:
    """A unit alone: in words when the language has them and they are wanted, else its symbol."""
    known = locale.unit_words(unit) if words else None
    if known is not None or not unit:
        return known or ""
    symbol = unit.replace("/", f"{WJ}/{WJ}")
    return ltr(symbol) if locale.direction == "rtl" else symbol


def reference_range(value: ReferenceRange, locale: Locale) -> str:
    """A reference range as printed: ``12–16``, ``≤5``, ``≥60``."""
    if value.low is not None and value.high is not None:
        return locale.range(value.low, value.high)
    bound, sign = (value.high, "\u2264") if value.low is None else (value.low, "\u2265")
    assert bound is not None  # noqa: S101  (ReferenceRange.parse gives one bound at least)
    return locale.quantity(bound, "", sign, words=False)
