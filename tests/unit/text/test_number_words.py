"""Numbers in words."""

from __future__ import annotations

import pytest

from casereport.text.number_words import read_number_words, spelled_numbers
from casereport.text.ordinals import persian_number_words, persian_ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one", 1), ("nineteen", 19), ("forty", 40), ("forty-four", 44), ("Forty four", 44),
        ("a hundred", 100), ("two hundred and five", 205), ("nine hundred ninety-nine", 999),
        ("یک", 1), ("سی", 30), ("چهل و چهار", 44), ("صد و بیست و سه", 123), ("نهصد و نود و نه", 999),
    ],
)  # fmt: skip
def test_a_cardinal_in_words_has_its_value(text: str, value: int) -> None:
    assert read_number_words(text) == value


@pytest.mark.parametrize("text", ["", "two three", "hundred", "سه و چهار", "دو سه", "fortyfour", "44"])
def test_what_is_no_one_number_is_none(text: str) -> None:
    assert read_number_words(text) is None


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert [one.value for one in spelled_numbers("سه و چهار")] == [3, 4]
    assert [one.value for one in spelled_numbers("two and three")] == [2, 3]


def test_ordinals_and_multiples_are_numbers_too() -> None:
    text = "the tenth, twice; \u0645\u0647\u0631\u0647 \u062f\u0647\u0645"
    assert [one.value for one in spelled_numbers(text)] == [10, 2, 10]


def test_a_word_inside_a_word_is_none() -> None:
    assert spelled_numbers("someone, often, weight, \u062f\u0648\u0631\u0647") == ()


@pytest.mark.parametrize("number", [1, 3, 10, 21, 30, 33, 99, 100, 101, 345, 999])
def test_persian_ordinals_of_our_own_are_read_back(number: int) -> None:
    (found,) = spelled_numbers(persian_ordinal(number))
    assert found.value == number


def test_every_single_persian_word_is_its_number() -> None:
    words = {word: value for word, value in persian_number_words().items() if value}
    assert len(words) == 36
    assert {word: read_number_words(word) for word in words} == words
