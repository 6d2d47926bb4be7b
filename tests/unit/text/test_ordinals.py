"""Ordinals in Persian words and in English figures."""

from __future__ import annotations

import pytest

from casereport.text.ordinals import LARGEST, english_ordinal, persian_ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "یکم"),
        (2, "دوم"),
        (3, "سوم"),
        (10, "دهم"),
        (13, "سیزدهم"),
        (19, "نوزدهم"),
        (20, "بیستم"),
        (23, "بیست و سوم"),
        (30, "سی\u200cام"),
        (31, "سی و یکم"),
        (50, "پنجاهم"),
        (100, "صدم"),
        (130, "صد و سی\u200cام"),
        (103, "صد و سوم"),
        (187, "صد و هشتاد و هفتم"),
        (999, "نهصد و نود و نهم"),
    ],
)
def test_persian_ordinal(number: int, words: str) -> None:
    assert persian_ordinal(number) == words


def test_persian_ordinals_all_differ() -> None:
    assert len({persian_ordinal(number) for number in range(1, LARGEST + 1)}) == LARGEST


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_number_without_persian_ordinal_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="not from 1 to 999"):
        persian_ordinal(number)


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (30, "30th"), (101, "101st"), (111, "111th"), (122, "122nd")],
)  # fmt: skip
def test_english_ordinal(number: int, text: str) -> None:
    assert english_ordinal(number) == text


def test_zero_has_no_english_ordinal() -> None:
    with pytest.raises(ValueError, match="no ordinal"):
        english_ordinal(0)
