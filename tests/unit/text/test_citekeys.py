"""Citekeys in typed text, renamed."""

from __future__ import annotations

import time

import pytest

from casereport.text.citekeys import renamed

KEYS = {"b": "a", "smith-2001": "jones:2002"}


def after(text: str) -> str:
    for start, end, new in reversed(list(renamed(text, KEYS))):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[@b]", "[@a]"),
        ("[@a; @b]", "[@a]"),
        ("[@b; @a; @c]", "[@a; @c]"),
        ("[see @b, p. 3; @a]", "[see @a, p. 3]"),
        ("[@a; @b, p. 3]", "[@a; @a, p. 3]"),
        ("[@a; @a]", "[@a; @a]"),
        ("Text @b.", "Text @a."),
        ("@b's, (@b)", "@a's, (@a)"),
        ("@smith-2001, [@smith-2001]", "@jones:2002, [@jones:2002]"),
        ("@smith-2001a @bb @b2 @b:c", "@smith-2001a @bb @b2 @b:c"),
        ("mail me@b or me.too@b", "mail me@b or me.too@b"),
        ("گزارش شد[@b]؛ و@b", "گزارش شد[@a]؛ و@a"),
        ("[-@b]", "[-@a]"),
        ("caption: {fa: متن [@b; @c]}", "caption: {fa: متن [@a; @c]}"),
    ],
)
def test_only_the_keys_themselves_change(text: str, wanted: str) -> None:
    assert after(text) == wanted


@pytest.mark.parametrize("piece", ["[", "[@", "@", "[@b;", "@b", "[;", "]["])
def test_hostile_text_costs_no_time(piece: str) -> None:
    begin = time.perf_counter()
    list(renamed(piece * 50_000, KEYS))
    assert time.perf_counter() - begin < 1.0
