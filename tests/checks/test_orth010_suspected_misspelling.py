"""ORTH010: the spelling of a word is suspected."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH010"]


def test_a_word_is_told_once_a_file_with_its_other_places(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "Seen in scerodactyly.\n\nScerodactyly again.\n"}))
    assert (item.severity, item.span.line, item.span.column, item.span.end_column) == (
        Severity.NOTE, 13, 9, 21,
    )  # fmt: skip
    assert item.message.values["right"] == "sclerodactyly"
    assert [(each.span.line, each.span.column) for each in item.related] == [(15, 1)]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("کرسست", "کرست"), ("دپنتیازم", "دیلتیازم"), ("گستردهگی", "گستردگی"), ("اسکرودرمی", "اسکلرودرمی"),
        ("کلسیفکاسیون", "کلسیفیکاسیون"), ("کلسیفکاسیون\u200cهای", "کلسیفیکاسیون\u200cهای"),
        ("سیکلوفسفامد", "سیکلوفسفامید"), ("سونوگرفی", "سونوگرافی"),
    ],
)  # fmt: skip
def test_persian_slips(typed: str, right: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"fa.md": f"بیمار {typed} داشت.\n"}))
    assert [item.message.values["right"] for item in found] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Macrocytic anaemia, hypercalcaemia, dysphasia, dysphoria, injection, rejection and nephrology.",
        "Gutierrez, Boulman and Andonopoulos; Antonopoulos; the MRI; ground-glass; a/b; x.y@scerodactyly.org.",
        "[sclérodermie systémique]{lang=fr}, `scerodactyly`, SCERODACTYLY.",
    ],
)
def test_good_english_is_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert [item.message.values["word"] for item in only(diagnose({"en.md": text + "\n"}))] == []


def test_good_persian_is_silent(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "هیپوکالمی، هیپرکالمی، ماکروسفالی، کورتیکواستروید، زندگی، همیشگی، گرسنگان، نوترون و ساختگی.\n"
    assert [item.message.values["word"] for item in only(diagnose({"fa.md": text}))] == []


@pytest.mark.parametrize("word", ["داکسی\u200cسایکلین", "کوله\u200cسیستکتومی", "اینفلیکسیماب", "رادیکولار"])
def test_a_term_with_a_vowel_more_or_another_is_a_rendering(word: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"fa.md": f"بیمار {word} داشت.\n"}))


def test_a_persian_word_has_its_vowels(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "در بیماریستان بود.\n"}))
    assert item.message.values["right"] == "بیمارستان"


def test_persons_and_places_are_not_looked_at(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "affiliations:\n  a: {center: {fa: مرکز تحقیقات توکسپلاسموز, en: Scerodactyly center}}\n"
    assert not only(diagnose({"case.yaml": case}))


def test_titles_of_english_works_are_and_others_are_not(diagnose) -> None:  # type: ignore[no-untyped-def]
    entry = "@article{{{key},\n  title = {{On extrasosseous bone}},{more}\n  author = {{B, C}}, year = {{2012}}\n}}\n"
    text = entry.format(key="a", more="") + entry.format(key="b", more=" langid = {french},")
    (item,) = only(diagnose({"references.bib": text}))
    assert (item.span.file, item.span.line, item.span.column) == ("references.bib", 2, 15)


@pytest.mark.parametrize(
    "text",
    ["استئوپوروز", "کوله\u200cسیستکتومی", "تری\u200cگلیسرید", "تری\u200cگلیسیرید", "کوتیاپین", "کوئتیاپین"],
)
def test_both_current_spellings_of_a_term_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"fa.md": f"این {text} بود.\n"}))


def test_a_misspelt_laboratory_value_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "فریبرینوژن پایین بود.\n"}))
    assert item.message.values["right"] == "فیبرینوژن"
