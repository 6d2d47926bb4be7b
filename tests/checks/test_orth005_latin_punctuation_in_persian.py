"""ORTH005: a Latin comma, semicolon or question mark in Persian text."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH005"]


def test_the_mark_is_the_place_and_is_replaced(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"fa.md": "تب, لرز; خوب?\n"}))
    assert [(item.span.column, item.span.end_column) for item in found] == [
        (3, 4),
        (8, 9),
        (13, 14),
    ]
    fixes = [item.fix for item in found]
    assert [fix.edits[0].replacement for fix in fixes if fix and fix.safe] == ["،", "؛", "؟"]


@pytest.mark.parametrize(
    "text", ["(درد), تب", "«درد», تب", "{{ patient.age }}, سپس", "۱۲, سپس", "درد, IL-6"]
)
def test_marks_after_brackets_facts_and_numbers_are_told(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"fa.md": text + "\n"}))) == 1


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fa.md", "آزمایش\u200cها (CRP, ESR; ANA) و ۱,۰۰۰ و [1,2]، (3;4)."),
        ("fa.md", "نشانی http://a.ir/?q=1,2;3 و [What is it?]{lang=en}."),
        ("fa.md", "درد، تب؛ چرا؟"),
        ("en.md", "The word درد, in Persian; is it?"),
    ],
)
def test_good_text_is_silent(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    text = text.replace("\u200c", "\u200c")
    assert not only(diagnose({file: text + "\n"}))
