"""Numbers as printed: the 39 vectors, each in seven contexts, and the English forms."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from casereport.text import numbers
from casereport.text.citations import format_citation_group
from casereport.text.digits import to_latin_digits
from casereport.text.isolates import is_balanced, ltr, strip_isolates
from casereport.text.numbers import NumberStyle

DATA = json.loads((Path(__file__).parents[2] / "data" / "numbers.json").read_text("utf-8"))
VECTORS = DATA["vectors"]
CONTEXTS = DATA["contexts"]

PERSIAN = NumberStyle(
    numbering_system="arabext",
    direction="rtl",
    decimal="\u066b",
    group="\u066c",
    range_sign="\u2013",
    percent="\u066a",
    list_comma="\u060c",
)
SLASH = NumberStyle(
    numbering_system="arabext", direction="rtl", decimal="/", percent="\u066a", list_comma="\u060c"
)
ENGLISH = NumberStyle()

CALLS: dict[str, Callable[[], str]] = {
    "fa_number(1398)": lambda: numbers.format_number(1398, PERSIAN),
    "fa_number(12345,group=True)": lambda: numbers.format_number(12345, PERSIAN, group=True),
    "fa_number('1234567.891',group=True)": lambda: numbers.format_number(
        "1234567.891", PERSIAN, group=True
    ),
    "fa_number('10.1')": lambda: numbers.format_number("10.1", PERSIAN),
    "fa_number('10.1',dec='/')": lambda: numbers.format_number("10.1", SLASH),
    "fa_number('9.90',places=1)": lambda: numbers.format_number("9.90", PERSIAN, places=1),
    "fa_number('0.05')": lambda: numbers.format_number("0.05", PERSIAN),
    "fa_number(-5)": lambda: numbers.format_number(-5, PERSIAN),
    "fa_number('-12.5')": lambda: numbers.format_number("-12.5", PERSIAN),
    "fa_number('2.345',places=2)": lambda: numbers.format_number("2.345", PERSIAN, places=2),
    "fa_number('-0.04',places=1)": lambda: numbers.format_number("-0.04", PERSIAN, places=1),
    "fa_number(0)": lambda: numbers.format_number(0, PERSIAN),
    "fa_percent(55)": lambda: numbers.format_percent(55, PERSIAN),
    "fa_percent('55.4',1)": lambda: numbers.format_percent("55.4", PERSIAN, 1),
    "fa_percent(-3)": lambda: numbers.format_percent(-3, PERSIAN),
    "fa_range(18,49)": lambda: numbers.format_range(18, 49, PERSIAN),
    "fa_range(166,172)": lambda: numbers.format_range(166, 172, PERSIAN),
    "fa_range('8.5','10.5')": lambda: numbers.format_range("8.5", "10.5", PERSIAN),
    "fa_pm('12.5','3.1')": lambda: numbers.format_plus_minus("12.5", "3.1", PERSIAN),
    "fa_p('0.05','<')": lambda: numbers.format_p_value("0.05", PERSIAN, "<"),
    "fa_p('0.0004')": lambda: numbers.format_p_value("0.0004", PERSIAN),
    "fa_p('0.032')": lambda: numbers.format_p_value("0.032", PERSIAN),
    "fa_qty('9.9','mg/dL')": lambda: numbers.format_quantity("9.9", "mg/dL", PERSIAN),
    "fa_qty(28,'mm/h')": lambda: numbers.format_quantity(28, "mm/h", PERSIAN),
    "fa_qty(37,'\u00b0C')": lambda: numbers.format_quantity(37, "\u00b0C", PERSIAN),
    "fa_ratio(1,2)": lambda: numbers.format_ratio(1, 2, PERSIAN),
    "fa_cmp('\u2265',5)": lambda: numbers.format_comparison("\u2265", 5, PERSIAN),
    "fa_cmp('<',20)": lambda: numbers.format_comparison("<", 20, PERSIAN),
    "fa_cites([3,4])": lambda: format_citation_group([3, 4], PERSIAN),
    "fa_cites([4,22])": lambda: format_citation_group([4, 22], PERSIAN),
    "fa_cites([8,9,10])": lambda: format_citation_group([8, 9, 10], PERSIAN),
    "fa_cites([6,7,8,11,..17])": lambda: format_citation_group([6, 7, 8, *range(11, 18)], PERSIAN),
    "fa_cites([3])": lambda: format_citation_group([3], PERSIAN),
    "fa_date(1398,11,11)": lambda: PERSIAN.digits("1398/11/11"),
    "ltr('0912-345-6789')": lambda: ltr("0912-345-6789"),
    "ltr('2020;30(187):166-172')": lambda: ltr("2020;30(187):166-172"),
    "ltr('CD4+')": lambda: ltr("CD4+"),
    "ltr('Na+ 140 mEq/L')": lambda: ltr("Na+ 140 mEq/L"),
    "ltr('0000-0002-1825-0097')": lambda: ltr("0000-0002-1825-0097"),
}

_UNSEEN = re.compile("[\u2060\u200e\u200f\u2066-\u2069]")


def displayed(text: str, base: str = "R") -> str:
    """What a paragraph shows, left to right, by python-bidi; brackets mirrored as a font would."""
    order = str(get_display(text, base_dir=base))
    return _UNSEEN.sub("", order)


def mirrored(text: str) -> str:
    return text.translate(str.maketrans("()[]", ")(]["))


def seen(vector: dict[str, str]) -> set[str]:
    """The visual order, as shown by an oracle that does not mirror brackets."""
    visual = vector["visual"].replace(" ", "\u00a0")
    return {visual, visual.replace("\u00a0", " "), mirrored(visual)}


def test_every_vector_has_its_call() -> None:
    assert {vector["call"] for vector in VECTORS} == set(CALLS)
    assert len(VECTORS) == 39
    assert len(CONTEXTS) == 7


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["call"])
def test_vector_returns_its_code_points(vector: dict[str, str]) -> None:
    assert CALLS[vector["call"]]() == vector["text"]


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["call"])
def test_vector_shows_in_its_order_in_every_context(vector: dict[str, str], context: str) -> None:
    shown = displayed(context % CALLS[vector["call"]]())
    assert any(form in shown for form in seen(vector)), (shown, vector["visual"])


def test_bare_number_after_a_latin_word_joins_the_latin_run_unless_placed() -> None:
    number = numbers.format_number(12, PERSIAN)
    before = "\u0628 CRP "
    assert displayed(before + number).index("CRP") < displayed(before + number).index(number)
    placed = numbers.place_number(number, before, PERSIAN)
    shown = displayed(before + placed)
    assert shown.index(number) < shown.index("CRP")


def test_number_is_placed_only_where_it_must_be() -> None:
    number = numbers.format_number(12, PERSIAN)
    assert numbers.place_number(number, "\u0628 ", PERSIAN) == number
    assert numbers.place_number(number, "", PERSIAN) == number
    isolated = numbers.format_number(-12, PERSIAN)
    assert numbers.place_number(isolated, "CRP ", PERSIAN) == isolated
    assert numbers.place_number("12", "CRP ", ENGLISH) == "12"


def test_hyphen_as_range_sign_runs_from_right_to_left() -> None:
    hyphen = NumberStyle(numbering_system="arabext", direction="rtl", range_sign="-")
    text = numbers.format_range(18, 49, hyphen)
    assert text == "\u2067\u06f1\u06f8\u200f-\u06f4\u06f9\u2069"
    for context in CONTEXTS:
        assert "\u06f4\u06f9-\u06f1\u06f8" in displayed(context % text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (numbers.format_number("-12.50", ENGLISH), "\u221212.50"),
        (numbers.format_number(1234567, ENGLISH, group=True), "1,234,567"),
        (numbers.format_number("-0.04", ENGLISH, places=1), "0.0"),
        (numbers.format_number("2.5", ENGLISH, places=0), "3"),
        (numbers.format_percent("55.4", ENGLISH), "55.4%"),
        (numbers.format_range(18, 49, ENGLISH), "18\u201349"),
        (numbers.format_plus_minus("12.5", "3.1", ENGLISH), "12.5\u00a0\u00b1\u00a03.1"),
        (numbers.format_p_value("0.0004", ENGLISH), "p\u00a0<\u00a00.001"),
        (numbers.format_p_value("0.03", ENGLISH, symbol="P"), "P\u00a0=\u00a00.03"),
        (numbers.format_quantity(28, "mm/h", ENGLISH), "28\u00a0mm/h"),
        (numbers.format_quantity(5, "mg/L", ENGLISH, "<"), "<5\u00a0mg/L"),
        (numbers.format_quantity(55, "%", ENGLISH), "55%"),
        (numbers.format_quantity("10.1", "", ENGLISH), "10.1"),
        (numbers.format_ratio(1, 160, ENGLISH), "1:160"),
        (numbers.format_comparison(">=", 5, ENGLISH), "\u22655"),
    ],
)
def test_english_form(text: str, expected: str) -> None:
    assert text == expected


def test_percent_with_a_comparator_keeps_the_sign_at_the_left() -> None:
    text = numbers.format_quantity(5, "%", PERSIAN, "<")
    for context in CONTEXTS:
        assert "\u066a<\u06f5" in displayed(context % text)


def test_persian_unit_words_follow_the_number_without_isolates() -> None:
    unit = "\u0642\u0631\u0635"
    assert numbers.format_quantity(2, unit, PERSIAN) == f"\u06f2\u00a0{unit}"


@pytest.mark.parametrize("value", ["", "1e9", "NaN", "Infinity", "1_000", "ten", Decimal("NaN")])
def test_what_is_no_number_is_refused(value: Decimal | str) -> None:
    with pytest.raises(ValueError, match="number"):
        numbers.format_number(value, ENGLISH)


def test_thirty_digits_are_rounded_without_loss() -> None:
    value = "123456789012345.123456789012345"
    assert numbers.format_number(value, ENGLISH, places=14) == "123456789012345.12345678901235"


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9
    )
)
def test_digits_round_trip(value: Decimal) -> None:
    printed = numbers.format_number(value, PERSIAN)
    assert is_balanced(printed)
    plain = strip_isolates(printed).replace("\u066b", ".").replace("\u2212", "-")
    assert Decimal(to_latin_digits(plain)) == value
