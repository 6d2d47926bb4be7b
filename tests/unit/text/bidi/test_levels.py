"""Levels of texts in the shape of papers, hostile texts, and agreement with python-bidi."""

from __future__ import annotations

import subprocess
import sys

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.bidi import base_level, embedding_levels, visual_order

PERSIAN = "\u0628\u06cc\u0645\u0627\u0631"


def shown(text: str, base: int) -> str:
    return "".join(text[i] for i in visual_order(embedding_levels(text, base_level=base)))


def test_a_range_after_a_persian_letter_turns_round() -> None:
    text = f"{PERSIAN} \u06f1\u06f8-\u06f4\u06f9"
    assert shown(text, 1).startswith("\u06f4\u06f9-\u06f1\u06f8")


def test_a_term_with_its_brackets_reads_as_one_after_latin() -> None:
    text = f"{PERSIAN} CRP (C-reactive protein) {PERSIAN}"
    assert "CRP (C-reactive protein)" in shown(text, 1)


def test_the_first_letter_gives_the_base_past_an_isolate() -> None:
    assert base_level(f"\u2066abc\u2069 {PERSIAN}") == 1
    assert base_level("12 (a)") == 0
    assert base_level("12") == 0


def test_paragraphs_of_one_text_have_their_own_bases() -> None:
    assert embedding_levels(f"a\n{PERSIAN[0]}") == (0, 0, 1)


def test_no_text_has_no_levels() -> None:
    assert embedding_levels("") == ()


LETTERS = st.sampled_from("ab \u0628\u06cc12\u06f1\u06f2()[],.-/%\u060c")


@given(st.text(LETTERS, max_size=30), st.sampled_from([0, 1]))
def test_the_order_is_that_of_python_bidi(text: str, base: int) -> None:
    mirrored = str.maketrans("()[]", ")(][")
    levels = embedding_levels(text, base_level=base)
    ours = "".join(
        text[i].translate(mirrored) if levels[i] % 2 else text[i] for i in visual_order(levels)
    )
    # python-bidi leaves brackets as they are: take the mirroring out of the comparison.
    plain = "".join(text[i] for i in visual_order(levels))
    theirs = get_display(text, base_dir="R" if base else "L")
    assert theirs in {ours, plain}


HOSTILE = {
    "isolates": "'\\u2068' * 50_000 + 'a' + '\\u2069' * 50_000",
    "unclosed": "'\\u2067' * 100_000",
    "embeddings": "'\\u202b' * 100_000",
    "brackets": "'(' * 50_000 + ')' * 50_000",
    "pairs": "'(a)(\\u0627)' * 17_000",
    "marks": "'a' + '\\u0300' * 100_000",
    "lines": "'a\\n' * 50_000",
    "surrogates": "'\\ud800' * 100_000",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end(name: str) -> None:
    program = (
        "from casereport.text.bidi import embedding_levels\n"
        f"text = {HOSTILE[name]}\n"
        "assert len(embedding_levels(text, base_level=1)) == len(text)\n"
    )
    # Bounds a quadratic run (minutes), not a slow machine: it takes under a second.
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
