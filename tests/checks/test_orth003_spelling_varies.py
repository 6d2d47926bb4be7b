"""ORTH003: one word is spelt in two ways."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH003"]


def test_the_rarer_spelling_is_the_place_and_the_other_is_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "علائم و علائم.\n\nاین علایم بود.\n"}))
    assert (item.severity, item.span.line, item.span.column) == (Severity.WARNING, 15, 5)
    assert item.message.values["forms"] == ("علائم", "علایم")
    assert [(each.span.line, each.span.column) for each in item.related] == [(13, 1)]
    assert item.fix is None


def test_the_first_place_in_each_file_is_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"case.yaml": "keywords: {fa: [علائم], en: [x]}\n", "fa.md": "علائم و علایم.\n"}
    (item,) = only(diagnose(files))
    assert {each.span.file for each in item.related} == {"case.yaml", "fa.md"}


@pytest.mark.parametrize(
    "text",
    [
        "بافت زیر جلدی و زیرجلدی", "تاثیر و تأثیر", "معمولا و معمولاً", "ام آر آی و ام\u200cآرآی",
        "اسکلرودرمی و اسکرودرمی", "سندرم و سندروم", "علامت دار و علامت\u200cدار", "بیش تر و بیشتر",
        "پیش\u200cرونده و پیشرونده", "اسکلروز سیستمیک و اسکروزیس سیستمیک",
    ],
)  # fmt: skip
def test_variants_are_told(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"fa.md": f"این {text} بود.\n"}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "سابقه بیمار و سابقهٔ او", "روشها و روش\u200cها", "می شود و می\u200cشود", "این گونه و این\u200cگونه",
        "سه نقطه و سه\u200cنقطه", "نوشته شده بود و نوشته\u200cشده", "علّت و علت", "کار\u200cها و کارها",
        "درد و دارد", "آن و این", "اسکلرودرمی و اسکلروداکتیلی",
    ],
)  # fmt: skip
def test_other_words_and_what_other_checks_mend_are_not(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"fa.md": f"این {text} بود.\n"}))
    assert [item.message.values["forms"] for item in found] == []


def test_american_and_british_english_side_by_side_are_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"en.md": "The tumor and a second Tumour; anemia alone.\n"}))
    assert [item.message.values["forms"] for item in found] == [("tumor", "tumour")]


def test_the_names_of_institutions_are_their_own(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "affiliations:\n  a: {center: {en: Research Center, fa: x}}\n"
    assert not only(diagnose({"case.yaml": case, "en.md": "The centre of the lesion.\n"}))


def test_a_compound_within_a_longer_one_is_not_told_again(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "سی تی اسکن شد و سی\u200cتی اسکن تکرار شد.\n"}))
    assert item.message.values["forms"] == ("سی تی اسکن", "سی\u200cتی اسکن")


def test_what_the_glossary_decides_is_left_to_it(diagnose) -> None:  # type: ignore[no-untyped-def]
    glossary = "glossary:\n  - {fa: لیشمانیوز, en: x, avoid: {fa: [لیشمانیازیس]}}\n"
    text = "لیشمانیوز بود. لیشمانیازیس نبود.\n"
    assert only(diagnose({"fa.md": text}))
    found = diagnose({"case.yaml": glossary, "fa.md": text})
    assert not only(found)
    assert [item.code for item in found if item.code == "LANG005"] == ["LANG005"]
