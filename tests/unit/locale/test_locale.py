"""What a locale prints, in Persian and in English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casereport.locale import Locale, load_locale
from casereport.text.calendars import parse_date
from casereport.text.isolates import is_balanced, ltr, rtl

FA = load_locale("fa")
EN = load_locale("en")
WJ = "\u2060"
NBSP = "\u00a0"


def test_languages_know_their_direction_and_calendar() -> None:
    assert (FA.language, FA.direction, FA.calendar, FA.name) == ("fa", "rtl", "persian", "فارسی")
    assert (EN.language, EN.direction, EN.calendar, EN.name) == ("en", "ltr", "gregory", "English")


@pytest.mark.parametrize(
    ("date", "style", "persian", "english"),
    [
        ("2020-01-21", "long", "۱ بهمن ۱۳۹۸", "January 21, 2020"),
        ("1398-11-01", "long", "۱ بهمن ۱۳۹۸", "January 21, 2020"),
        ("1398-11-01", "numeric", "۱۳۹۸/۱۱/۱", "2020-01-21"),
        ("1398-11-01", "month-year", "بهمن ۱۳۹۸", "January 2020"),
        ("1398-11-01", "year", "۱۳۹۸", "2020"),
        ("1399-04-02", "numeric", "۱۳۹۹/۴/۲", "2020-06-22"),
        ("2020-01", "long", "ژانویهٔ ۲۰۲۰", "January 2020"),
        ("2020-05", "long", "مه ۲۰۲۰", "May 2020"),
        ("1398-11", "long", "بهمن ۱۳۹۸", "Bahman 1398"),
        ("1398-11", "numeric", "۱۳۹۸/۱۱", "1398-11"),
        ("2020-01", "numeric", "۲۰۲۰/۱", "2020-01"),
        ("1399", "long", "۱۳۹۹", "1399"),
        ("2020", "month-year", "۲۰۲۰", "2020"),
        ("2020-01", "year", "۲۰۲۰", "2020"),
    ],
)
def test_date(date: str, style: str, persian: str, english: str) -> None:
    assert FA.date(parse_date(date), style) == persian  # type: ignore[arg-type]
    assert EN.date(parse_date(date), style) == english  # type: ignore[arg-type]


def test_date_in_the_other_calendar_on_demand() -> None:
    date = parse_date("1398-11-01")
    assert FA.date(date, "long", "gregory") == "۲۱ ژانویهٔ ۲۰۲۰"
    assert FA.date(date, "numeric", "gregory") == "۲۰۲۰/۱/۲۱"
    assert EN.date(date, "long", "persian") == "Bahman 1, 1398"


@pytest.mark.parametrize(
    ("value", "unit", "persian", "english"),
    [
        ("20", "year", "۲۰ سال", "20 years"),
        ("1", "week", "۱ هفته", "1 week"),
        ("1.0", "day", "۱٫۰ روز", "1.0 days"),
        ("1.5", "month", "۱٫۵ ماه", "1.5 months"),
        ("0", "hour", "۰ ساعت", "0 hours"),
        ("10", "minute", "۱۰ دقیقه", "10 minutes"),
    ],
)
def test_duration(value: str, unit: str, persian: str, english: str) -> None:
    assert FA.duration(Decimal(value), unit) == persian
    assert EN.duration(Decimal(value), unit) == english
    assert FA.duration_unit(Decimal(value), unit) == persian.split(" ", 1)[1]
    assert EN.duration_unit(Decimal(value), unit) == english.split(" ", 1)[1]


@pytest.mark.parametrize(
    ("value", "unit", "counted", "persian", "english"),
    [
        ("-20", "year", False, "۲۰ سال پیش از مراجعه", "20 years before presentation"),
        ("1", "week", False, "۱ هفته پس از مراجعه", "1 week after presentation"),
        ("0", "day", False, "روز مراجعه", "day of presentation"),
        ("5", "day", True, "روز ۵", "day 5"),
        ("2", "week", True, "هفتهٔ ۲", "week 2"),
    ],
)
def test_moment(value: str, unit: str, counted: bool, persian: str, english: str) -> None:
    assert FA.moment(Decimal(value), unit, counted=counted) == persian
    assert EN.moment(Decimal(value), unit, counted=counted) == english


def test_age_in_years_is_the_number_alone() -> None:
    assert (FA.age(Decimal(44)), EN.age(Decimal(44), "year")) == ("۴۴", "44")
    assert (FA.age(Decimal(18), "month"), EN.age(Decimal(18), "month")) == ("۱۸ ماه", "18 months")


def test_numbers_take_the_marks_of_the_language() -> None:
    assert FA.number("1234567.8", group=True) == "۱٬۲۳۴٬۵۶۷٫۸"
    assert EN.number("1234567.8", group=True) == "1,234,567.8"
    assert FA.number("2.345", 2) == "۲٫۳۵"
    assert FA.percent(55) == rtl("۵۵\u200f٪")
    assert EN.percent("55.46", 1) == "55.5%"
    assert FA.range(18, 49) == rtl(f"۱۸{WJ}–{WJ}۴۹")
    assert EN.range(18, 49) == "18–49"
    assert FA.ratio(1, 160) == ltr("۱:۱۶۰")
    assert FA.plus_minus("12.5", "3.1") == ltr(f"۱۲٫۵{NBSP}±{NBSP}۳٫۱")
    assert FA.p_value("0.0004") == ltr(f"p{WJ}<{WJ}۰٫۰۰۱")
    assert FA.comparison("<", 5) == ltr("<۵")
    assert FA.citation_group([6, 7, 8, 3]) == rtl(f"(۳،\u200f۶{WJ}–{WJ}۸)")
    assert EN.citation_group([6, 7, 8, 3], ("[", "]")) == "[3,6–8]"
    assert FA.digits("1398/11/1") == "۱۳۹۸/۱۱/۱"


def test_quantity_prints_the_symbol_or_the_words_of_its_unit() -> None:
    assert FA.quantity(28, "mm/h") == ltr(f"۲۸{NBSP}mm{WJ}/{WJ}h")
    assert EN.quantity(28, "mm/h") == f"28{NBSP}mm/h"
    assert FA.quantity(28, "mm/h", words=True) == "۲۸ میلی\u200cمتر در ساعت"
    assert FA.quantity("9.9", "mg/dL", words=True) == "۹٫۹ میلی\u200cگرم در دسی\u200cلیتر"
    assert FA.quantity(5, "mg/L", "<", words=True) == "کمتر از ۵ میلی\u200cگرم در لیتر"
    assert FA.quantity(55, "%", words=True) == "۵۵ درصد"
    assert FA.quantity(5, "furlong", words=True) == ltr(f"۵{NBSP}furlong")
    assert EN.quantity(28, "mm/h", words=True) == f"28{NBSP}mm/h"
    assert EN.quantity(5, "mg/L", "<") == f"<5{NBSP}mg/L"


def test_micro_sign_and_greek_letter_are_one_unit() -> None:
    assert FA.unit_words("\u00b5g/dL") == FA.unit_words("\u03bcg/dL") == "میکروگرم در دسی\u200cلیتر"
    assert FA.unit_words("furlong") is None


def test_journal_replaces_the_marks_and_leaves_the_language_alone() -> None:
    journal = FA.with_numbers(decimal="/", range_sign="-")
    assert journal.number("10.1") == "۱۰/۱"
    assert journal.range(18, 49) == rtl("۱۸\u200f-۴۹")
    assert journal.number(12345, group=True) == "۱۲٬۳۴۵"
    assert FA.number("10.1") == "۱۰٫۱"
    assert FA.with_numbers() == FA


def test_bare_number_is_isolated_after_a_latin_word_only() -> None:
    assert FA.after("CRP ", FA.number(12)) == rtl("۱۲")
    assert FA.after("سن ", FA.number(12)) == "۱۲"
    assert EN.after("CRP ", EN.number(12)) == "12"


@pytest.mark.parametrize(
    ("items", "persian", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a و b", "a and b"),
        (["a", "b", "c"], "a، b و c", "a, b, and c"),
    ],
)
def test_list_is_joined(items: list[str], persian: str, english: str) -> None:
    assert FA.join(items) == persian
    assert EN.join(items) == english


@pytest.mark.parametrize(
    ("items", "persian", "english"),
    [
        (["a"], "a", "a"),
        (["a", "b"], "a یا b", "a or b"),
        (["a", "b", "c"], "a، b یا c", "a, b, or c"),
    ],
)
def test_alternatives_are_joined_by_or(items: list[str], persian: str, english: str) -> None:
    assert FA.either(items) == persian
    assert EN.either(items) == english


def test_panels_are_lettered() -> None:
    assert [FA.panel_letter(index) for index in range(5)] == ["الف", "ب", "ج", "د", "ه"]
    assert [EN.panel_letter(index) for index in (0, 1, 25, 26)] == ["A", "B", "Z", "AA"]
    with pytest.raises(ValueError, match="index"):
        EN.panel_letter(-1)


def test_ordinals_and_quotes() -> None:
    assert (FA.ordinal(30), EN.ordinal(30)) == ("سی\u200cام", "30th")
    assert (FA.quote("متن"), EN.quote("text")) == ("«متن»", "“text”")
    assert (FA.quotes, EN.list_comma, FA.list_comma) == (("«", "»"), ", ", "، ")


def test_term_fills_its_fields_with_the_digits_of_the_language() -> None:
    assert FA.term("figure-label", number=1) == "تصویر شماره ۱:"
    assert EN.term("figure-label", number=1) == "Figure 1."
    assert FA.term("figure-mention", number="۲") == "تصویر شماره ۲"
    assert FA.term("person-of-age", age=44, person=FA.term("person-female")) == "زن ۴۴ ساله"
    assert EN.term("person-of-age", age=44, person="woman") == "44-year-old woman"
    assert FA.term("volume-number", number=FA.ordinal(30)) == "دوره سی\u200cام"


def test_unknown_term_is_named() -> None:
    with pytest.raises(KeyError, match="no-such-term"):
        FA.term("no-such-term")


def test_typed_prose_is_set_in_the_language() -> None:
    assert FA.prose("CD4+ در 5 بیمار") == f"{ltr('CD4+')} در ۵ بیمار"
    assert EN.prose("CD4+ in 5 patients") == "CD4+ in 5 patients"
    assert FA.prose(" 5", before="CRP") == f" {rtl('۵')}"


@pytest.mark.parametrize("locale", [FA, EN], ids=["fa", "en"])
def test_every_printed_thing_is_balanced(locale: Locale) -> None:
    printed = [
        locale.number(-5),
        locale.percent(-5),
        locale.range(-5, 5),
        locale.quantity(-5, "%", "<"),
        locale.quantity("0.5", "mL/min/1.73 m²", "≥"),
        locale.quantity(-5, "°C", words=True),
        locale.citation_group(range(1, 9)),
    ]
    assert all(is_balanced(text) for text in printed)
