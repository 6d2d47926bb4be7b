"""PRIV005: the patient is named."""

from __future__ import annotations

import pytest


def told(diagnose, text: str, file: str = "fa.md"):  # type: ignore[no-untyped-def]
    return [item for item in diagnose({file: text}) if item.code == "PRIV005"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("بیمار خانم زهرا احمدی ۴۴ ساله بود", "خانم زهرا احمدی"),
        ("بیمار، خانم رضایی، ۴۴ ساله", "خانم رضایی"),
        ("سرکار خانم قلی\u200cزاده مراجعه کرد", "سرکار خانم قلی\u200cزاده"),
        ("خانم م.ا ۴۴ ساله", "خانم م.ا"),
        ("آقای ع. الف. کشاورز", "آقای ع. الف."),
        ("بیمار م.ا. ۴۴ ساله", "بیمار م.ا."),
        ("خانمی به نام سارا مراجعه کرد", "سارا"),
        ("نام بیمار: سارا", "سارا"),
        ("بیمار علیرضا محمدپور، پسر ۷ ساله", "بیمار علیرضا محمدپور"),
        ("کودک محمد حسینی بستری شد", "کودک محمد حسینی"),
        ("دختر بچه\u200cای به نام نازنین مراجعه کرد", "نازنین"),
        ("A 7-year-old boy, Ali Rezaei, was admitted", "Ali Rezaei"),
        ("Mr. X.Y. was seen", "Mr. X.Y."),
        ("Mrs Smith, a 44-year-old", "Mrs Smith"),
        ("Ms. Jane Doe presented", "Ms. Jane Doe"),
        ("The patient, J.D., was", "J.D."),
        ("the patient (J. D.)", "J. D."),
        ("A.B., a 44-year-old woman", "A.B."),
        ("a boy named Ali", "Ali"),
        ("Patient name: Ali", "Ali"),
    ],
)
def test_a_named_patient_is_told_over_the_name(text: str, name: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, text)
    assert text[item.span.column - 1 : item.span.end_column - 1] == name
    assert item.severity.value == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "بیمار خانم ۴۴ ساله\u200cای است",
        "بیمار خانمی متأهل، ۴۴ ساله",
        "بیمار خانم باردار ۳۰ ساله",
        "بیمار آقای مسن و بی\u200cسواد",
        "خانم دکتر احمدی",
        "آقای احمدی و همکاران گزارش کردند",
        "بیماری به نام اسکلرودرمی",
        "آقای بیمار علی رغم درمان",
        "نام بیمار: محرمانه",
        "بیمار علی رغم درمان بهبود نیافت",
        "بیمار حسن نیت داشت",
        "A woman, Gravida 2, was admitted",
        "A woman, Gravida Three, presented",
        "The man, Iranian Kurd, was admitted",
        "از خانم احمدی سپاسگزاریم",
        "بیمار و همسر او",
        "Dr. Smith saw a patient with Raynaud phenomenon",
        "MS and MR imaging, MS Contin",
        "Mr. X was seen",
        "The patient was given I.V. fluids; patient I.V. access",
        "patient B.M.I. was 30",
        "T.B., a 3-month course of",
        "at the N.I.H., a 5-year trial",
        "Smith A.B., a 3-year study",
        "Patient's name: withheld",
        "We thank Mr. Jones for the drawings",
        "The patient called Emergency Services",
    ],
)
def test_adjectives_doctors_authors_and_abbreviations_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, text) == []


def test_the_title_stays_and_the_name_is_covered(diagnose) -> None:  # type: ignore[no-untyped-def]
    names = [
        told(diagnose, text)[0].message.values["name"]
        for text in ("Mrs Jane Smith came", "Mr. X.Y. came", "خانم احمدی آمد")
    ]
    assert names == ["Mrs J**e S***h", "Mr. *.*.", "خانم ا***ی"]


def test_authors_and_the_thanked_are_not_patients(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = (
        "contributors:\n  - name: {fa: خانم زهرا احمدی, en: Mrs Jane Smith}\n"
        "statements:\n  acknowledgements: {fa: خانم احمدی, en: Mrs Smith}\n"
    )
    assert told(diagnose, case, "case.yaml") == []


def test_a_name_in_the_statement_of_consent_is_a_patients(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "statements:\n  consent: {fa: خانم احمدی رضایت داد., en: Mrs Smith gave consent.}\n"
    assert [item.span.line for item in told(diagnose, case, "case.yaml")] == [9, 9]
