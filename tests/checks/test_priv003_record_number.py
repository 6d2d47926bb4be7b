"""PRIV003: the number of a patient's record."""

from __future__ import annotations

import pytest


def told(diagnose, text: str, file: str = "fa.md"):  # type: ignore[no-untyped-def]
    return [item for item in diagnose({file: text}) if item.code == "PRIV003"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("شماره پرونده: ۴۵۱۲۷", "۴۵۱۲۷"),
        ("شمارهٔ پروندهٔ بیمار ۴۵۱۲۷ بود", "۴۵۱۲۷"),
        ("شماره\u200cی پرونده ۴۵۱۲", "۴۵۱۲"),
        ("پرونده پزشکی به شماره ۱۲۳۴۵", "۱۲۳۴۵"),
        ("کد پذیرش ۹۹۱۲۳", "۹۹۱۲۳"),
        ("شماره پذیرش بیمار: 1398-45", "1398-45"),
        ("MRN: 00451278", "00451278"),
        ("medical record number (MRN) 123-45-67", "123-45-67"),
        ("Hospital number H123456", "H123456"),
        ("Patient ID: 44512", "44512"),
    ],
)
def test_a_number_behind_its_name_is_told_without_the_name(
    text: str,
    number: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = told(diagnose, text)
    assert item.severity.value == "warning"
    assert text[item.span.column - 1 : item.span.end_column - 1] == number
    assert number not in str(item.message)


@pytest.mark.parametrize(
    "text",
    [
        "شماره پرونده اخلاق ۱۲۳۴",
        "نامه شماره ۱۲۳۴۵",
        "تصویر شماره ۱۲۳۴",
        "پرونده بیمار در سال ۱۳۹۸ بررسی شد",
        "Hospital No. 501",
        "patient no. 3 and patient number 101",
        "case number 2",
        "profile number 12345",
        "grant number 12345",
        "The medical records of 1200 patients",
        "the hospital. 2020 was",
    ],
)
def test_other_numbers_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, text) == []


def test_a_number_in_the_name_of_a_file_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "figures:\n  x:\n    file: figures/MRN-44512.png\n    caption: x\n"
    (item,) = told(diagnose, case, "case.yaml")
    assert item.span.end_column - item.span.column == 5
