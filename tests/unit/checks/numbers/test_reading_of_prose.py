"""What the checks of numbers read in prose: names with values, ages, lengths of time, digit sets."""

from __future__ import annotations

import pytest

from casereport.checks.numbers._ages import age_mentions
from casereport.checks.numbers._durations import duration_mentions
from casereport.checks.numbers._mentions import is_nearly, mentions, mentions_after_number
from casereport.checks.numbers._named_facts import quantity_named
from casereport.checks.numbers._spellings import squeezed
from casereport.text.digits import digit_sets
from casereport.text.prose_numbers import prose_numbers

NAMES = ("Hemoglobin", "Hb", "WBC", "گلبول\u200cهای سفید", "دمای بدن")


def said(text: str, language: str) -> list[tuple[str, str, bool]]:
    return [
        (one.name, text[one.number.start : one.number.end], bool(one.units))
        for one in mentions(text, language, NAMES)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Hemoglobin was 10.1 g/dL", [("Hemoglobin", "10.1", True)]),
        ("en", "hemoglobin (Hb) level of 10.1", [("Hemoglobin", "10.1", False)]),
        ("en", "Hb: 10 percent; WBC=5", [("Hb", "10", True), ("WBC", "5", False)]),
        ("en", "Hbx 5, non-Hb 5, Hb-A 5, Hb in the morning 5, Hb", []),
        ("fa", "گلبول های سفید ۵ و گلبولهای سفید برابر با ۶", [(NAMES[3], "۵", False), (NAMES[3], "۶", False)]),
        ("fa", "دمای\u0654 بدن ۳۸", [("دمای بدن", "۳۸", False)]),
        ("fa", "دمای بدن ۳۸ درجه سانتیگراد", [("دمای بدن", "۳۸", True)]),
        ("fa", "Hb ۱۰ گرم در دسی\u200cلیتر", [("Hb", "۱۰", True)]),
    ],
)  # fmt: skip
def test_a_name_has_the_number_that_follows_it_over_a_few_known_words(language, text, expected) -> None:  # type: ignore[no-untyped-def]
    assert said(text, language) == expected


def test_names_in_a_row_whose_numbers_follow_in_order_have_none() -> None:
    assert said("WBC and Hb were 5 and 10, respectively", "en") == []


def test_a_dose_may_stand_before_its_drug_but_only_with_a_unit() -> None:
    found = [one.number.unit for one in mentions_after_number("5 mg of Hb, 7 Hb, 8 mg Hb", "en", ("Hb",))]
    assert found == ["mg", "mg"]


@pytest.mark.parametrize(("text", "expected"), [("about 10", True), ("<10", True), ("5-10", True), ("حدود ۱۰", True), ("هموگلوبین ۱۰", False), ("thus 10", False)])
def test_what_says_no_one_number_is_known(text: str, expected: bool) -> None:
    (number,) = prose_numbers(text)
    assert is_nearly(text, number) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 44-year-old woman", [("44", "year")]), ("An 18 month old boy", [("18", "month")]),
        ("woman aged forty-four", [("44", "year")]), ("she was 44 years old.", [("44", "year")]),
        ("she was 30 years old when it began", []), ("a 20-year-old scar", []), ("aged 44", []),
        ("خانمی ۴۴ ساله", [("44", "year")]), ("نوزاد ۱۰ روزه", [("10", "day")]),
        ("مرد چهل و چهار ساله", [("44", "year")]), ("بیماری ۱۰ ساله", []), ("پسر ۱۲ ساله او", []),
    ],
)  # fmt: skip
def test_an_age_needs_a_person(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(one.value), one.unit) for one in age_mentions(text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "for 20 years and two weeks", [("20", "year"), ("2", "week")]),
        ("en", "a 20-year-old, 20 years old, 1/20 years, 20yearly", []),
        ("en", "a 20-year history", [("20", "year")]),
        ("fa", "از ۲۰ سال و دو هفته", [("20", "year"), ("2", "week")]),
        ("fa", "۲۰ ساله و ۲۰ سالگی", []),
    ],
)
def test_a_length_of_time_is_no_age(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(one.value), one.unit) for one in duration_mentions(text, language)] == expected


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Serum Calcium", "calcium"), ("C-reactive protein (CRP)", "C-reactive protein"),
        ("هموگلوبین پس از درمان", "hemoglobin"), ("سرعت رسوب گلبول\u200cهای قرمز", "erythrocyte sedimentation rate"),
        ("HbA1c", "glycated hemoglobin"), ("weight", "weight"), ("day 3 WBC", "white blood cells"),
    ],
)  # fmt: skip
def test_a_quantity_is_known_by_its_names_and_with_words_that_change_nothing(name: str, key: str) -> None:
    found = quantity_named(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["", "urine calcium", "hemoglobin A2", "Pulmonary artery pressure", "calcium channel blocker", "فشار شریان ریوی"])
def test_another_quantity_is_not_taken_for_one(name: str) -> None:
    assert quantity_named(name) is None


def test_all_spellings_of_a_name_are_one() -> None:
    spellings = ("کراتی\u200cنین", "کراتی نین", "کراتینین", "C-RP", "crp")
    assert len({squeezed(spelling) for spelling in spellings}) == 2


def test_the_three_digit_sets_are_told_apart() -> None:
    assert digit_sets("1 \u06f1 \u0661 a") == {"latin", "persian", "arabic"}
    assert digit_sets("a") == set()
