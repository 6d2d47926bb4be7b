"""Ages that a text gives to its patient: "a 44-year-old woman" and its Persian like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from casereport.text.digits import to_latin_digits
from casereport.text.number_words import NUMBER_WORDS, read_number_words

_NUMBER = f"(?P<number>[0-9]{{1,3}}(?:\\.[0-9])?|{NUMBER_WORDS})"
_PERSON = (
    "(?:woman|man|female|male|patient|lady|gentleman|girl|boy|child|infant|neonate|newborn|toddler"
    "|baby|person|individual|adolescent|teenager|adult|housewife|farmer|worker|student|teacher|nurse"
    "|driver|engineer|soldier|athlete|physician|case)"
)
_UNIT = "(?P<unit>year|month|week|day)s?"
_OLD = rf"{_NUMBER}[-\u2010\ ]{_UNIT}[-\u2010\ ]old"
_PERSIAN_PERSON = (
    "(?:خانم|خانمی|زن|زنی|آقا|آقای|آقایی|مرد|مردی|بیمار|دختر|دختری|دختربچه|پسر|پسری|پسربچه|کودک|کودکی"
    "|نوزاد|نوزادی|شیرخوار|شیرخواری|نوجوان|نوجوانی|فرد|فردی|شخصی|جوانی)"
)
_PERSIAN_UNITS = {"سال": "year", "ماه": "month", "هفته": "week", "روز": "day"}
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.VERBOSE)
    for shape in (
        rf"(?<![\w.-]){_OLD}(?:,?\ [A-Za-z-]{{1,20}}){{0,4}}?\ {_PERSON}(?!\w)",
        rf"(?<!\w){_PERSON}\ aged\ {_NUMBER}(?:\ {_UNIT})?(?![\w-])",
        rf"(?<!\w)(?:patient|she|he)\ (?:was|is)\ {_OLD}(?!\w|\ (?:at|when|in))",
        rf"(?<!\w){_PERSIAN_PERSON}(?:\ [^\W\d_]{{2,12}}){{0,2}}?\ {_NUMBER}[\ \u200c]?"
        r"(?P<persian>سال|ماه|هفته|روز)[\ \u200c]?ه(?:\u200c?ای)?(?![\w\u200c])"
        r"(?!\ (?:او|وی|بیمار|ایشان)(?!\w))",
    )
)


@dataclass(frozen=True, slots=True)
class AgeMention:
    """An age: the number is ``text[start:end]``."""

    start: int
    end: int
    value: Decimal
    unit: str


def age_mentions(text: str) -> Iterator[AgeMention]:
    """Every age that the text gives to a person, who is called "patient", "woman" and so on.

    >>> [(one.value, one.unit) for one in age_mentions("An 18-month-old healthy boy")]
    [(Decimal('18'), 'month')]
    """
    plain = to_latin_digits(text)
    for shape in _SHAPES:
        for match in shape.finditer(plain):
            value = _value(match["number"])
            groups = match.groupdict()
            persian = groups.get("persian")
            unit = _PERSIAN_UNITS[persian] if persian else groups.get("unit") or "year"
            yield AgeMention(*match.span("number"), value, unit.lower())


def _value(number: str) -> Decimal:
    words = read_number_words(number)
    return Decimal(number) if words is None else Decimal(words)
