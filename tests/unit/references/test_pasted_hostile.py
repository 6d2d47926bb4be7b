"""No text raises, every span lies in the text, and time grows with the length alone."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casereport.references import pasted, read_references
from tests.pace import is_within

DATA = Path(__file__).resolve().parents[2] / "data" / "references"
STRINGS = [
    case["text"]
    for cases in yaml.safe_load((DATA / "pasted-references.yaml").read_text("utf-8")).values()
    for case in cases
]
PIECES = st.sampled_from(
    ["Boulman N", "de Paula DR", ", ", "; ", ". ", ": ", "et al", "editors", "Calcinosis cutis", "?",
     "J Rheumatol", "2005", ";", "34", "(6)", ":", "805-12", "e3585", "Suppl 1", "In: ", "2nd ed",
     "London", "Elsevier", "p. 1-2", "[dissertation]", "[Internet]", "[cited 2020 Jan 5]", "doi:",
     "10.1000/182", "https://a.org/b", "PMID: 12", "(Persian)", "[", "]", "(", ")", "\n", "\n\n",
     "1. ", "[2] ", "۳- ", "مبینی م", "، ", "؛ ", "و همکاران", "مجله پزشکی", "۱۳۹۹", "چاپ دوم", "ص ۱۲-۲۰",
     "پایان\u200cنامه", "دوره ۳", "شماره ۲", "\u200f", "\u00a0", "*", "-", " ", "World Health Organization",
     "Accessed May 5, 2019", "Vol. 2", "Proceedings", "In press", "99999999999999999999", "2005 Feb 31"]
)  # fmt: skip
QUICK = settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
ADVERSARIAL = [
    "A", "a ", "1", "1-", "(1)", ". ", "; ", "2005 ", "2005; 1(1): ", "Aa A, ", "A. ", "In: ", "*a*",
    "doi:10.1000/", "https://", "[cited ", "p. 1-", "Suppl ", "مم م، ", "و ", "دوره ۱ ", "et al ", "de ",
    "\n", "1. ", "\n1. A ", "Inc. \nم ۱. ", "Suppl In: 1\n", "(Eds.) ", "[thesis", "World Group ",
    "1 Jan ", "10.1000/a[", "A-", "d'", "Jan ", "\u200c", "2005a ", "A, 1", "Published ",
]  # fmt: skip


def check(text: str) -> None:
    read = read_references("references.txt", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for reference in read.references:
        assert reference.citekey
        assert bool(reference.unparsed) != bool(reference.title)
        for _, span in reference.spans:
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.end_column <= len(lines[span.end_line - 1]) + 1


@QUICK
@given(st.lists(PIECES, max_size=30).map("".join))
def test_pieces_of_references_in_any_order_are_read(text: str) -> None:
    check(text)


@QUICK
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read_references("references.txt", text)


@QUICK
@given(st.sampled_from(STRINGS), st.data())
def test_a_reference_with_something_cut_out_is_read(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    check(text[:start] + text[end:])


@pytest.mark.parametrize("piece", ADVERSARIAL)
@pytest.mark.parametrize("before", ["", "Smith J. Title. "])
def test_text_made_to_be_slow_takes_time_by_its_length_alone(piece: str, before: str) -> None:
    entry = before + (piece * 2500)[:2480] + " Lancet 2005;3:4-5."
    text = "\n\n".join([entry] * 40)[:100_000]
    begin = time.process_time()
    read_references("references.txt", text)
    assert is_within(time.process_time() - begin, 1.5)


def test_five_thousand_entries_take_less_than_three_seconds() -> None:
    text = "\n".join(f"{n + 1}. {STRINGS[n % len(STRINGS)]}" for n in range(5000))
    begin = time.process_time()
    read = read_references("references.txt", text)
    assert len(read.references) == 5000
    assert is_within(time.process_time() - begin, 3)


def test_one_entry_of_any_length_is_kept_whole_at_once() -> None:
    begin = time.process_time()
    (reference,) = read_references("references.txt", "1. " + "Boulman N, " * 200_000).references
    assert reference.unparsed
    assert is_within(time.process_time() - begin, 3)


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern of the package, whole ones in tuples too."""
    found: list[tuple[str, re.Pattern[str]]] = []
    for info in pkgutil.iter_modules(pasted.__path__):
        module = importlib.import_module(f"{pasted.__name__}.{info.name}")
        for name, value in vars(module).items():
            values = value if isinstance(value, tuple) else (value,)
            found += [(f"{info.name}.{name}", one) for one in values if isinstance(one, re.Pattern)]
    return found


ANCHORED = {"imprints._PUBLISHER_YEAR", "works._UNIVERSITY_YEAR"}
"""Tried at one place of an entry alone: the end of a sentence."""


@pytest.mark.parametrize(("name", "pattern"), patterns(), ids=lambda value: str(value)[:40])
def test_each_pattern_is_linear(name: str, pattern: re.Pattern[str]) -> None:
    for piece in (
        "A",
        "a ",
        "1-",
        "1, ",
        ". ",
        "2005; 1(1): ",
        "Aa A, ",
        "مم م، ",
        "م",
        "A-",
        "  ",
        "[",
    ):
        text = (piece * 20_000)[:20_000]
        begin = time.process_time()
        if name in ANCHORED:
            pattern.match(text)
        else:
            for _ in pattern.finditer(text):
                pass
        assert is_within(time.process_time() - begin, 0.1), piece
