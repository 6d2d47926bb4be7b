"""Measured values: each text is read whole or refused with the mend that fits it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casereport.model.base import FactError
from casereport.model.clinical import Lab
from casereport.model.measures import (
    Interval,
    Mean,
    Measured,
    Pair,
    Quantity,
    Ratio,
    ReferenceRange,
)

D = Decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("44", Quantity(D(44))),
        ("98 bpm", Quantity(D(98), "bpm")),
        ("37.5 °C", Quantity(D("37.5"), "°C")),
        ("5 %", Quantity(D(5), "%")),
        ("3.8 ×10⁹/L", Quantity(D("3.8"), "×10⁹/L")),
        ("3.8×10^9/L", Quantity(D("3.8"), "×10⁹/L")),
        ("120 mL/min/1.73 m²", Quantity(D(120), "mL/min/1.73 m²")),
        ("12 per 100 WBC", Quantity(D(12), "per 100 WBC")),
        ("5 cm H2O", Quantity(D(5), "cm H2O")),
        ("20 g/24 h", Quantity(D(20), "g/24 h")),
        ("4 mL·min^-1·kg^-1", Quantity(D(4), "mL·min⁻¹·kg⁻¹")),
        ("10 mL/(min·1.73 m²)", Quantity(D(10), "mL/(min·1.73 m²)")),
        ("12 میلی\u200cگرم در دسی\u200cلیتر", Quantity(D(12), "میلی\u200cگرم در دسی\u200cلیتر")),
        ("\u200f۱۲\u00a0mg", Quantity(D(12), "mg")),
        ("\u22125 °C", Quantity(D(-5), "°C")),
        ("=< 5", Quantity(D(5), "", "≤")),
        ("<0.1", Quantity(D("0.1"), "", "<")),
        # thousands
        ("12,500", Quantity(D(12500))),
        ("12,500/µL", Quantity(D(12500), "/µL")),
        ("1,200,000", Quantity(D(1200000))),
        ("1,200.5", Quantity(D("1200.5"))),
        ("۱۲\u066c۵۰۰", Quantity(D(12500))),
        ("۱۲\u066b۵", Quantity(D("12.5"))),
        ("\u0661\u0662\u066b\u0665", Quantity(D("12.5"))),
        # ranges
        ("5-6", Interval(D(5), D(6))),
        ("5–6 /HPF", Interval(D(5), D(6), "/HPF")),
        ("3 to 5", Interval(D(3), D(5))),
        ("۳ تا ۵ mg", Interval(D(3), D(5), "mg")),
        ("4,000 - 10,000", Interval(D(4000), D(10000))),
        # titres and ratios
        ("1:640", Ratio(D(1), D(640))),
        ("1 in 640", Ratio(D(1), D(640))),
        ("≥ 1:1,280", Ratio(D(1), D(1280), "", "≥")),
        ("2.5:1", Ratio(D("2.5"), D(1))),
        # deviations
        ("8.4±0.2", Mean(D("8.4"), D("0.2"))),
        ("8.4 +/- 0.2 kPa", Mean(D("8.4"), D("0.2"), "kPa")),
        # pairs
        ("105/70", Pair(D(105), D(70))),
        ("105/70 mmHg", Pair(D(105), D(70), "mmHg")),
        ("۱۰۵/۷۰ mm Hg", Pair(D(105), D(70), "mm Hg")),
        ("50/1000 mg", Pair(D(50), D(1000), "mg")),
    ],
)
def test_a_value_is_read_whole(text: str, value: Measured) -> None:
    assert Measured.parse(text) == value


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("8,4", "8.4"),
        ("8.4,5,6", "10.1"),  # nobody can tell what was meant
        ("0,500 mg", "0.500"),
        ("1234,567", "1234.567"),
        ("1.200,5", "1200.5"),
        ("1.200.000", "1200000"),
        ("12\u060c500", "12500"),
        ("۸\u060c۴", "8.4"),
        ("8..4", "8.4"),
        ("8·4", "8.4"),
        ("5.", "5"),
        ("120 000", "120000"),
        ("1 234 567 /µL", "1234567"),
        ("120\u00a0000", "120000"),
        ("120\u202f000", "120000"),
        ("1e3", "1000"),
        (".5", "0.5"),
        ("10/1 g/dL", "10.1"),
        ("۱۰/۱ g/dL", "10.1"),
        ("۱۲/۷۵ mg", "12.75"),
        ("5x10^9", "×10^9"),
        ("5 x 10^9/L", "×10^9"),
        ("7.2 ×103/µL", "×10^9"),
        ("10⁹", "×10^9"),
        ("10^9", "×10^9"),
        ("1e30", "×10^9"),
        ("8.4 ↓", "flag"),
        ("6-5", "smaller"),
        ("2+", "note"),
        ("3×4 cm", "note"),
        ("5 mg 3", "note"),
        ("5 mg, 3", "note"),
        ("8.4 (low)", "note"),
        ("<5-6", "note"),
        ("1O.1", "note"),
        ("12 " + "x" * 200, "note"),
    ],
)
def test_what_is_not_read_whole_is_refused_with_its_mend(text: str, hint: str) -> None:
    with pytest.raises(FactError) as caught:
        Measured.parse(text)
    assert hint in str(caught.value.hint)


def test_where_one_number_is_wanted_a_range_is_refused() -> None:
    with pytest.raises(FactError, match="more than one"):
        Quantity.parse("60-65 kg")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4,000-10,000", ReferenceRange(D(4000), D(10000))),
        ("12 تا 16", ReferenceRange(D(12), D(16))),
        ("=<5", ReferenceRange(None, D(5))),
        ("<1:80", ReferenceRange(None, D(80), exclusive=True, dilution=True)),
    ],
)
def test_a_reference_range_is_read(text: str, expected: ReferenceRange) -> None:
    assert ReferenceRange.parse(text) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [("3,5-5,1", "3.5"), ("12-16 g/dL", "unit of the value"), ("~5", "<5"), ("up to 5", "<5")],
)
def test_what_is_no_reference_range_is_refused(text: str, hint: str) -> None:
    with pytest.raises(FactError) as caught:
        ReferenceRange.parse(text)
    assert hint in str(caught.value.hint)


@pytest.mark.parametrize(
    ("value", "normal", "flag"),
    [
        ("12,500", "4,000-10,000", "high"),
        ("8.4", "12-16", "low"),
        ("12", "12-16", "normal"),
        ("5", "<5", "high"),
        ("5", "<=5", "normal"),
        ("60", ">60", "low"),
        ("<5", "<5", "normal"),
        ("<5", "3-10", None),
        ("<0.1", "0.4-4", "low"),
        (">100", "0-40", "high"),
        (">=16", "12-16", None),
        (">16", "12-16", "high"),
        ("~20", "12-16", "high"),
        ("5-6", "0-5", None),
        ("6-8", "0-5", "high"),
        ("2-3", "0-5", "normal"),
        ("8.4±0.2", "9-10", "low"),
        ("8.9±0.2", "9-10", None),
        ("1:640", "<1:80", "high"),
        ("1:40", "<1:80", "normal"),
        (">=1:80", "<1:80", "high"),
        ("1:640", "<80", None),
        ("640", "<1:80", None),
        ("2:1", "1-3", None),
        ("105/70 mmHg", "90-140", None),
        ("positive", "0-5", None),
    ],
)
def test_a_flag_is_set_only_where_the_range_settles_it(
    value: str, normal: str, flag: str | None
) -> None:
    lab = Lab.model_validate({"name": "A", "value": value, "range": normal})
    assert lab.computed_flag == flag


@pytest.mark.parametrize(
    ("own", "unit"),
    [("g/dl", "g/dL"), ("µg/dL", "\u03bcg / dL"), ("×10^9/L", "×10⁹/L"), ("%", "\u066a")],
)
def test_a_unit_given_twice_alike_is_one_unit(own: str, unit: str) -> None:
    lab = Lab.model_validate({"name": "A", "value": f"5 {own}", "unit": unit})
    assert lab.printed_unit
