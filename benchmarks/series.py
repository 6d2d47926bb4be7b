"""Measures taken in turns, and what two of them say of each other.

A machine's speed changes within minutes, by other work on it or by its heat. So what is compared is
measured in rounds, each side once a round, every second round in reverse; a ratio is that of two
measures of one round, and what is told is the median of these ratios with their spread.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from benchmarks.measure import Cost

Quantity = Literal["wall", "cpu", "memory"]
Measured = dict[str, "Series"]


@dataclass(frozen=True, slots=True)
class Spread:
    """A median, and the least and the greatest."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        """The spread of some values, of which there is one at least."""
        return cls(statistics.median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Series:
    """The costs of one side, by round."""

    costs: tuple[Cost, ...]

    def values(self, quantity: Quantity) -> list[float]:
        """One quantity, by round."""
        return [getattr(cost, quantity) for cost in self.costs]

    def spread(self, quantity: Quantity) -> Spread:
        """Its median and extremes."""
        return Spread.of(self.values(quantity))

    def to(self, other: Series, quantity: Quantity) -> Spread:
        """This side by the other, round by round."""
        pairs = zip(self.values(quantity), other.values(quantity), strict=True)
        return Spread.of([mine / theirs for mine, theirs in pairs])


def in_turns(sides: Mapping[str, Callable[[], Cost]], runs: int) -> Measured:
    """Measure every side ``runs`` times, after a round that warms disks and caches up."""
    found: dict[str, list[Cost]] = {name: [] for name in sides}
    for number, name in _turns(list(sides), runs):
        cost = sides[name]()
        if number > 0:
            found[name].append(cost)
    return {name: Series(tuple(costs)) for name, costs in found.items()}


def _turns(names: list[str], runs: int) -> Iterator[tuple[int, str]]:
    for number in range(runs + 1):
        for name in names if number % 2 == 0 else reversed(names):
            yield number, name
