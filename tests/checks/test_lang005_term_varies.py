"""LANG005: a term is not the one of the case's glossary."""

from __future__ import annotations

import pytest

from casereport.checks.languages._terms import _compared, _pattern

GLOSSARY = (
    (
        "glossary:\n"
        "  - fa: اسکلروز سیستمیک\n    en: systemic sclerosis\n"
        "    avoid: {fa: [اسکلروز, اسکلرودرمی, «سخت\u200cپوستی»], en: [scleroderma]}\n"
    )
    .replace("«", "")
    .replace("»", "")
)


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "LANG005"]


@pytest.mark.parametrize(
    ("file", "text", "typed"),
    [
        ("fa.md", "بیمار اسکلرودرمی داشت.", ["اسکلرودرمی"]),
        ("fa.md", "بیمار اسكلرودرمي داشت.", ["اسكلرودرمي"]),
        ("fa.md", "اسکلرودرمی\u200cها و سخت\u200cپوستی.", ["اسکلرودرمی", "سخت\u200cپوستی"]),
        ("fa.md", "اسکلروز سیستمیک بود.", []),
        ("fa.md", "اسکلروز بود.", ["اسکلروز"]),
        ("fa.md", "اسکلروزان و آترواسکلروز.", []),
        ("fa.md", "بیمار scleroderma داشت.", []),
        ("fa.md", "بیمار [scleroderma]{lang=en} داشت.", ["scleroderma"]),
        ("en.md", "Scleroderma and sclerodermas.", ["Scleroderma", "scleroderma"]),
        ("en.md", "The sclerodermatous skin; see https://x.org/scleroderma.", []),
    ],
)
def test_each_use_of_what_is_to_be_avoided_is_told(
    file: str,
    text: str,
    typed: list[str],
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    found = only(diagnose({"case.yaml": GLOSSARY, file: text + "\n"}))
    assert [item.message.values["variant"] for item in found] == typed
    for item, word in zip(found, typed, strict=True):
        assert item.span.end_column - item.span.column == len(word)
        assert item.related[0].span.file == "case.yaml"


def test_the_mend_is_the_term_in_the_case_of_what_it_replaces_and_unsafe(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": GLOSSARY, "en.md": "Scleroderma is rare.\n"}))
    assert item.fix is not None
    assert not item.fix.safe
    assert [edit.replacement for edit in item.fix.edits] == ["Systemic sclerosis"]


def test_the_glossary_itself_is_no_prose(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = (
        "glossary:\n  - term: {fa: زیرجلدی, en: subcutaneous}\n    avoid: {fa: [زیر جلدی, ميشود]}\n"
    )
    found = diagnose({"case.yaml": text})
    assert not [item for item in found if item.code.startswith(("ORTH", "LANG"))]


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ("labs: {a: {name: {fa: کلسیم, en: calcium}, value: 1}, b: {name: {fa: کلسیوم, en: Calcium}, value: 2}}", 1),
        ("labs: {a: {name: {fa: کلسیم, en: calcium}, value: 1}, b: {name: {fa: کلسیم, en: calcium}, value: 2}}", 0),
        ("imaging: {a: {modality: {fa: گرافی, en: radiograph}, region: {fa: ریه, en: lung}},"
         " b: {modality: {fa: گرافی رخ, en: radiograph}, region: {fa: ریه, en: lungs}}}", 0),
        ("glossary: [{term: {fa: الف, en: a}}, {fa: ب, en: A}]", 1),
        ("glossary: [{term: {fa: الف, en: a}}, {term: {fa: الف, en: b}}]", 1),
        ("languages: [fa]\nglossary: [{term: {fa: الف, en: a}}, {term: {fa: ب, en: A}}]", 0),
    ],
)  # fmt: skip
def test_one_term_in_two_renderings_is_told(facts: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"case.yaml": facts + "\n"}))) == count


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("glossary: [{term: {fa: الف}, avod: {fa: [ب]}}]", "SRC003"),
        ("glossary: [{avoid: {fa: [ب]}}]", "SRC005"),
        ("glossary: [{fa: الف, avoid: {fa: ب}}]", "SRC004"),
        ("glossary: [{fa: الف, avod: {fa: [ب]}}]", "SRC003"),
        ("glossary: [{fa: الف, de: a}]", "SRC003"),
        ("glossary: [الف]", "SRC004"),
    ],
)
def test_an_entry_that_is_not_one_is_told_by_reading(text: str, code: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert code in [item.code for item in diagnose({"case.yaml": text + "\n"})]


def test_terms_with_signs_of_regular_expressions_are_taken_as_typed() -> None:
    pattern = _pattern((_compared("TNF(α"), "a.b"))
    assert pattern.search("tnf(α") is not None
    assert pattern.search("axb") is None
