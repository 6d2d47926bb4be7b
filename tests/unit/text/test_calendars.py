"""Dates of both calendars, against the official leap years and an independent rule."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.calendars import (
    JALALI_YEARS,
    CalendarDate,
    DateError,
    days_in_month,
    from_date,
    is_jalali_leap,
    parse_date,
    to_date,
    to_gregorian,
    to_jalali,
)
from casereport.text.digits import to_persian_digits

DATA = json.loads((Path(__file__).parents[2] / "data" / "jalali.json").read_text("utf-8"))


@pytest.mark.parametrize(("gregorian", "jalali"), DATA["pairs"])
def test_pair_converts_both_ways(gregorian: str, jalali: str) -> None:
    assert to_jalali(parse_date(gregorian)) == parse_date(jalali)
    assert to_gregorian(parse_date(jalali)) == parse_date(gregorian)


def test_leap_years_are_the_official_ones() -> None:
    assert [year for year in range(1300, 1499) if is_jalali_leap(year)] == DATA["leap_years"]


def test_leap_years_follow_the_rule_of_33_years() -> None:
    for year in JALALI_YEARS:
        assert is_jalali_leap(year) == ((25 * year + 11) % 33 < 8), year


def test_every_jalali_year_is_as_long_as_its_months() -> None:
    for year in range(1178, 1501):
        first = to_date(CalendarDate("persian", year, 1, 1))
        following = to_date(CalendarDate("persian", year + 1, 1, 1))
        days = sum(days_in_month("persian", year, month) for month in range(1, 13))
        assert (following - first).days == days


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2122, 12, 31)))
def test_conversion_round_trips(day: datetime.date) -> None:
    jalali = from_date(day, "persian")
    assert to_date(jalali) == day
    assert parse_date(f"{jalali.year}-{jalali.month:02}-{jalali.day:02}") == jalali
    assert to_gregorian(jalali) == from_date(day, "gregory")


@pytest.mark.parametrize("text", DATA["invalid"])
def test_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1398-12-30", "1398 is not a leap year, so Esfand has 29 days."),
        ("2021-02-29", "2021 is not a leap year, so February has 28 days."),
        ("1399/7/31", "Month 7 of the Jalali calendar has 30 days."),
        ("2020-04-31", "Month 4 of the Gregorian calendar has 30 days."),
        ("1399-12-31", "Month 12 of the Jalali calendar has 30 days."),
        ("1399/13/1", "A year has 12 months, so there is no month 13."),
        ("1399-0-1", "A year has 12 months, so there is no month 0."),
        ("1399-1-0", "A month begins with day 1, not with day 0."),
        ("1600", "The year 1600 is neither Jalali (1178-1501) nor Gregorian (1800-2199)."),
    ],
)
def test_impossible_date_says_why(text: str, sentence: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert str(caught.value) == sentence
    assert str(caught.value.message) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13",
        "98/11/1",
        "1398-11/1",
        "1398 11 1",
        "1-11-1398",
        "1398-111-1",
        "1398-",
        "\u0967\u0966\u0967\u0968",
    ],
)
def test_what_is_not_shaped_like_a_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert "is not a date" in str(caught.value)
    assert caught.value.message.values["text"] == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 1398/11/01 ", CalendarDate("persian", 1398, 11, 1)),
        (to_persian_digits("1398/11/1"), CalendarDate("persian", 1398, 11, 1)),
        ("1402-02-31", CalendarDate("persian", 1402, 2, 31)),
        ("2020-02-29", CalendarDate("gregory", 2020, 2, 29)),
        ("2020-01", CalendarDate("gregory", 2020, 1)),
        ("1399", CalendarDate("persian", 1399)),
        ("1178", CalendarDate("persian", 1178)),
        ("1501", CalendarDate("persian", 1501)),
        ("1800", CalendarDate("gregory", 1800)),
        ("2199-12-31", CalendarDate("gregory", 2199, 12, 31)),
    ],
)
def test_date_is_read(text: str, expected: CalendarDate) -> None:
    assert parse_date(text) == expected


def test_incomplete_date_is_not_converted() -> None:
    with pytest.raises(ValueError, match="no month or no day"):
        to_jalali(CalendarDate("gregory", 2020, 1))
    assert not CalendarDate("gregory", 2020, 1).is_complete
    assert CalendarDate("gregory", 2020, 1, 21).is_complete
