"""The facts of a case that have one number, with the names under which a text speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from casereport.checks.numbers._quantities import BY_NAME, QUALIFIERS
from casereport.checks.numbers._quantity import Quantity
from casereport.diagnostics import Route
from casereport.model.case_file import CaseFile
from casereport.model.clinical import Finding, Lab
from casereport.model.measures import Interval, Mean, Measured, Pair, Ratio
from casereport.model.measures import Quantity as Number
from casereport.text.characters import HAMZA_ABOVE, ZWNJ


@dataclass(frozen=True, slots=True)
class MeasuredFact:
    """A fact with a measured value; ``quantity`` is what it measures, if it is a known one."""

    route: Route
    name: str
    names: tuple[str, ...]
    value: Measured
    unit: str
    quantity: Quantity | None

    @property
    def written(self) -> str:
        """The value as its file has it, with its unit: ``10.1 g/dL``, ``<5``, ``110/70``."""
        marks = {Interval: "-", Pair: "/", Ratio: ":", Mean: "\u00b1"}
        number = marks.get(type(self.value), "").join(
            f"{each:f}" for each in components(self.value)
        )
        comparator = self.value.comparator if isinstance(self.value, Number | Ratio) else ""
        return f"{comparator}{number} {self.unit}".rstrip()


def components(value: Measured) -> tuple[Decimal, ...]:
    """The numbers of a value in their order."""
    match value:
        case Number(value=number):
            return (number,)
        case Interval(low=first, high=second) | Pair(first=first, second=second):
            return (first, second)
        case Ratio(first=first, second=second) | Mean(value=first, deviation=second):
            return (first, second)
        case _:
            return ()


def measured_facts(facts: CaseFile) -> Iterator[MeasuredFact]:
    """Laboratory values, findings, weight and height, in the order of the file."""
    for field, item in (("weight", facts.patient.weight), ("height", facts.patient.height)):
        quantity = quantity_named(field)
        if item is not None:
            yield MeasuredFact(("patient", field), field, (), item, item.unit, quantity)
    groups: tuple[tuple[str, dict[str, Lab] | dict[str, Finding]], ...] = (
        ("findings", facts.findings),
        ("labs", facts.labs),
    )
    for group, items in groups:
        for key, one in items.items():
            if isinstance(one.value, Measured):
                unit = one.printed_unit if isinstance(one, Lab) else one.value.unit
                names = tuple(one.name.texts.values())
                quantity = _of_names((key.replace("-", " "), *names))
                yield MeasuredFact((group, key), key, names, one.value, unit, quantity)


def doses(facts: CaseFile) -> Iterator[MeasuredFact]:
    """The treatments that have a measured dose."""
    for key, item in facts.interventions.items():
        if isinstance(item.dose, Measured):
            names = tuple(item.name.texts.values())
            route = ("interventions", key)
            yield MeasuredFact(route, key, names, item.dose, item.dose.unit, None)


@lru_cache(maxsize=1024)
def quantity_named(name: str) -> Quantity | None:
    """The quantity that a name means and nothing more: not of "hemoglobin electrophoresis".

    >>> [found.key for name in ("Serum calcium", "C-reactive protein (CRP)")
    ...  if (found := quantity_named(name))]
    ['calcium', 'C-reactive protein']
    >>> quantity_named("urine calcium") is None
    True
    """
    plain = re.sub(r"\([^()]{0,60}\)", " ", name)
    words = _words(plain)
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            found = _BY_WORDS.get(words[start : start + length])
            rest = words[:start] + words[start + length :]
            if found and all(word in QUALIFIERS or word.isdigit() for word in rest):
                return found
    return None


def _of_names(names: tuple[str, ...]) -> Quantity | None:
    """What all the names mean that mean anything; None when they mean different things."""
    found = [quantity for name in names if (quantity := quantity_named(name))]
    return found[0] if found and all(one is found[0] for one in found) else None


def _words(text: str) -> tuple[str, ...]:
    plain = text.replace(ZWNJ, "").replace(HAMZA_ABOVE, "").casefold()
    return tuple(re.findall(r"\w+", plain))[:12]


_BY_WORDS = {_words(name): quantity for name, quantity in BY_NAME.items()}
