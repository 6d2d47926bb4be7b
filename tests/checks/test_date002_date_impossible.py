"""DATE002: a date that its calendar does not have."""

from __future__ import annotations

import time

import pytest

from casereport.checks.dates._typed_dates import typed_dates
from casereport.checks.severities import has_fixed_severity
from casereport.diagnostics import Severity
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.workspace import MemoryWorkspace
from tests.checks.conftest import CASE_YAML, NARRATIVES, TODAY


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "DATE002"]


@pytest.mark.parametrize(
    "facts",
    [
        "dates: {received: 1404-12-30}",
        "dates: {received: {fa: 1398-11-01, en: 2021-02-29}}",
        "publication: {year: 1399-13}",
        "timeline:\n  - {when: 1399-07-31, event: {fa: الف, en: a}}",
        "labs:\n  crp: {name: CRP, value: 5 mg/L, date: 2020-04-31}",
        "interventions:\n  iron: {name: {fa: آهن, en: iron}, start: ۱۴۰۴/۱۲/۳۰}",
    ],
)
def test_a_fact_is_told_once_as_an_error_and_by_no_other_code(facts: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": facts + "\n"})
    (item,) = only(found)
    assert item.severity is Severity.ERROR
    assert not [other for other in found if other.code.startswith(("SRC", "DATE001", "DATE005"))]


def test_a_year_of_no_calendar_is_still_of_the_wrong_type(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": "dates: {received: 1600-01-02}\n"})
    assert [item.code for item in found if item.severity is Severity.ERROR] == ["SRC004"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fa.md", "۱۴۰۴/۱۲/۳۰"),
        ("fa.md", "۱۳۹۹/۱۳/۰۲"),
        ("fa.md", "۳۱ بهمن ۱۳۹۸"),
        ("fa.md", "۳۰ اسفند ماه سال ۱۴۰۴"),
        ("fa.md", "۳۰ فوریهٔ ۲۰۲۰"),
        ("fa.md", "۳۰ فوریه ۲۰۲۰"),
        ("en.md", "31/2/2020"),
        ("en.md", "February 30, 2020"),
        ("en.md", "31st of Feb. 2020"),
        ("en.md", "31 Bahman 1398"),
        ("en.md", "2020-04-31"),
    ],
)
def test_a_typed_date_is_told_over_its_own_characters(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(
        diagnose({file: f"متن {text}، متن.\n" if file == "fa.md" else f"On {text} it was.\n"})
    )
    assert item.severity is Severity.WARNING
    assert item.span.file == file
    assert item.span.end_column - item.span.column == len(text)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fa.md", "نامه شماره ۱۴۰۰/۵۵/۱۲"),
        ("fa.md", "کد: ۱۴۰۰/۵۵/۱۲"),
        ("fa.md", "در ۳۰ اسفند ۱۴۰۳"),
        ("fa.md", "در بهمن ۱۳۹۸"),
        ("fa.md", "مقدار ۱۰/۱۳/۱۲"),
        ("en.md", "at 1200/50/30 mg and 2000/50/25 mg"),
        ("en.md", "on 12/31/2020 and 31/12/2020"),
        ("en.md", "in phase 2020-13"),
        ("en.md", "doi 10.1000/2020/13/45"),
        ("en.md", "ward 31 February"),
        ("en.md", "patient 31, March 2020"),
        ("en.md", "31 Bahman 2020"),
    ],
)
def test_what_is_a_day_or_no_date_is_silent(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({file: f"{text}.\n"}))


def test_a_fact_in_words_is_read_as_prose(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "timeline:\n  - when: {fa: بامداد ۳۱ مهر ۱۳۹۸, en: that morning}\n    event: {fa: الف, en: a}\n"
    (item,) = only(diagnose({"case.yaml": text}))
    assert item.severity is Severity.WARNING


@pytest.mark.parametrize(
    "unit", ["1 ", "12 May a ", "May 12 ", "1 مه ", "2020/1/", "1/1/2020-", "\u0654", "May\u0654 "]
)
def test_hostile_texts_are_read_in_good_time(unit: str) -> None:
    text = "2020" + unit * (100_000 // len(unit))
    start = time.process_time()
    typed_dates(text, "en")
    typed_dates(text, "fa")
    assert time.process_time() - start < 3  # a tenth of it on an idle machine


def test_an_impossible_fact_stops_rendering_and_a_typed_one_does_not() -> None:
    base = {name: text.encode() for name, text in NARRATIVES.items()}
    fact = {**base, "case.yaml": (CASE_YAML + "dates: {received: 1404-12-30}\n").encode()}
    typed = {**base, "case.yaml": CASE_YAML.encode()}
    typed["fa.md"] += "\nبیمار در ۱۴۰۴/۱۲/۳۰ بستری شد.\n".encode()
    for files, fatal in ((fact, True), (typed, False)):
        result = render_case(MemoryWorkspace("x", files, TODAY), RenderOptions(formats=("html",)))
        assert len(only(result.diagnostics)) == 1
        assert result.fatal is fatal


def test_no_setting_switches_off_what_could_not_be_read() -> None:
    assert has_fixed_severity("DATE002")
    assert not has_fixed_severity("DATE003")
