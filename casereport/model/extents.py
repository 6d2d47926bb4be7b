"""What a value can be and what is normal, as stretches of the number line, to hold one to other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Self


@dataclass(frozen=True, slots=True)
class Extent:
    """From ``low`` to ``high``, None being without end; an open bound is not part of it.

    ``dilution``: the numbers are the dilutions of titres (640 of 1:640), not measures.
    """

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False
    dilution: bool = False

    @classmethod
    def of(cls, comparator: str, value: Decimal, *, dilution: bool = False) -> Self:
        """``<5`` is all under 5, ``≥5`` is 5 and all over it; ``~5`` counts as 5."""
        if comparator in {"<", "\u2264"}:
            return cls(None, value, open_high=comparator == "<", dilution=dilution)
        if comparator in {">", "\u2265"}:
            return cls(value, None, open_low=comparator == ">", dilution=dilution)
        return cls(value, value, dilution=dilution)

    def against(self, normal: Extent) -> Literal["low", "normal", "high"] | None:
        """Where this lies; None when it may be in and out of ``normal``, or is of another kind."""
        if self.dilution != normal.dilution:
            return None
        if _ends_before(self.high, normal.low, apart=self.open_high or normal.open_low):
            return "low"
        if _ends_before(normal.high, self.low, apart=self.open_low or normal.open_high):
            return "high"
        return "normal" if self._within(normal) else None

    def _within(self, outer: Extent) -> bool:
        reaches_down = outer.low is None or (
            self.low is not None
            and (
                self.low > outer.low
                or (self.low == outer.low and (self.open_low or not outer.open_low))
            )
        )
        reaches_up = outer.high is None or (
            self.high is not None
            and (
                self.high < outer.high
                or (self.high == outer.high and (self.open_high or not outer.open_high))
            )
        )
        return reaches_down and reaches_up


def _ends_before(end: Decimal | None, begin: Decimal | None, *, apart: bool) -> bool:
    """True when nothing up to ``end`` is also from ``begin`` on; ``apart``: one of them is open."""
    if end is None or begin is None:
        return False
    return end < begin or (apart and end == begin)
