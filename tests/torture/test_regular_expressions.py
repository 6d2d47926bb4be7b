"""The scorecard's row on regular expressions; each has its own test in every run."""

from __future__ import annotations

import pytest

from tests.test_regular_expressions import ALLOWANCE, BOUND, SIZE, patterns, slow_texts, use_of
from tests.torture.conftest import Score


def test_every_regular_expression_is_fast_on_hostile_text(score: Score, is_long: bool) -> None:
    if not is_long:
        pytest.skip("tests/test_regular_expressions.py has each")
    slow = [
        place
        for place, pattern in patterns().items()
        if slow_texts(pattern, use_of(place), part=SIZE // 5)
    ]
    score(
        "regular expressions on hostile text",
        target=f"each below {BOUND * 1000:.0f} ms on {SIZE // 1000} kB",
        measured=f"{len(patterns())} of them, {len(slow)} slower ({ALLOWANCE:.0f} times allowed)",
    )
    assert not slow
