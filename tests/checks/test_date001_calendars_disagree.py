"""DATE001: the two printed dates of one event are not the same day."""

from __future__ import annotations

import pytest

from casereport.checks.dates._slips import NO_SLIP, slip_rank
from casereport.diagnostics import Severity
from casereport.text.calendars import parse_date


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "DATE001"]


def dates(text: str) -> dict[str, str]:
    return {"case.yaml": f"dates:\n  {text}\n"}


def test_the_source_article_s_ten_days_and_its_likely_slip_are_named(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(dates("received: {fa: 1398-11-11, en: 2020-01-21}")))
    assert item.severity is Severity.ERROR
    assert item.message.values["days"] == 10
    assert item.message.values["second"] == parse_date("1398-11-11")
    assert item.message.values["converted"] == parse_date("1398-11-01")
    assert item.hint is not None
    assert item.hint.values["wrong"] == parse_date("1398-11-11")
    assert item.hint.values["right"] == parse_date("1398-11-01")


def test_the_wrong_date_is_the_place_and_the_other_is_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "dates:\n  received:\n    fa: 1398-11-11\n    en: 2020-01-21\n"
    files = {"case.yaml": text}
    (item,) = only(diagnose(files))
    (related,) = item.related
    # The fragment stands below the minimal case: the Persian date is one line above the English.
    assert item.span.file == related.span.file == "case.yaml"
    assert (related.span.line - item.span.line, item.span.column) == (1, 9)


def test_without_a_likely_slip_the_second_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(dates("accepted: {fa: 1399-07-15, en: 2020-06-22}")))
    assert item.hint is not None
    assert "likely" not in item.hint.template
    assert item.message.values["second"] == parse_date("2020-06-22")


def test_one_day_apart_has_its_own_sentence(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(dates("received: {fa: 1398-11-02, en: 2020-01-21}")))
    assert "one day" in item.message.template


@pytest.mark.parametrize(
    "text",
    [
        "received: {fa: 1398-11-01, en: 2020-01-21}",
        "received: {fa: 1398-11, en: 2020-01-21}",
        "received: {fa: 1398-11, en: 2020-01}",
        "received: {fa: 1398, en: 2020}",
        "received: {fa: 1399-12-30, en: 2021-03-20}",
        "received: 2020-01-21",
        "received: not-stated",
        "revised: {fa: 1398-11-19}",
    ],
)
def test_dates_that_can_be_the_same_day_are_not_reported(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose(dates(text))
    assert not [item for item in found if item.code.startswith(("DATE001", "SRC"))]


@pytest.mark.parametrize(
    "text",
    [
        "received: {fa: 1398-10, en: 2020-01-21}",
        "received: {fa: 1397, en: 2020}",
        "received: {fa: 2020-01-22, en: 2020-01-21}",
        "received: {fa: 1501-12-29, en: 2122-03-20}",
    ],
)
def test_dates_that_cannot_be_the_same_day_are_reported(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose(dates(text)))) == 1


def test_the_year_of_the_issue_is_compared_too(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": "publication:\n  year: {fa: 1399, en: 2019}\n"}))
    assert item.message.values["event"] == "publication.year"
    assert not only(diagnose({"case.yaml": "publication:\n  year: {fa: 1399, en: 2020}\n"}))


def line(language: str, text: str, received: str = "2020-01-21") -> dict[str, str]:
    return dates(f'received: {received}\n  line: {{{language}: "{text}"}}')


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "(Received January 22, 2020 ;Accepted June 22, 2020)"),
        ("en", "Received: 22 January 2020."),
        ("en", "received 2020/01/22"),
        ("en", "Received 1398/11/02"),
        ("fa", "تاریخ دریافت: ۲ بهمن ۱۳۹۸"),
        ("fa", "تاریخ دریافت: ۱۳۹۸/۱۱/۲، تاریخ تصویب: ۱۳۹۹/۴/۲"),
        ("fa", "تاریخ دریافت: ۲۲ ژانویهٔ ۲۰۲۰"),
    ],
)
def test_a_line_of_dates_in_the_author_s_words_is_read_and_compared(
    language: str,
    text: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = only(diagnose(line(language, text)))
    assert item.message.values["event"] == "dates.received"
    assert "one day" in item.message.template


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "(Received January 21, 2020 ;Accepted June 22, 2020)"),
        ("en", "Accepted June 22, 2020; Received January 21, 2020"),
        ("en", "(Received in the winter; Accepted June 22, 2020)"),
        ("en", "(Received January 2020)"),
        ("en", "(Received February 31, 2020)"),
        ("fa", "تاریخ دریافت: ۱ بهمن ۱۳۹۸"),
        ("fa", "تاریخ تصویب: ۱۳۹۹/۴/۲"),
    ],
)
def test_a_line_that_agrees_or_names_no_day_is_not_reported(
    language: str,
    text: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    assert not only(diagnose(line(language, text)))


def test_the_line_is_compared_with_the_date_of_its_own_language(diagnose) -> None:  # type: ignore[no-untyped-def]
    # The Persian date is wrong; the English line repeats the English one: one finding, not two.
    text = "(Received January 21, 2020)"
    found = only(diagnose(line("en", text, "{fa: 1398-11-11, en: 2020-01-21}")))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("written", "meant", "rank"),
    [
        ("1398-11-11", "1398-11-01", 0),
        ("1398-01-01", "1398-11-01", 0),
        ("2020-01-12", "2020-01-21", 1),
        ("2020-01-31", "2020-01-21", 2),
        ("2020-01-21", "2020-06-21", 2),
        ("2020-12-21", "2020-01-12", NO_SLIP),
        ("2020-01-10", "2020-01-01", NO_SLIP),
    ],
)
def test_slips_of_the_pen_are_ranked(written: str, meant: str, rank: int) -> None:
    assert slip_rank(parse_date(written), parse_date(meant)) == rank
