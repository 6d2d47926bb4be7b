"""Measured values: a number with its unit, a pair, a range, a ratio or titre, a number ± another.

:meth:`Measured.parse` reads them all and each text whole: what is neither number nor unit is
refused (:mod:`casereport.model.measure_faults` says how to mend it), never left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from casereport.diagnostics import N_, say
from casereport.model.base import FactError
from casereport.model.extents import Extent
from casereport.model.measure_faults import backwards, no_measure, two_readings
from casereport.model.scalars import FromText
from casereport.text.characters import PLUS_MINUS
from casereport.text.digits import to_latin_digits
from casereport.text.measured_units import is_pressure, is_unit, read_unit
from casereport.text.written_numbers import (
    WRITTEN_NUMBER,
    NumberError,
    read_number,
    typed_plainly,
)

COMPARATOR = r"[<>\u2264\u2265]=?|=[<>]|~"
RANGE_SIGN = r"\s*(?:[-\u2010-\u2014\u2212]|to|\u062a\u0627)\s*"
_LONGEST = 120


def parse_decimal(text: str) -> Decimal:
    """A number in Latin or Persian digits, see :func:`casereport.text.written_numbers.read_number`.

    Raises:
        FactError: a ValueError; it is not a number, or can be read as two.
    """
    try:
        return read_number(text)
    except NumberError as error:
        raise FactError(error.message, error.hint) from None


def read_comparator(text: str | None) -> str:
    """``<=`` as it prints."""
    mends = {"<=": "\u2264", "=<": "\u2264", ">=": "\u2265", "=>": "\u2265"}
    return mends.get(text or "", text or "")


class Measured(FromText):
    """A value with its unit (empty when it has none), of one of the kinds below."""

    unit: str

    examples: ClassVar[tuple[str, ...]] = (
        "28 mm/h", "55%", "<5 mg/L", "105/70 mmHg", "5-6 /HPF", "1:640", f"8.4{PLUS_MINUS}0.2 kPa",
    )  # fmt: skip

    @property
    def extent(self) -> Extent | None:
        """What the value can be, to be held against a reference range; None for no one number."""
        return None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Any kind of value, which must be of this class."""
        value = _read(text)
        if isinstance(value, cls):
            return value
        raise cls.refusal(
            say(N_("{value} is more than one number with a unit."), value=text.strip())
        )


@dataclass(frozen=True, slots=True)
class Quantity(Measured):
    """A number with an optional comparator and unit: ``28 mm/h``, ``< 5 mg/L``, ``55%``."""

    value: Decimal
    unit: str = ""
    comparator: str = ""

    examples: ClassVar[tuple[str, ...]] = ("28 mm/h", "55%", "<5 mg/L", "44")

    @property
    def extent(self) -> Extent:
        """One number, or all that are under or over it."""
        return Extent.of(self.comparator, self.value)


