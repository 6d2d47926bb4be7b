"""LANG002: the languages do not have the same number of keywords."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "LANG002"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("keywords: {fa: [الف, ب], en: [a, b]}", 0),
        ("keywords: {fa: [الف, ب, پ], en: [a, b]}", 1),
        ("keywords: {fa: [الف], en: [a, b]}", 1),
        ("keywords: {fa: [الف, ب]}", 0),  # LANG001
        ("keywords: {fa: [الف, ب], en: []}", 0),  # LANG001
        ("languages: [en]\nkeywords: {fa: [الف, ب, پ], en: [a]}", 0),
        ("keywords: {fa: [الف, ب], en: [a, [b]]}", 0),  # refused, and told so
        ("running-title: {fa: الف, en: a}", 0),
    ],
)
def test_what_differs_is_told_once(text: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"case.yaml": text + "\n"}))) == count


def test_the_language_with_fewer_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "keywords:\n  fa: [الف, ب]\n  en: [a]\n"
    (item,) = only(diagnose({"case.yaml": text}))
    assert item.message.values["language"] == "en"
    assert item.span.line == item.related[0].span.line + 1


def test_keywords_that_stand_in_one_item_have_their_own_hint(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": 'keywords: {fa: ["الف، ب"], en: [a, b]}\n'}))
    assert item.hint is not None
    assert "comma" in item.hint.template
