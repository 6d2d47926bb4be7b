"""Numbers, ranges, percentages, quantities as they print in one language.

In a right-to-left style every result shows the same order whatever stands before it: U+06F0 to
U+06F9 are class EN and turn AN after a Persian letter (UAX #9, W2), so all but plain non-negative
numbers come in isolates. In a left-to-right style no control characters are added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

from casereport.text.characters import EN_DASH, HYPHEN_MINUS, LRI, MINUS, NBSP, PLUS_MINUS, RLM, WJ
from casereport.text.digits import to_latin_digits, to_persian_digits
from casereport.text.isolates import Direction, last_strong, ltr, rtl, strip_isolates

NumberingSystem = Literal["latn", "arabext"]
Number = Decimal | int | str
"""A number to print. Text is read with ``.`` or U+066B, in Latin or Persian digits."""

_COMPARATORS = {"<=": "\u2264", ">=": "\u2265", "=<": "\u2264", "=>": "\u2265"}
_SMALLEST_P = Decimal("0.001")
_PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
# Wide enough that rounding never meets the limit of 28 digits of the default context.
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """How one language, in one journal, writes numbers (CLDR names)."""

    numbering_system: NumberingSystem = "latn"
    direction: Direction = "ltr"
    decimal: str = "."
    group: str = ","
    range_sign: str = EN_DASH
    percent: str = "%"
    list_comma: str = ","
    """Parts the numbers of a citation group."""

    @property
    def is_rtl(self) -> bool:
        """True when numbers stand in right-to-left paragraphs."""
        return self.direction == "rtl"

    def digits(self, text: str) -> str:
        """``text`` with its digits in this numbering system."""
        if self.numbering_system == "arabext":
            return to_persian_digits(text)
        return to_latin_digits(text)


def to_decimal(value: Number) -> Decimal:
    """``value`` as an exact decimal; trailing zeros are kept.

    Raises:
        ValueError: it is not a finite number.
    """
    if isinstance(value, str):
        plain = to_latin_digits(value.strip()).replace("\u066b", ".").replace(MINUS, "-")
        if not _PLAIN_NUMBER.fullmatch(plain):
            raise ValueError(f"{value!r} is not a number")
        value = plain
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{value!r} is not a finite number")
    return number


def format_number(
    value: Number, style: NumberStyle, *, places: int | None = None, group: bool = False
) -> str:
    """``value``, rounded half up to ``places`` when given, grouped by thousands on demand.

    Raises:
        ValueError: it is not a finite number.
    """
    number = _rounded(to_decimal(value), places)
    unsigned = _unsigned(number, style, group=group)
    if not number.is_signed():
        return unsigned
    return _isolated(f"{MINUS}{unsigned}", style)


def format_percent(value: Number, style: NumberStyle, places: int | None = None) -> str:
    """``value`` per cent with its sign; in a right-to-left style the sign stands at the left."""
    return _with_percent(format_number(value, style, places=places), style)


def format_range(low: Number, high: Number, style: NumberStyle) -> str:
    """``low`` to ``high``, read in the direction of the style; never broken over two lines."""
    text = join_range(format_number(low, style), format_number(high, style), style)
    return rtl(text) if style.is_rtl else text


def join_range(low: str, high: str, style: NumberStyle) -> str:
    """Two numbers that are already printed, with the range sign between; to be isolated whole.

    A hyphen is class ES, which would tie the two numbers left to right: a mark breaks the tie.
    """
    if not style.is_rtl:
        return f"{low}{style.range_sign}{high}"
    if style.range_sign == HYPHEN_MINUS:
        return f"{low}{RLM}{HYPHEN_MINUS}{high}"
    return f"{low}{WJ}{style.range_sign}{WJ}{high}"


def format_plus_minus(
    value: Number, deviation: Number, style: NumberStyle, *, group: bool = False
) -> str:
    """A mean and its deviation: 12.5 ± 3.1."""
    first, second = (
        _signed(to_decimal(number), style, group=group) for number in (value, deviation)
    )
    return _isolated(f"{first}{NBSP}{PLUS_MINUS}{NBSP}{second}", style)


def format_p_value(
    value: Number, style: NumberStyle, comparator: str = "", *, symbol: str = "p"
) -> str:
    """A p-value; without a comparator, what is under 0.001 prints as p<0.001."""
    number = to_decimal(value)
    if not comparator:
        comparator = "<" if number < _SMALLEST_P else "="
        number = max(number, _SMALLEST_P)
    gap = WJ if style.is_rtl else NBSP
    sign = _COMPARATORS.get(comparator, comparator)
    return _isolated(f"{symbol}{gap}{sign}{gap}{_signed(number, style)}", style)


def format_quantity(
    value: Number, unit: str, style: NumberStyle, comparator: str = "", *, group: bool = False
) -> str:
    """A number with its unit, ``28 mm/h``; ``unit`` may be empty or ``%``, or Persian words."""
    return join_unit(format_comparison(comparator, value, style, group=group), unit, style)


def join_unit(number: str, unit: str, style: NumberStyle) -> str:
    """A number that is already printed, with its unit (see :func:`format_quantity`).

    An isolated range stays one beside a unit in Latin letters: it is read from the right, and
    stands at the left of its unit as every number does.
    """
    if not unit:
        return number
    if unit in {"%", "\u066a"}:
        return _with_percent(number, style)
    if style.is_rtl and last_strong(unit) == "R":
        return f"{number}{NBSP}{unit}"
    bare = strip_isolates(number) if number.startswith(LRI) else number
    return _isolated(f"{bare}{NBSP}{unbreakable_unit(unit, style)}", style)


def unbreakable_unit(unit: str, style: NumberStyle) -> str:
    """``unit`` so that it stays on one line; in a left-to-right style only its spaces are bound."""
    bound = unit.replace(" ", NBSP)
    return bound.replace("/", f"{WJ}/{WJ}") if style.is_rtl else bound


def format_ratio(
    first: Number, second: Number, style: NumberStyle, comparator: str = "", *, group: bool = False
) -> str:
    """``1:2``, ``≥1:640``."""
    parts = (_signed(to_decimal(number), style, group=group) for number in (first, second))
    return _isolated(_COMPARATORS.get(comparator, comparator) + ":".join(parts), style)


def format_comparison(
    comparator: str, value: Number, style: NumberStyle, *, group: bool = False
) -> str:
    """``≥5``; without a comparator the number alone."""
    if not comparator:
        return format_number(value, style, group=group)
    sign = _COMPARATORS.get(comparator, comparator)
    return _isolated(f"{sign}{_signed(to_decimal(value), style, group=group)}", style)


def place_number(text: str, before: str, style: NumberStyle) -> str:
    """A number that is already printed, for a place after ``before`` in its paragraph.

    After a Latin word a bare number would join the Latin run and print at its right; an isolate
    keeps it in the order of reading.
    """
    if style.is_rtl and text[:1].isdigit() and last_strong(before) == "L":
        return rtl(text)
    return text


def _with_percent(number: str, style: NumberStyle) -> str:
    if not style.is_rtl:
        return f"{number}{style.percent}"
    # Without the mark the sign would be tied to the number (W5) and print at its right.
    return rtl(f"{number}{RLM}{style.percent}")


def _isolated(text: str, style: NumberStyle) -> str:
    return ltr(text) if style.is_rtl else text


def _rounded(number: Decimal, places: int | None) -> Decimal:
    """Rounded half up; zero has no sign."""
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    return number if number else number.copy_abs()


def _signed(number: Decimal, style: NumberStyle, *, group: bool = False) -> str:
    """The number with a true minus and no isolate: for use inside one."""
    number = _rounded(number, None)
    sign = MINUS if number.is_signed() else ""
    return f"{sign}{_unsigned(number, style, group=group)}"


def _unsigned(number: Decimal, style: NumberStyle, *, group: bool) -> str:
    plain = format(number.copy_abs(), ",f" if group else "f")
    marks = str.maketrans({".": style.decimal, ",": style.group})
    return style.digits(plain.translate(marks))
