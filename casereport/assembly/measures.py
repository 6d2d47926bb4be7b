"""Measured values and reference ranges as they print: grouped, isolated, with unit or without."""

from __future__ import annotations

from decimal import Decimal

from casereport.locale import Locale
from casereport.model.measures import (
    Interval,
    Mean,
    Measured,
    Pair,
    Quantity,
    Ratio,
    ReferenceRange,
)
from casereport.text.characters import WJ
from casereport.text.isolates import ltr, rtl
from casereport.text.numbers import join_range

_GROUP_FROM = 10_000


def measured_text(value: Measured, unit: str, locale: Locale, *, words: bool) -> str:
    """A value with ``unit`` after it; ``words``: the unit in words, if the language knows them."""
    match value:
        case Quantity(value=number, comparator=comparator):
            group = is_grouped(number)
            return locale.quantity(number, unit, comparator, words=words, group=group)
        case Pair() if words and locale.unit_words(unit) is not None:
            # Beside words of its own direction the slash keeps the numbers together.
            return locale.with_unit(_slashed(value, locale), unit, words=words)
        case _:
            return locale.with_unit(number_text(value, locale), unit, words=words)


def number_text(value: Measured, locale: Locale) -> str:
    """A value without its unit, isolated where it has to be."""
    match value:
        case Quantity(value=number, comparator=comparator):
            return locale.comparison(comparator, number, group=is_grouped(number))
        case Pair():
            text = _slashed(value, locale)
            return ltr(text) if locale.direction == "rtl" else text
        case Interval(low=low, high=high):
            text = _range(low, high, locale)
            return rtl(text) if locale.direction == "rtl" else text
        case Ratio(first=first, second=second, comparator=comparator):
            return locale.ratio(first, second, comparator, group=is_grouped(second))
        case Mean(value=number, deviation=deviation):
            return locale.plus_minus(number, deviation, group=is_grouped(number))
        case _:
            raise TypeError(f"{type(value).__name__} is no kind of measured value")


def is_bare(value: Measured) -> bool:
    """True for a plain number, which must not join a Latin run before it."""
    return isinstance(value, Quantity) and not value.comparator and value.value >= 0


def unit_text(unit: str, locale: Locale, *, words: bool) -> str:
    """A unit alone: in words when the language has them and they are wanted, else its symbol."""
    known = locale.unit_words(unit) if words else None
    if known is not None or not unit:
        return known or ""
    symbol = unit.replace("/", f"{WJ}/{WJ}")
    return ltr(symbol) if locale.direction == "rtl" else symbol


def is_grouped(value: Decimal) -> bool:
    """True from five digits on: such a number is read in groups of three."""
    return abs(value) >= _GROUP_FROM


def grouped(value: Decimal, locale: Locale) -> str:
    """A number; from five digits on in groups of three."""
    return locale.number(value, group=is_grouped(value))


def reference_range(value: ReferenceRange, locale: Locale) -> str:
    """A reference range as printed: ``12–16``, ``≤5``, ``≥60``, ``<1:80``."""
    if value.low is not None and value.high is not None:
        return _range(value.low, value.high, locale)
    if value.low is None:
        bound, sign = value.high, "<" if value.exclusive else "\u2264"
    else:
        bound, sign = value.low, ">" if value.exclusive else "\u2265"
    assert bound is not None  # noqa: S101  (ReferenceRange.parse gives one bound at least)
    group = is_grouped(bound)
    if value.dilution:
        return locale.ratio(1, bound, sign, group=group)
    return locale.comparison(sign, bound, group=group)


def _range(low: Decimal, high: Decimal, locale: Locale) -> str:
    return join_range(grouped(low, locale), grouped(high, locale), locale.numbers)


def _slashed(value: Pair, locale: Locale) -> str:
    return "/".join(grouped(number, locale) for number in (value.first, value.second))
