"""LANG001: the title, the keywords or the abstract in one language of a case in two."""

from __future__ import annotations

import pytest

KEYWORDS = "keywords: {fa: [الف], en: [a]}\n"


def only(found):  # type: ignore[no-untyped-def]
    return [
        (item.span.file, item.message.values["field"], item.message.values.get("language"))
        for item in found
        if item.code == "LANG001"
    ]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("title: {fa: گزارش}\n", ("title", "en")),
        ("title: {en: A report}\n", ("title", "fa")),
        ("title: A report\n", ("title", None)),
        ("keywords: {en: [a]}\n", ("keywords", "fa")),
        ("keywords: {fa: [الف], en: []}\n", ("keywords", "en")),
    ],
)
def test_a_field_without_a_language_is_told(case: str, expected: tuple[str, str], diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": case})) == [("case.yaml", *expected)]


def test_a_text_without_an_abstract_is_told_when_the_other_has_one(diagnose) -> None:  # type: ignore[no-untyped-def]
    bare = "## Discussion {#discussion}\n\nText.\n"
    assert only(diagnose({"en.md": bare})) == [("en.md", "abstract", "en")]
    assert only(diagnose({"en.md": bare, "fa.md": bare})) == []
    assert only(diagnose({"en.md": "## Abstract {#abstract}\n\n" + bare})) == [
        ("en.md", "abstract", "en")
    ]


def test_a_case_in_one_language_needs_no_other(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "languages: [en]\ntitle: A report\nkeywords: {en: [a]}\n"
    assert only(diagnose({"case.yaml": case})) == []


def test_both_languages_are_sound(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": KEYWORDS})) == []


@pytest.mark.parametrize("case", ["title: [x]\n", "title: {de: x, fa: y}\n", "keywords: x\n"])
def test_what_was_refused_is_told_there(case: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": case})) == []


def test_a_title_that_is_not_there_is_one_finding(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": "title:\n"})
    assert [item.code for item in found if item.code[:4] != "CARE"] == ["SRC005"]
