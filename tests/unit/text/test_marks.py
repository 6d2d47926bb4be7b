"""Marks piled on one letter are found, and writing as it is written is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.marks import excess_marks, without_excess_marks

PILE = "\u0301" * 50


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a" + PILE, [(21, 51)]),
        (PILE, [(20, 50)]),
        (f"a{PILE}b{PILE}", [(21, 51), (72, 102)]),
        (f"a{PILE}\u2026", [(21, 51)]),
        (f"a{PILE}\u2026{PILE}", [(21, 51), (72, 102)]),
        ("\u2026" * 50, []),
        ("ب\u0650س\u0652م\u0650 الل\u0651\u0670ه\u0650 " * 20, []),
    ],
)
def test_only_marks_beyond_the_limit_are_found(text: str, found: list[tuple[int, int]]) -> None:
    assert list(excess_marks(text, 20)) == found


def test_a_stand_in_keeps_every_place() -> None:
    text = f"a{PILE}b"
    cut = without_excess_marks(text, 20, stand_in="\ufffd")
    assert len(cut) == len(text)
    assert cut == "a" + "\u0301" * 20 + "\ufffd" * 30 + "b"


@given(st.text(st.sampled_from("ab\u0301\u064e\u0903\u20dd\u2026\u200c م"), max_size=60))
def test_what_is_left_has_no_pile_and_the_rest_is_untouched(text: str) -> None:
    cut = without_excess_marks(text, 3)
    assert list(excess_marks(cut, 3)) == []

    def plain(value: str) -> str:
        return "".join(c for c in value if unicodedata.category(c)[0] != "M")

    assert plain(cut) == plain(text)
