"""Half-spaces: what is suggested, and what is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.characters import ZWNJ
from casereport.text.orthography.half_spaces import missing_half_spaces

DATA = json.loads(
    (Path(__file__).parents[3] / "data" / "orthography.json").read_text(encoding="utf-8")
)
OF_HALF_SPACES = [
    (typed, right)
    for typed, right in DATA["pairs"]
    if typed.replace(" ", "") == right.replace(ZWNJ, "").replace(" ", "") and ZWNJ in right
    and ZWNJ not in typed
]  # fmt: skip


def mended(text: str) -> str:
    edits = [edit for found in missing_half_spaces(text) for edit in found.edits()]
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def underlined(text: str) -> str:
    return text.replace(ZWNJ, "_")


def test_the_data_has_pairs_for_half_spaces() -> None:
    assert len(OF_HALF_SPACES) >= 15


@pytest.mark.parametrize(("typed", "right"), OF_HALF_SPACES)
def test_a_pair_of_the_data_is_mended(typed: str, right: str) -> None:
    assert mended(typed) == right


@pytest.mark.parametrize("text", DATA["unchanged"])
def test_what_shall_stay_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("آنتی بادی های", "آنتی_بادی_های"),
        ("آنتیبیوتیکها", "آنتی_بیوتیک_ها"),
        ("آنتیبیوتیکی", "آنتی_بیوتیکی"),
        ("بیسفسوناتها", "بیسفسونات_ها"),
        ("بیسفسفوناتها", "بیس_فسفونات_ها"),
        ("میلیمتر", "میلی_متر"),
        ("دسیلیتر", "دسی_لیتر"),
        ("کراتی نین", "کراتینین"),
        ("بیش تر", "بیشتر"),
        ("شایع تر", "شایع_تر"),
        ("شدید ترین", "شدیدترین"),
        ("دارو های", "داروهای"),
        ("برمی گردد", "برمی_گردد"),
        ("نمیشود", "نمی_شود"),
        ("مرحلهای", "مرحله_ای"),
        ("نشدهاند", "نشده_اند"),
        ("رفته ام", "رفته_ام"),
        ("بيماري هاي", "بيماري_هاي"),
        ("آسیب دیده می کاهند", "آسیب_دیده می_کاهند"),
    ],
)
def test_half_spaces_are_suggested(typed: str, right: str) -> None:
    assert underlined(mended(typed)) == right


@pytest.mark.parametrize(
    "text",
    [
        "تنها", "انتها", "انتهای استخوان", "اشتها", "منتها", "بها", "فقها", "تنهایی", "نهایی", "نهایت",
        "بینهایت", "آنها", "اینها", "خون\u200cبها", "شانگهای",
        "میان", "میدان", "مطالعه میدانی", "میکروسکوپ", "میلاد", "میگرن", "مینور", "میترال", "میوم",
        "بزرگتر", "کوچکترین", "کتابخانه", "دانشگاه", "سرم تر شد", "پوست تر",
        "بافت آسیب دیده است", "نتیجه ام آر آی", "نتیجه ای سی جی", "راه ی", "همکاران", "می و معشوق",
        "نمیرد", "پیشگیری", "همچنین", "تصویربرداری", "به علت", "این\u200cگونه", "اینگونه", "علیها",
        "داروها", "روزها", "کارهای", "سرها", "۵۵ ساله", "Na ها",
    ],
)  # fmt: skip
def test_good_words_are_left_alone(text: str) -> None:
    text = text.replace("\u200c", ZWNJ)
    assert underlined(mended(text)) == underlined(text)


def test_joined_verbs_and_plurals_are_suggestions_and_the_rest_is_certain() -> None:
    certain = {found.typed: found.certain for found in missing_half_spaces("میشود روشها می شود")}
    assert certain == {"میشود": False, "روشها": False, "می شود": True}


@given(st.text(alphabet="ابتدرسشمنهویهاآ\u200c می", max_size=60))
def test_mending_is_idempotent_and_touches_no_letter(text: str) -> None:
    once = mended(text)
    assert mended(once) == once
    assert once.replace(ZWNJ, "").replace(" ", "") == text.replace(ZWNJ, "").replace(" ", "")
