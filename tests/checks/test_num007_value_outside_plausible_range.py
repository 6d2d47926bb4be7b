"""NUM007: a measured value lies beyond what occurs; and the tables that say what occurs."""

from __future__ import annotations

import pytest

from casereport.checks.numbers._named_facts import quantity_named
from casereport.checks.numbers._quantities import BY_NAME, QUANTITIES
from casereport.diagnostics import Severity
from casereport.text.measured_units import is_unit


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "NUM007"]


@pytest.mark.parametrize(
    "fact",
    [
        "labs:\n  hb: {name: Hb, value: 101, unit: g/dL}",
        "labs:\n  hb: {name: Hb, value: 1.01 g/L}",
        'labs:\n  k: {name: {fa: پتاسیم سرم, en: Serum potassium}, value: ">20", unit: mEq/L}',
        "labs:\n  wbc: {name: WBC, value: 4500, unit: ×10⁹/L}",
        "labs:\n  esr: {name: ESR, value: 280-290, unit: mm/h}",
        "findings:\n  temperature: {name: x, value: 375 °C}",
        "findings:\n  bp: {name: BP, value: 110/700 mmHg}",
        "findings:\n  ef: {name: {fa: کسر جهشی, en: EF}, value: 550%}",
        "patient: {height: 165 m}",
        "labs:\n  x: {name: Aldolase, value: 5000, unit: U/L, range: 1-7.5}",
        "labs:\n  x: {name: Aldolase, value: 0.005, unit: U/L, range: 1-7.5}",
    ],
)
def test_a_fact_beyond_all_that_occurs_is_a_note(fact: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": fact + "\n"}))
    assert (item.severity, item.span.file) == (Severity.NOTE, "case.yaml")


@pytest.mark.parametrize(
    "fact",
    [
        "labs:\n  hb: {name: Hb, value: 3.1, unit: g/dL, range: 12-16}",
        "labs:\n  hb: {name: Hb, value: 101, unit: g/L}",
        "labs:\n  hb: {name: Hb, value: 101}",
        "labs:\n  hb: {name: Hb, value: 101, unit: kg/L}",
        "labs:\n  ferritin: {name: Ferritin, value: 45000, unit: ng/mL, range: 15-150}",
        "labs:\n  x: {name: Hemoglobin electrophoresis, value: 999, unit: g/dL}",
        "labs:\n  x: {name: Aldolase, value: 700, unit: U/L, range: 1-7.5}",
        "labs:\n  x: {name: Aldolase, value: 0, unit: U/L, range: 1-7.5}",
        'labs:\n  x: {name: Antibody, value: "1:5120", range: "<1:40"}',
        "labs:\n  x: {name: Antibody, value: 5000, range: <5}",
        "findings:\n  temperature: {name: x, value: 39.5 °C}",
    ],
)
def test_what_occurs_or_is_not_known_is_left_alone(fact: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": fact + "\n"})) == []


@pytest.mark.parametrize(
    ("file", "text", "typed"),
    [
        ("en.md", "The temperature was 375 °C.", "375"),
        ("en.md", "Potassium of 45 was found.", "45"),
        ("en.md", "SpO2 was 195%.", "195"),
        ("fa.md", "هموگلوبین ۱۰۱ گرم در دسی لیتر بود.", "۱۰۱"),
        ("fa.md", "دمای بدن ۵/۳۷ درجه سانتی گراد بود.", "۵/۳۷"),
    ],
)
def test_a_value_of_the_text_is_told_over_its_number(file, text, typed, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({file: text + "\n"}))
    assert text[item.span.column - 1 : item.span.end_column - 1] == typed


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("en.md", "Hemoglobin was 101 g/L and 101; temperature 101 °F, temperature 101; potassium >5 mEq/L."),
        ("en.md", "Vitamin D 50,000 IU weekly; calcium 500 mg; iron 100 mg."),
        ("fa.md", "فشار خون ۱۲۰/۸۰ و هموگلوبین ۱۰/۱ و پلاکت ۲۵۰ هزار بود."),
    ],
)
def test_a_value_of_the_text_that_may_be_is_left_alone(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({file: text + "\n"})) == []


def test_each_name_belongs_to_one_quantity_and_means_it() -> None:
    assert len(BY_NAME) == sum(len(quantity.names) for quantity in QUANTITIES)
    for name, quantity in BY_NAME.items():
        assert quantity_named(name) is quantity, name
        assert name == name.strip() != ""


def test_each_unit_is_one_and_its_limits_are_in_order() -> None:
    for quantity in QUANTITIES:
        assert quantity.units
        for unit, limits in quantity.units.items():
            assert is_unit(unit), (quantity.key, unit)
            assert limits is None or limits[0] < limits[1], (quantity.key, unit)


@pytest.mark.parametrize(
    ("key", "unit", "other", "factor"),
    [
        ("hemoglobin", "g/dL", "g/L", 10), ("calcium", "mg/dL", "mmol/L", 0.2495),
        ("creatinine", "mg/dL", "µmol/L", 88.4), ("glucose", "mg/dL", "mmol/L", 0.0555),
        ("albumin", "g/dL", "g/L", 10), ("total bilirubin", "mg/dL", "µmol/L", 17.1),
    ],
)  # fmt: skip
def test_the_limits_of_two_units_are_about_the_same(key, unit, other, factor) -> None:  # type: ignore[no-untyped-def]
    units = BY_NAME[key].units
    for mine, theirs in zip(units[unit], units[other], strict=True):
        assert abs(float(mine) * factor - float(theirs)) <= 0.25 * float(theirs) + 0.01


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("درجه حرارت ۵/۳۹ درجه بود.", 1),
        ("درجه حرارت ۳۹/۵ درجه بود.", 0),
        ("دمای بدن ۵/۳۹ درجه سانتی\u200cگراد بود.", 1),
    ],
)
def test_degrees_without_a_scale_are_known(text: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"fa.md": text}))) == count
