"""The words of the checklist: both languages have the same lists, found quickly and in any spelling."""

from __future__ import annotations

import time

import pytest

from casereport.checks.care._evaluation.phrases import find_phrase, word_lists
from casereport.checks.care._evaluation.reading import sentences_in
from casereport.locale import available_languages
from tests.pace import is_within

LISTS = sorted(word_lists("en"))


def test_every_language_has_the_same_lists_and_none_is_empty() -> None:
    for language in available_languages():
        assert sorted(word_lists(language)) == LISTS
        assert all(word_lists(language).values())


@pytest.mark.parametrize("language", available_languages())
def test_no_phrase_stands_twice_in_a_list(language: str) -> None:
    for name, phrases in word_lists(language).items():
        assert len(set(phrases)) == len(phrases), name


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("The pain Improved.", "outcome", "en"),
        ("A splenectomy was done.", "operation", "en"),
        ("سابقهٔ خانوادگی نداشت.", "family", "fa"),
        ("داروی خود را به\u200cطور منظم خورد.", "adherence", "fa"),
        ("داروی خود را به طور منظم خورد.", "adherence", "fa"),
        ("داروی خود را بهطور منظم خورد.", "adherence", "fa"),
        ("بيماري نادر است.", "novelty", "fa"),
    ],
)
def test_a_phrase_is_found_in_any_spelling(text: str, name: str, language: str) -> None:
    assert find_phrase(text, name, language)


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("It was disapproved.", "outcome", "en"),
        ("a mango", "negation", "en"),
        ("صدرنشین", "negation", "fa"),
        ("The pain improved.", "no-such-list", "en"),
        ("The pain improved.", "outcome", "de"),
    ],
)
def test_a_part_of_a_word_is_no_phrase(text: str, name: str, language: str) -> None:
    assert not find_phrase(text, name, language)


def test_sentences_end_at_marks_and_not_in_numbers() -> None:
    text = "Calcium was 9.9 mg/dL; CRP was low. Really?! بله؟ نه."
    assert list(sentences_in(text)) == [
        "Calcium was 9.9 mg/dL;", "CRP was low.", "Really?!", "بله؟", "نه.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "piece", ["a", "no ", "did not ", ". ", ".", "(1", "نمی\u200c", "به ", " ", "ectomy", "؟!"]
)
def test_searching_is_linear(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    sum(1 for _ in sentences_in(text[:200]))
    for language in available_languages():
        find_phrase("x", "negation", language)
        for name in LISTS:
            begun = time.process_time()
            find_phrase(text, name, language)
            assert is_within(time.process_time() - begun, 0.1), name
    begun = time.process_time()
    sum(1 for _ in sentences_in(text))
    assert is_within(time.process_time() - begun, 0.5)
