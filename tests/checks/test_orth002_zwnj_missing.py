"""ORTH002: a half-space is missing."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH002"]


def test_the_whole_word_is_the_place_and_the_edit_is_the_gap(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "درد بیماری های پوست.\n"}))
    span = item.span
    assert (item.severity, span.line, span.column, span.end_column) == (
        Severity.WARNING, 13, 5, 15,
    )  # fmt: skip
    assert item.message.values["right"] == "بیماری\u200cهای"
    assert item.fix is not None
    (edit,) = item.fix.edits
    assert (edit.span.column, edit.span.end_column, edit.replacement) == (11, 12, "\u200c")
    assert item.fix.safe


def test_a_joined_plural_is_an_unsafe_fix(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "درد بافتها.\n"}))
    assert item.fix is not None
    assert not item.fix.safe
    (edit,) = item.fix.edits
    assert (edit.span.column, edit.span.end_column, edit.replacement) == (9, 9, "\u200c")


def test_a_word_that_falls_apart_over_two_lines_is_told_without_a_fix(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "درد کم می\nشود.\n"}))
    assert (item.span.line, item.span.end_line) == (13, 14)
    assert item.fix is None


def test_quoted_texts_of_case_yaml_have_exact_places(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = 'title: {fa: "گزارش: بیماری های پوست", en: x}\n'
    (item,) = only(diagnose({"case.yaml": case}))
    assert (item.span.line, item.span.column, item.span.end_column) == (8, 21, 31)


@pytest.mark.parametrize(
    "text",
    [
        "تنها در انتهای استخوان، منتها با اشتهای خوب و بهای کم، آنها و اینها آمدند.",
        "مطالعه میدانی روی میگرن و تالاسمی مینور و میکروسکوپ انجام شد.",
        "بافت آسیب دیده است و پوست تر بود؛ نتیجه ام آر آی و نتیجه ای سی جی طبیعی بود.",
        "نشانی a.b@example.ir و http://example.ir/x نیست.",
        "`می شود` و CRP ها و {{ patient.age }} ساله.",
        "بیهوشی عمومی، بیهوش، به هوش آمدن و متخصص بیهوشی.",
        "پیشگیری، همچنین، کتابخانه، بزرگتر، به علت، داروهای، روزها.",
    ],
)
def test_good_text_is_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert [item.message.values["typed"] for item in only(diagnose({"fa.md": text + "\n"}))] == []


def test_names_of_persons_are_their_own(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "contributors:\n  - name: {fa: سعید می شود, en: x}\n"
    assert not only(diagnose({"case.yaml": case}))


@pytest.mark.parametrize(
    ("typed", "right"),
    [("اندازه گیری", "اندازه\u200cگیری"), ("نتیجه گیری", "نتیجه\u200cگیری"), ("نمونه گیری", "نمونه\u200cگیری")],
)
def test_nouns_of_doing_are_told_with_a_full_space(typed: str, right: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": f"سپس {typed} شد.\n"}))
    assert item.message.values["right"] == right


def test_anesthesia_is_written_joined(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"fa.md": "گروه بیهوشی و بیهوشی عمومی.\n"}))
