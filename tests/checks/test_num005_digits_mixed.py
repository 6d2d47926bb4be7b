"""NUM005: the numbers of one language are typed in two digit sets."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "NUM005"]


@pytest.mark.parametrize(
    ("text", "typed", "right"),
    [
        ("بیمار ۴4 ساله", "۴4", "۴۴"), ("بیمار ۴٤ ساله", "۴٤", "۴۴"), ("مقدار ۱۰/1 بود", "۱۰/1", "۱۰/۱"),
        ("در ۱۳۹8/۱۱/۱ بود", "۱۳۹8/۱۱/۱", "۱۳۹۸/۱۱/۱"), ("از ۱8-۴۹ درصد", "۱8-۴۹", "۱۸-۴۹"),
    ],
)  # fmt: skip
def test_one_number_in_two_sets_is_mended_into_the_language_s(text, typed, right, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": text + "\n"}))
    assert (item.severity, item.message.values["typed"]) == (Severity.WARNING, typed)
    assert text[item.span.column - 1 : item.span.end_column - 1] == typed
    assert item.fix is not None
    assert item.fix.safe
    assert [edit.replacement for edit in item.fix.edits] == [right]


@pytest.mark.parametrize(("typed", "right"), [("۴۴", "44"), ("٤٥", "45"), ("۱۰٫۱", "10٫1")])
def test_digits_of_another_language_are_told_each_in_its_place(typed, right, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": f"It was {typed} then.\n"}))
    assert (item.severity, item.span.column) == (Severity.WARNING, 8)
    assert item.fix is not None
    assert item.fix.edits[0].replacement == right


def test_a_latin_name_with_persian_digits_is_a_note_and_not_mended_unasked(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "مقدار IL-۶ بالا بود\n"}))
    assert (item.severity, item.message.values["typed"]) == (Severity.NOTE, "IL-۶")
    assert item.fix is not None
    assert not item.fix.safe
    assert item.fix.edits[0].replacement == "IL-6"


@pytest.mark.parametrize(("text", "severity"), [("۵ ماه و ٤٥ روز و ٦ بار", Severity.WARNING), ("۵ ماه و 12 روز و 3 بار", Severity.NOTE)])
def test_another_set_beside_the_language_s_own_is_told_once_a_file(text, severity, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": text + "\n"}))
    assert item.severity is severity
    (related,) = item.related
    assert (item.span.column, related.span.column) == (9, 1)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fa.md", "بیمار ۴۴ ساله با H1N1، IL-6، 10.1000/182 و a1@b2.org و CRP 12 بود."),
        ("fa.md", "۵ روز 500 mg BID و OR 2.3 (95% CI, 1.1-4.8) و 12 mg/L گرفت."),
        ("fa.md", "بیمار 44 ساله 5 روز بستری بود."),
        ("fa.md", "۵ روز [12 days]{lang=en dir=ltr} بود."),
        ("en.md", "The journal «مجله ۱۲» has 12 issues."),
        ("en.md", "For 5 days [۱۲ روز]{lang=fa dir=rtl} it was."),
    ],
)
def test_what_prints_in_one_set_or_must_not_be_touched_is_left_alone(file, text, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({file: text + "\n"})) == []
