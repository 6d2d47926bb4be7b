"""Values against the limits of what occurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from casereport.checks.numbers._mentions import Mention, mentions
from casereport.checks.numbers._quantities import BY_NAME, NAMES
from casereport.checks.numbers._quantity import Quantity
from casereport.checks.prose import narrative_prose
from casereport.checks.sentences import sentences
from casereport.diagnostics import Span
from casereport.model.case_report import CaseReport
from casereport.text.measured_units import same_unit

Bounds = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class ImplausibleMention:
    """A value of the text that cannot be: its name, as typed, its unit, and the limits of that."""

    name: str
    value: str
    unit: str
    limits: Bounds
    place: Span


def known_limits(quantity: Quantity, unit: str) -> Bounds | None:
    """The limits of a quantity in a unit; None when the unit is none of its usual ones."""
    return next(
        (limits for known, limits in quantity.units.items() if same_unit(known, unit)), None
    )


def is_plausible(numbers: Iterable[Decimal], limits: Bounds) -> bool:
    """True when all lie between the limits."""
    return all(limits[0] <= number <= limits[1] for number in numbers)


def implausible_mentions(case: CaseReport) -> Iterator[ImplausibleMention]:
    """Values of the narratives that follow a known name and cannot be, however they are read."""
    for _, narrative in sorted(case.narratives.items()):
        for prose in narrative_prose(narrative):
            for sentence in sentences(prose):
                for mention in mentions(sentence.text, sentence.language, NAMES):
                    if found := _limits_broken(mention):
                        unit, limits = found
                        value = sentence.text[mention.number.start : mention.end].strip()
                        name = sentence.text[mention.start : mention.name_end]
                        place = sentence.place(mention.number.start, mention.number.end)
                        yield ImplausibleMention(name, value, unit, limits, place)


def _limits_broken(mention: Mention) -> tuple[str, Bounds] | None:
    """The unit and its limits when no reading lies within; a number without a unit: within none."""
    quantity = BY_NAME[mention.name]
    if mention.number.kind not in {"number", "quantity", "percent"}:
        return None
    known = {unit: known_limits(quantity, unit) for unit in mention.units} or quantity.units
    broken: tuple[str, Bounds] | None = None
    for unit, limits in known.items():
        if limits is None or any(is_plausible(one, limits) for one in mention.number.readings):
            return None
        broken = broken or (unit, limits)
    return broken
