"""DATE004: a date that lies in the future; the tests' today is 2026-01-01 (1404/10/11)."""

from __future__ import annotations

import pytest

from casereport.text.calendars import parse_date


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "DATE004"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("dates: {received: 2026-01-01}", 0),
        ("dates: {received: 2026-01-02}", 0),
        ("dates: {received: 2026-01-03}", 1),
        ("dates: {received: 1404-10-11, accepted: 1404-11-01}", 1),
        ("dates: {received: 1404}", 0),
        ("dates: {received: {fa: 1440-01-01, en: 2020-01-21}}", 1),
        ("dates: {received: 2020, published: 2026-12-31}", 0),
        ("dates: {received: 2020, published: 2027-06}", 1),
        ("history:\n  a: {name: a, kind: medical, since: 1405}", 1),
        ("timeline:\n  - {when: 2026-02, event: a}", 1),
        ("timeline:\n  - {when: +2 years, event: a}", 0),
        ("interventions:\n  a: {name: a, start: 2025, stop: 2027}", 0),
        ("interventions:\n  a: {name: a, start: 2026-05}", 1),
        ('dates:\n  line: {en: "(Received May 1, 2026)", fa: "تاریخ دریافت: ۱۴۰۴/۱۱/۱۱"}', 2),
        ('dates:\n  received: 2026-05-01\n  line: {en: "(Received May 1, 2026)"}', 1),
        ("publication: {year: 2027}", 0),
    ],
)
def test_a_date_after_tomorrow_is_told_once(text: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"case.yaml": text + "\n"}))) == count


def test_today_is_told_in_the_calendar_of_the_date(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": "dates: {received: 1440-01-01}\n"}))
    assert item.message.values["today"] == parse_date("1404-10-11")
