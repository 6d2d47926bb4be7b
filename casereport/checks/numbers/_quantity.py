"""A quantity that is measured in patients, and how the tables of this family write one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Limits = tuple[Decimal, Decimal] | None
"""The lowest and the highest plausible number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity, with its usual units.

    ``pair``: two numbers with a slash, of which the unit is understood (a blood pressure).
    """

    key: str
    names: tuple[str, ...]
    units: Mapping[str, Limits]
    pair: bool = False


def _units(text: str) -> dict[str, Limits]:
    """``g/dL 1..30; g/L``: units parted by semicolons, with limits or without."""
    found: dict[str, Limits] = {}
    for part in text.split("; "):
        unit, _, limits = part.rpartition(" ") if ".." in part else (part, "", "")
        low, _, high = limits.partition("..")
        found[unit] = (Decimal(low), Decimal(high)) if limits else None
    return found


def known(names: str, units: str, *, pair: bool = False) -> Quantity:
    """``names`` parted by commas; the first is the quantity's key."""
    every = tuple(name.strip() for name in names.split(","))
    return Quantity(every[0], every, _units(units), pair)
