"""The numbers of a prose with their values, every way in which one can be read.

In Persian print the slash is the decimal mark, so what is typed 10/1 can be ten and a tenth, or a
pair as of a blood pressure. Nothing is decided here: a number has all its readings, and who
compares two numbers calls them different when no reading agrees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from casereport.text.characters import ARABIC_PERCENT, ARABIC_THOUSANDS
from casereport.text.digits import to_latin_digits
from casereport.text.tokens import LEADING_NUMBER, Kind, Token, tokenise
from casereport.text.units import POWER_OF_TEN

Reading = tuple[Decimal, ...]

_KINDS: frozenset[Kind] = frozenset(
    {
        "number", "range", "percent", "quantity", "comparison", "plus-minus", "product",
        "statistic",
    }
)  # fmt: skip
_PART = re.compile(
    f"(?P<whole>[0-9]{{1,15}}+(?:[,{ARABIC_THOUSANDS}][0-9]{{3}}(?![0-9]))*+)"
    "(?P<rest>(?:[.\u066b/:][0-9]{1,15}+)*+)"
)
_LONG = re.compile("[0-9]{9}|0[0-9]{6}")
"""No measure, but the number of a person or a record."""
_POWER = re.compile(f"\\ ?(?:{POWER_OF_TEN})", re.VERBOSE)
_EXPONENT = re.compile("10\\^?(-?[0-9\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})$")
_RAISED = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789"
)
_MULTIPLES = {"thousand": 3, "million": 6, "هزار": 3, "میلیون": 6}
_MULTIPLE = re.compile(r"[ \u00a0](thousand|million|هزار|میلیون)(?!\w)")
_PER_LITRE_TO_PER_MICROLITRE = 6


@dataclass(frozen=True, slots=True)
class ProseNumber:
    """A number: ``text[start:end]``, without its comparator, and without its unit.

    ``readings``: the likeliest first; of a range, a mean or a ratio each has all its numbers.
    ``unit``: the unit in Latin letters, or ``%``; empty when none is typed or it is in words.
    ``beyond``: where the number with its unit ends.
    """

    kind: Kind
    start: int
    end: int
    beyond: int
    unit: str
    readings: tuple[Reading, ...]

    @property
    def is_year(self) -> bool:
        """True for what can be a year of either calendar and has no unit."""
        (first, *_) = self.readings[0]
        whole = len(self.readings[0]) == 1 and first == first.to_integral_value()
        return not self.unit and whole and (1178 <= first <= 1501 or 1800 <= first <= 2199)


@lru_cache(maxsize=4096)
def prose_numbers(text: str) -> tuple[ProseNumber, ...]:
    r"""The numbers that the prose itself says, in their order.

    Not those of identifiers, dates, citations, and of names such as H1N1.

    >>> [number.readings for number in prose_numbers("H1N1, 4.5 mg/dL (3)")]
    [((Decimal('4.5'),),)]
    """
    found = (_number(text, token) for token in tokenise(text) if token.kind in _KINDS)
    return tuple(number for number in found if number is not None)


@lru_cache(maxsize=4096)
def number_spans(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of everything made of the prose's own digits: dates and citations, too."""
    others = ((one.start, one.end) for one in tokenise(text) if one.kind in {"date", "citation"})
    return tuple(sorted([*((one.start, one.end) for one in prose_numbers(text)), *others]))


def digits_in(text: str) -> frozenset[Decimal]:
    """Every run of digits, whatever it belongs to: the 10 of T10 and of 10th."""
    return frozenset(Decimal(run) for run in re.findall("[0-9]{1,15}", to_latin_digits(text)))


def _number(text: str, token: Token) -> ProseNumber | None:
    plain = to_latin_digits(token.text)
    power = _POWER.search(plain)
    length = len(plain)
    if token.kind == "quantity":
        leading = LEADING_NUMBER.match(plain[: power.start()] if power else plain)
        length = len(leading[0].rstrip()) if leading else 0
    elif token.kind == "percent":
        length = len(plain.rstrip(f"%{ARABIC_PERCENT} \u00a0"))
    parts = list(_PART.finditer(plain[:length]))
    if not parts or (len(parts) == 1 and _LONG.match(parts[0]["whole"])):
        return None
    readings = _readings(parts)
    unit = plain[length:].strip()
    exponent = _exponent(power[0]) if power else _multiple(text, token.end)
    if exponent:
        readings = _scaled(readings, exponent)
    start, end = token.start + parts[0].start(), token.start + length
    return ProseNumber(
        token.kind, start, end, token.end, unit.replace(ARABIC_PERCENT, "%"), readings
    )


def _readings(parts: list[re.Match[str]]) -> tuple[Reading, ...]:
    if len(parts) != 1:
        return (tuple(number for part in parts for number in _alone(part)[0]),)
    return _alone(parts[0])


def _alone(part: re.Match[str]) -> tuple[Reading, ...]:
    """The readings of one number; the first is the likeliest."""
    whole = re.sub("[^0-9]", "", part["whole"])
    rest = re.findall("([.\u066b/:])([0-9]+)", part["rest"])
    if not rest:
        return ((Decimal(whole),),)
    several = tuple(Decimal(digits) for digits in (whole, *(digits for _, digits in rest)))
    if len(rest) > 1 or rest[0][0] == ":":
        return (several,)
    mark, digits = rest[0]
    decimal = Decimal(f"{whole}.{digits}")
    if mark != "/":
        return ((decimal,),)
    return ((decimal,), several)


def _exponent(power: str) -> int:
    match = _EXPONENT.search(power.translate(_RAISED).replace("\u207b", "-"))
    return int(match[1]) if match else 0


def _multiple(text: str, end: int) -> int:
    match = _MULTIPLE.match(text, end)
    return _MULTIPLES[match[1]] if match else 0


def _scaled(readings: tuple[Reading, ...], exponent: int) -> tuple[Reading, ...]:
    """With the power of ten multiplied: also per microlitre what is typed per litre."""
    factors = (
        {0, exponent, exponent - _PER_LITRE_TO_PER_MICROLITRE} if exponent > 6 else {0, exponent}
    )
    return tuple(
        tuple(number.scaleb(factor) for number in reading)
        for reading in readings
        for factor in sorted(factors)
    )
