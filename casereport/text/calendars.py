"""Dates in the Gregorian and the Jalali calendar; the year tells which one was meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Calendar = Literal["gregory", "persian"]


@dataclass(frozen=True, slots=True, order=True)
class CalendarDate:
    """A day, a month or a year of one calendar; ``month`` and ``day`` are None when unknown."""

    calendar: Calendar
    year: int
    month: int | None = None
    day: int | None = None


def parse_date(text: str) -> CalendarDate:
    """A date as ``y``, ``y-m`` or ``y-m-d`` (also with ``/``), in Latin or Persian digits."""
    raise ValueError(text)
