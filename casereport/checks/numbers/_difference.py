"""A number of the prose beside a fact: whether they agree, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from casereport.checks.numbers._named_facts import components
from casereport.checks.sentences import Sentence
from casereport.diagnostics import Route
from casereport.model.measures import Measured, Quantity
from casereport.text.prose_numbers import ProseNumber, Reading, prose_numbers


@dataclass(frozen=True, slots=True)
class Difference:
    """A number ``text[start:end]`` of a sentence that is not what the fact at ``route`` says."""

    sentence: Sentence
    start: int
    end: int
    route: Route
    fact: str

    @property
    def typed(self) -> str:
        """The number as it is typed."""
        return self.sentence.text[self.start : self.end]


def agrees(number: ProseNumber, value: Measured, unit: str) -> bool | None:
    """Whether a reading of the number is the value, rounded or scaled; None: not comparable."""
    fact = components(value)
    comparable = [reading for reading in number.readings if len(reading) == len(fact)]
    if not comparable or (isinstance(value, Quantity) and value.comparator):
        return None
    scaled = prose_numbers(f"{value.value} {unit}") if isinstance(value, Quantity) else ()
    facts = [fact, *(reading for one in scaled for reading in one.readings)]
    return any(_rounds_to(fact, reading) for fact in facts for reading in comparable)


def _rounds_to(fact: Reading, said: Reading) -> bool:
    with localcontext(prec=60):
        return len(fact) == len(said) and all(
            a == b or a.quantize(_step(b), ROUND_HALF_UP) == b
            for a, b in zip(fact, said, strict=True)
        )


def _step(number: Decimal) -> Decimal:
    """The last place of a number as it is written; of whole ones, 1."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))
