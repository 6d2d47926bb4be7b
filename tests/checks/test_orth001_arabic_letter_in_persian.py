"""ORTH001: a letter or digit of Arabic stands in a Persian word."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH001"]


def test_the_letters_are_the_place_and_the_fix_types_persian_ones(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "این بيمار\u064a خوب شد.\n"}))
    assert (item.severity, item.span.file, item.span.column, item.span.end_column) == (
        Severity.WARNING, "fa.md", 6, 11,
    )  # fmt: skip
    assert item.message.values["code_point"] == "U+064A"
    assert item.message.values["right"] == "بیماری"
    assert item.fix is not None
    assert item.fix.safe
    assert [edit.replacement for edit in item.fix.edits] == ["ی", "ی"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("\u0643تاب", "کتاب"), ("خانۀ", "خانه\u0654"), ("١٤", "۱۴"), ("کتـــاب", "کتاب"),
        ("حت\u0649", "حتی"), ("\ufe91\ufef4\ufee4\ufe8e\ufead", "بیمار"),
    ],
)  # fmt: skip
def test_each_kind_is_mended(typed: str, right: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": f"این {typed} است.\n"}))
    assert item.message.values["right"] == right


def test_teh_marbuta_is_only_noted(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "مراقبة بیمار و دایرة\u200cالمعارف پزشکی.\n"}))
    assert (item.severity, item.fix) == (Severity.NOTE, None)


@pytest.mark.parametrize(
    "text",
    [
        "مسئول مؤسسه، هیئت و تأثیر سؤال واقعاً خوب بود؛ خانه\u0654 بیمار.",
        "[كتاب الطبي]{lang=ar} را دید.",
        "نشانی: http://a.ir/كتاب نیست؟",
    ],
)
def test_good_persian_and_arabic_quotations_are_left_alone(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"fa.md": text + "\n"}))
    assert not found or "http" in text


def test_names_of_authors_are_looked_at(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "contributors:\n  - name: {fa: عل\u064a کریمی, en: Ali Karimi}\n"
    (item,) = only(diagnose({"case.yaml": case}))
    assert (item.span.file, item.span.column) == ("case.yaml", 18)


def test_a_whole_text_in_arabic_letters_does_not_flood(diagnose) -> None:  # type: ignore[no-untyped-def]
    paragraphs = "\n\n".join(["ب\u064aمار " * 500] * 4)
    found = only(diagnose({"fa.md": paragraphs + "\n"}))
    assert len(found) == 301
    assert found[-1].fix is None
