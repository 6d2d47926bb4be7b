"""Isolates: made, taken off, counted, looked through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.characters import FSI, LRE, LRI, PDF, PDI, RLE, RLI, RLM, RLO
from casereport.text.isolates import (
    contained,
    first_strong,
    is_balanced,
    last_strong,
    ltr,
    rtl,
    split_isolates,
    strip_isolates,
)

mixed = st.text(alphabet=["a", "\u0628", "1", " ", LRI, RLI, FSI, PDI], max_size=30)


def test_isolates_enclose_a_text_and_nothing_else() -> None:
    assert ltr("a") == "\u2066a\u2069"
    assert rtl("a") == "\u2067a\u2069"
    assert first_strong("a") == "\u2068a\u2069"
    assert ltr("") == rtl("") == first_strong("") == ""


def test_strip_isolates_keeps_marks() -> None:
    assert strip_isolates(rtl(f"a{RLM}b")) == f"a{RLM}b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", True), (ltr(rtl("a")), True), (LRI, False), (PDI, False), (PDI + LRI, False)],
)
def test_balance(text: str, expected: bool) -> None:
    assert is_balanced(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CRP 12, ", "L"),
        ("CRP \u0628 ", "R"),
        ("\u0628 " + ltr("CRP") + " ", "R"),
        (ltr("CRP"), None),
        ("\u06f1\u06f2", None),
        (f"\u0628{LRI}CRP", "L"),
        ("a" + RLM, "R"),
        ("", None),
    ],
)
def test_last_strong_letter_outside_isolates(text: str, expected: str | None) -> None:
    assert last_strong(text) == expected


@given(mixed)
def test_stretches_make_up_the_text(text: str) -> None:
    stretches = list(split_isolates(text))
    assert "".join(stretch for stretch, _ in stretches) == text
    for stretch, isolated in stretches:
        if isolated:
            assert is_balanced(stretch)
            assert stretch[0] in LRI + RLI + FSI
            assert stretch[-1] == PDI
    if is_balanced(text):
        outside = "".join(stretch for stretch, isolated in stretches if not isolated)
        assert strip_isolates(outside) == outside


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (f"a {RLO}b{PDF} c", f"a {RLO}b{PDF} c"),
        (f"a {RLO}b", f"a {RLO}{PDF}b"),
        (f"a {LRE}{RLE}b{PDF}", f"a {LRE}{PDF}{RLE}b{PDF}"),
        (f"{RLI}a{RLO}b{PDI}c", f"{RLI}a{RLO}{PDF}b{PDI}c"),
        (f"{RLO}a{LRI}b{PDF}{PDI}{PDF}", f"{RLO}a{LRI}b{PDF}{PDI}{PDF}"),
        (f"a{PDI}b{LRI}c", f"a{FSI}{PDI}b{LRI}{PDI}c"),
        ("plain", "plain"),
    ],
)
def test_controls_act_on_nothing_outside_the_text(typed: str, expected: str) -> None:
    assert contained(typed) == expected
    assert contained(expected) == expected
