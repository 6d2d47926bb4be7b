"""Mentions of figures and tables that are typed by hand."""

from __future__ import annotations

import doctest
import time
from types import ModuleType

import pytest

from casereport.checks.figures import _typed_mentions, _views
from casereport.checks.figures._typed_mentions import typed_mentions
from casereport.checks.figures._words import FloatKind, mention_words
from casereport.locale import available_languages
from casereport.reading.image_traces import values
from tests.pace import is_within


def numbers(text: str, language: str, kind: FloatKind = "fig") -> list[tuple[int, ...]]:
    return [found.numbers for found in typed_mentions(text, language, kind)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as Figure 2 shows", [(2,)]),
        ("(Fig. 2A)", [(2,)]),
        ("(fig 12)", [(12,)]),
        ("Figure\u00a03 (b)", [(3,)]),
        ("Figures 1, 2A and 4", [(1, 2, 4)]),
        ("Figs. 2-4", [(2, 3, 4)]),
        ("Figures 1 to 3; Figure 5", [(1, 2, 3), (5,)]),
        ("In Figure 2, 3 lesions are seen", [(2,)]),
        ("Figure No. 2", [(2,)]),
        ("Figures 9-999999", [(9,)]),
        ("figures of 2 patients", []),
        ("Figure 2.5", []),
        ("configure 2 things", []),
        ("a figure 2 x 2", []),
        ("Table 1", []),
    ],
)
def test_english_mentions_of_figures(text: str, found: list[tuple[int, ...]]) -> None:
    assert numbers(text, "en") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("در شکل ۲ دیده می\u200cشود", [(2,)]),
        ("(تصویر شماره ۳)", [(3,)]),
        ("(تصویر شماره\u200cی ۳)", [(3,)]),
        ("شکل 2 و شکل ٣", [(2,), (3,)]),
        ("تصاویر شماره ۱ تا ۳", [(1, 2, 3)]),
        ("شکل\u200cهای ۱، ۲ و ۴", [(1, 2, 4)]),
        ("تصویر ۲ (الف)", [(2,)]),
        ("به شکل ۲ توده", []),
        ("به شکل شماره ۲ نگاه کنید", [(2,)]),
        ("تصویر ۳ بعدی", []),
        ("تصویر ۳\u200cبعدی", []),
        ("شکل بیماری", []),
        ("جدول ۲", []),
    ],
)
def test_persian_mentions_of_figures(text: str, found: list[tuple[int, ...]]) -> None:
    assert numbers(text, "fa") == found


def test_mentions_of_tables() -> None:
    assert numbers("Tables 1 and 2, Table 3", "en", "tbl") == [(1, 2), (3,)]
    assert numbers("جدول شماره ۲ و جداول ۳ و ۴", "fa", "tbl") == [(2,), (3, 4)]
    assert numbers("جدول ۲ ستون دارد", "fa", "tbl") == []


def test_the_place_is_the_words_and_the_numbers() -> None:
    (found,) = typed_mentions("See Fig. 2A here", "en", "fig")
    assert "See Fig. 2A here"[found.start : found.end] == "Fig. 2A"


@pytest.mark.parametrize("language", available_languages())
@pytest.mark.parametrize("kind", ["fig", "tbl"])
def test_each_language_has_words(language: str, kind: FloatKind) -> None:
    assert mention_words(language, kind).one


@pytest.mark.parametrize(
    "unit",
    ["Figures 1, ", "Figure ", "شکل ۱ و ", "شکل\u200cهای ۱، ", "Figs. 1-", "1, ", "(", "fig. "],
)
def test_hostile_texts_are_read_in_good_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    for language in ("fa", "en"):
        list(typed_mentions(text, language, "fig"))
    assert is_within(time.process_time() - start, 1)  # a tenth of it on an idle machine


@pytest.mark.parametrize(
    "module", [_typed_mentions, _views, values], ids=lambda module: module.__name__
)
def test_the_examples_in_the_docstrings_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
