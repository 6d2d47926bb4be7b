"""The tables of words: sound themselves, and of no word two things are said."""

from __future__ import annotations

import re

import pytest

from casereport.text.orthography import compounds, lexicon_en, lexicon_fa, verbs
from casereport.text.orthography.arabic_characters import foreign_letters
from casereport.text.orthography.half_spaces import missing_half_spaces
from casereport.text.orthography.near_misses import suspected_english, suspected_persian
from casereport.text.orthography.words import entries

RIGHT_PERSIAN = {
    *entries(lexicon_fa.TERMS),
    *entries(lexicon_fa.COMMON),
    *(right.replace("_", "\u200c") for right in lexicon_fa.MISSPELLINGS.values()),
}


def test_no_right_word_is_suspected_or_lacks_a_half_space() -> None:
    wrong = {word: suspected_persian(word) for word in RIGHT_PERSIAN if suspected_persian(word)}
    assert wrong == {}
    assert [f.typed for word in RIGHT_PERSIAN for f in missing_half_spaces(word)] == []


def test_no_right_english_word_is_suspected() -> None:
    right = {
        *lexicon_en.TERMS.split(),
        *lexicon_en.NEIGHBOURS.split(),
        *(word.lower() for word in lexicon_en.MISSPELLINGS.values()),
        *lexicon_en.VARIANTS.replace(";", " ").split(),
    }
    assert {word: suspected_english(word) for word in right if suspected_english(word)} == {}


def test_a_listed_misspelling_is_no_term() -> None:
    assert not set(lexicon_fa.MISSPELLINGS) & {*lexicon_fa.TERMS.split()}
    assert not set(lexicon_en.MISSPELLINGS) & {*lexicon_en.TERMS.split()}


@pytest.mark.parametrize(
    "table",
    [
        lexicon_fa.TERMS, lexicon_fa.COMMON, lexicon_fa.VARIANTS, compounds.BOTH, compounds.JOINED,
        compounds.SPACED, verbs.PRESENT_STEMS, verbs.PAST_STEMS,
    ],
)  # fmt: skip
def test_persian_tables_hold_persian_letters_alone(table: str) -> None:
    assert re.fullmatch(r"[\u0621-\u06cc_=\s]+", table)
    assert list(foreign_letters(table)) == []


def test_compounds_are_not_mended_twice() -> None:
    for right in (*compounds.joined_compounds().values(), *compounds.spaced_compounds().values()):
        assert [found.typed for found in missing_half_spaces(right)] == []


@pytest.mark.parametrize(
    "word",
    [
        "injection", "rejection", "nephrology", "hepatology", "pupillary", "precordial", "vasculitic",
        "calcinoses", "erythematosus", "phonophobia", "dysphoria", "arteritis", "tracheotomy",
        "haemorrhage", "hypercalcaemia", "leucocytosis", "oesophageal", "tumours", "diagnoses",
        "macrocytic", "hypotension", "intercranial", "fibrotic", "metastases", "immunosuppressed",
    ],
)  # fmt: skip
def test_neighbours_of_terms_are_words(word: str) -> None:
    assert suspected_english(word) is None


@pytest.mark.parametrize(
    "word",
    [
        "کورتیکواستروید", "هیپوکالمی", "هیپرکالمی", "ماکروسفالی", "کلسیفیکاسیونی", "همیشگی", "زندگی",
        "بیمارستان\u200cهای", "سیستمیکی", "رادیولوژیست\u200cها", "نوترونی", "توکسوپلاسموزی", "گرسنگان",
    ],
)  # fmt: skip
def test_forms_of_persian_terms_are_words(word: str) -> None:
    assert suspected_persian(word) is None