@dataclass(frozen=True, slots=True)
class Pair(Measured):
    """Two numbers with a slash between, as of a blood pressure: ``105/70 mmHg``."""

    first: Decimal
    second: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Interval(Measured):
    """A value given as a range: ``5-6 /HPF``."""

    low: Decimal
    high: Decimal
    unit: str = ""

    @property
    def extent(self) -> Extent:
        """From the lower to the higher number."""
        return Extent(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Ratio(Measured):
    """``1:640``: a titre when it begins with 1, which is counted by its dilution; else a ratio."""

    first: Decimal
    second: Decimal
    unit: str = ""
    comparator: str = ""

    @property
    def extent(self) -> Extent | None:
        """The dilution of a titre; None for another ratio."""
        if self.first != 1:
            return None
        return Extent.of(self.comparator, self.second, dilution=True)


@dataclass(frozen=True, slots=True)
class Mean(Measured):
    """A value with its deviation: ``8.4 ± 0.2 kPa``."""

    value: Decimal
    deviation: Decimal
    unit: str = ""

    @property
    def extent(self) -> Extent:
        """As far as the deviation reaches."""
        return Extent(self.value - self.deviation, self.value + self.deviation)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A text taken apart: ``second`` as it is written, empty when there is but one number."""

    text: str
    number: Decimal
    second: str
    unit: str
    comparator: str

    @property
    def other(self) -> Decimal:
        return parse_decimal(self.second)


def _quantity(parts: _Parts) -> Measured:
    return Quantity(parts.number, parts.unit, parts.comparator)


def _interval(parts: _Parts) -> Measured:
    if parts.number > parts.other:
        raise backwards(parts.text)
    return Interval(parts.number, parts.other, parts.unit)


def _pair(parts: _Parts) -> Measured:
    """Two numbers; a decimal with the slash of Persian print (۱۰/۱) must not become a pair."""
    persian = to_latin_digits(parts.text) != parts.text
    short = len(parts.second) <= (2 if persian else 1)
    if parts.unit and short and not is_pressure(parts.unit):
        raise two_readings(parts.text, parts.number, parts.second)
    return Pair(parts.number, parts.other, parts.unit)


def _ratio(parts: _Parts) -> Measured:
    return Ratio(parts.number, parts.other, parts.unit, parts.comparator)


def _mean(parts: _Parts) -> Measured:
    return Mean(parts.number, parts.other, parts.unit)


def _shape(between: str = "", *, first: str = WRITTEN_NUMBER) -> re.Pattern[str]:
    second = rf"{between}(?P<second>{WRITTEN_NUMBER})" if between else "(?P<second>)"
    return re.compile(
        rf"(?P<comparator>{COMPARATOR})?\s*(?P<first>{first}){second}\s*(?P<unit>.*)", re.DOTALL
    )


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[_Parts], Measured]], ...] = (
    (_shape(r"\s?:\s?"), _ratio),
    (_shape(r"\s+in\s+", first="1"), _ratio),
    (_shape(r"\s*(?:\u00b1|\+/-|\+-)\s*"), _mean),
    (_shape("/"), _pair),
    (_shape(RANGE_SIGN), _interval),
    (_shape(), _quantity),
)
"""How each kind begins, and what makes it; the first that fits, the rest being a unit, is meant."""


_COMPARED = {_quantity, _ratio}
"""Only these can be under or over something."""


def _read(text: str) -> Measured:
    plain = typed_plainly(text)
    for shape, make in _SHAPES if len(plain) <= _LONGEST else ():
        found = shape.fullmatch(plain)
        if not found or (found["comparator"] and make not in _COMPARED):
            continue
        if not found["unit"] or is_unit(found["unit"]):
            comparator, unit = read_comparator(found["comparator"]), read_unit(found["unit"])
            number = parse_decimal(found["first"])
            return make(_Parts(text, number, found["second"], unit, comparator))
    raise no_measure(text, plain)


@dataclass(frozen=True, slots=True)
class ReferenceRange(FromText):
    """The normal range of a laboratory value: ``12-16``, ``<5``, ``>=60``; of a titre ``<1:80``.

    ``exclusive``: the one bound of an open range (``<5``) is not normal itself. ``dilution``: the
    bounds are those of titres.
    """

    low: Decimal | None
    high: Decimal | None
    exclusive: bool = False
    dilution: bool = False

    examples: ClassVar[tuple[str, ...]] = ("12-16", "<5", ">60", "<1:80")

    @property
    def extent(self) -> Extent:
        """All that is normal."""
        return Extent(
            self.low,
            self.high,
            open_low=self.exclusive,
            open_high=self.exclusive,
            dilution=self.dilution,
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """``12-16``, ``12 to 16``, ``<5``, ``>60``, ``<1:80``."""
        plain = typed_plainly(text)
        if len(plain) > _LONGEST:
            raise no_range(text, "")
        number = WRITTEN_NUMBER
        open_range = re.fullmatch(rf"({COMPARATOR})\s*(1:)?({number})\s*(.*)", plain)
        if open_range and (sign := read_comparator(open_range[1])) != "~":
            if open_range[4]:
                raise no_range(text, open_range[4])
            bound, exclusive = parse_decimal(open_range[3]), sign in {"<", ">"}
            below = sign in {"<", "\u2264"}
            low, high = (None, bound) if below else (bound, None)
            return cls(low, high, exclusive, bool(open_range[2]))
        match = re.fullmatch(rf"({number}){RANGE_SIGN}({number})\s*(.*)", plain)
        if not match or match[3]:
            raise no_range(text, match[3] if match else "")
        low, high = parse_decimal(match[1]), parse_decimal(match[2])
        if low > high:
            raise backwards(text)
        return cls(low, high)


def no_range(text: str, rest: str) -> FactError:
    """The error for what is no range; ``rest`` stands after one."""
    message = say(N_("{value} is not a range of numbers."), value=text.strip())
    if is_unit(rest):
        return FactError(
            message, say(N_("Write the numbers alone: the range has the unit of the value."))
        )
    return ReferenceRange.refusal(message)
