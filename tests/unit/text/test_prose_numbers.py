"""The numbers of a prose, every way in which one can be read.

``tests/data/numbers.json`` has numbers as Persian prints them, with the calls that make them.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.characters import DIRECTIONAL, WJ
from casereport.text.digits import to_persian_digits
from casereport.text.prose_numbers import digits_in, number_spans, prose_numbers

VECTORS = json.loads((Path(__file__).parents[2] / "data/numbers.json").read_text("utf-8"))["vectors"]
SAID = [one for one in VECTORS if re.match("fa_(number|percent|range|pm|p|qty|ratio|cmp)\\(", one["call"])]


def readings(text: str) -> list[tuple[tuple[str, ...], ...]]:
    return [
        tuple(tuple(str(number) for number in reading) for reading in one.readings)
        for one in prose_numbers(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۱۰/۱", (("10.1",), ("10", "1"))),
        ("105/70 mmHg", (("105.70",), ("105", "70"))),
        ("10.1", (("10.1",),)),
        ("۱۰٫۱", (("10.1",),)),
        ("12,500", (("12500",),)),
        ("۱۲٬۵۰۰", (("12500",),)),
        ("1:640", (("1", "640"),)),
        ("۵۰-۳۰", (("50", "30"),)),
        ("۴/۵-۳/۵", (("4.5", "3.5"),)),
        ("12.5 ± 3.1", (("12.5", "3.1"),)),
        ("1-0-1", (("1", "0", "1"),)),
        ("p<0.05", (("0.05",),)),
        ("3.8 ×10^9/L", (("3.8",), ("3.8E+3",), ("3.8E+9",))),
        ("380 thousand", (("380",), ("3.80E+5",))),
        ("۳۸۰ هزار", (("380",), ("3.80E+5",))),
    ],
)  # fmt: skip
def test_a_number_has_all_its_readings_the_likeliest_first(text: str, expected: object) -> None:
    assert readings(text) == [expected]


@pytest.mark.parametrize(
    "text", ["H1N1", "IL-6", "(3,4)", "[8-10]", "2020-01-21", "۱۳۹۸/۱۱/۱", "10.1000/182", "0912 345 6789", "0499370899", "۴۹۹۳۷۰۸۹۹۱"]
)
def test_names_identifiers_citations_and_dates_say_no_number(text: str) -> None:
    assert prose_numbers(f"x {text} y") == ()


def test_a_number_ends_before_its_unit() -> None:
    text = "Hb <8.4 g/dL and 55 % and ٪۱۲"
    found = [(text[one.start : one.end], one.unit, text[one.start : one.beyond]) for one in prose_numbers(text)]
    assert found == [("8.4", "g/dL", "8.4 g/dL"), ("55", "%", "55 %"), ("۱۲", "", "۱۲")]


@pytest.mark.parametrize(("text", "is_year"), [("1398", True), ("2020", True), ("2020 mg", False), ("1600", False), ("20", False), ("1998-2005", False)])
def test_a_year_of_either_calendar_is_known(text: str, is_year: bool) -> None:
    (number,) = prose_numbers(text)
    assert number.is_year is is_year


def test_every_digit_counts_where_all_that_may_be_meant_is_asked() -> None:
    assert digits_in("T10, the 12th and ۵") == {Decimal(10), Decimal(12), Decimal(5)}


def test_spans_hold_dates_and_citations_too() -> None:
    text = "12 on 2020-01-21 (3)"
    assert [text[a:b] for a, b in number_spans(text)] == ["12", "2020-01-21", "(3)"]


@pytest.mark.parametrize("vector", SAID, ids=[one["call"] for one in SAID])
def test_what_persian_prints_is_read_back(vector: dict[str, str]) -> None:
    printed = re.sub(f"[{DIRECTIONAL}{WJ}]", "", vector["text"])
    arguments = re.sub(r"\b(?:places|dec)=\S+|,1\)$", "", vector["call"])
    asked = [Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", arguments)]
    said = [number for one in prose_numbers(printed) for number in one.readings[0]]
    assert len(said) == len(asked)
    for number, wanted in zip(said, asked, strict=True):
        assert abs(number - wanted) <= Decimal("0.05"), printed


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_any_decimal_is_read_in_every_mark_and_digit_set(value: Decimal) -> None:
    plain = f"{value:f}"
    for text in (plain, to_persian_digits(plain.replace(".", "/")), to_persian_digits(plain.replace(".", "\u066b"))):
        (number,) = prose_numbers(f"x {text} y")
        assert (value,) in number.readings
