"""DATE003: received, revised, accepted, published."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "DATE003"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("received: 2020-06-22\n  accepted: 2020-01-21", 1),
        ("received: 2020-06-22\n  revised: 2020-01-21\n  accepted: 2020-02-01", 1),
        ("received: 2020-01-21\n  revised: 2020-08-01\n  accepted: 2020-06-22", 1),
        ("received: 1399-04-02\n  published: 2020-01", 1),
        ("received: {fa: 1399-04-02, en: 2020-06-22}\n  accepted: {fa: 1398-11-01, en: 2020-01-21}", 1),
        ("received: {fa: 1399-04-02}\n  accepted: {en: 2020-01-21}", 0),
        ("received: 2020-01-21\n  revised: 1398-11-01\n  accepted: 2020-01", 0),
        ("received: 2020-06-22\n  accepted: 2020", 0),
        ("received: 2020-06-22\n  accepted: not-stated\n  published: 1399-04-03", 0),
        ("accepted: 2020-06-22", 0),
    ],
)  # fmt: skip
def test_only_what_no_day_can_put_right_is_told_and_once(text: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"case.yaml": f"dates:\n  {text}\n"}))) == count


def test_the_later_event_is_the_place_and_the_earlier_is_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "dates:\n  received: 2020-06-22\n  accepted: 2020-01-21\n"
    (item,) = only(diagnose({"case.yaml": text}))
    assert item.severity is Severity.ERROR
    assert item.span.line - item.related[0].span.line == 1
    assert item.span.column == 13


def test_a_line_of_dates_is_told_over_the_date_itself(diagnose) -> None:  # type: ignore[no-untyped-def]
    line = '  line: {en: "(Submitted June 22, 2020; Approved January 21, 2020)"}'
    (item,) = only(diagnose({"case.yaml": f"dates:\n{line}\n"}))
    assert (item.span.column, item.span.end_column) == (
        line.index("January") + 1,
        line.index("January") + 1 + len("January 21, 2020"),
    )


def test_a_line_that_repeats_the_stored_dates_says_nothing_new(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = (
        "dates:\n  received: 2020-06-22\n  accepted: 2020-01-21\n"
        '  line: {en: "(Received June 22, 2020; Accepted January 21, 2020)"}\n'
    )
    assert len(only(diagnose({"case.yaml": text}))) == 1


@pytest.mark.parametrize(
    ("fact", "count"),
    [
        ("timeline:\n  - {when: 2020-09, event: {fa: الف, en: a}}", 1),
        ("imaging:\n  ct: {modality: CT, date: 1400}", 1),
        ("timeline:\n  - {when: 2020-06-22, event: {fa: الف, en: a}}", 0),
        ("timeline:\n  - {when: 2020, event: {fa: الف, en: a}}", 0),
        ("timeline:\n  - {when: +2 years, event: {fa: الف, en: a}}", 0),
    ],
)
def test_what_lies_after_the_acceptance_is_told(fact: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    dates = "dates: {received: 2020-01-21, accepted: {fa: 1399-04-02, en: 2020-06-22}}\n"
    found = only(diagnose({"case.yaml": f"{dates}{fact}\n"}))
    assert [item.severity for item in found] == [Severity.WARNING] * count
