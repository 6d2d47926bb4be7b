"""Page ranges: full and short, and what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.references.pages import PageRange, format_pages


@pytest.mark.parametrize(
    ("typed", "full", "minimal"),
    [
        ("805-812", "805-812", "805-12"),
        ("1-12", "1-12", "1-12"),
        ("44-448", "44-448", "44-448"),
        ("454-545", "454-545", "454-545"),
        ("281-183", "281-183", "281-183"),
        ("1646-1654", "1646-1654", "1646-54"),
        ("805-12", "805-812", "805-12"),
        ("1341–1343", "1341-1343", "1341-3"),
        ("e1262-e1264", "e1262-e1264", "e1262-e1264"),
        ("S93-9", "S93-9", "S93-9"),
        ("e3585", "e3585", "e3585"),
        ("12-15, 20-25", "12-15, 20-25", "12-5, 20-5"),
        ("۱۶۶-۱۷۲", "166-172", "166-72"),
        ("100-100", "100-100", "100-100"),
        ("in press", "in press", "in press"),
        ("", "", ""),
    ],
)
def test_pages_print_in_full_and_short(typed: str, full: str, minimal: str) -> None:
    assert format_pages(typed, "full") == full
    assert format_pages(typed, "minimal") == minimal


@pytest.mark.parametrize(
    ("typed", "backwards", "count"),
    [
        ("281-183", True, None),
        ("805-12", False, 8),
        ("44-448", False, 405),
        ("e1262-e1264", False, None),
        ("7", False, 1),
    ],
)
def test_a_range_knows_its_direction_and_its_length(
    typed: str, backwards: bool, count: int | None
) -> None:
    pages = PageRange.parse(typed)
    assert pages is not None
    assert (pages.runs_backwards, pages.page_count) == (backwards, count)


@given(st.integers(1, 99_999), st.integers(0, 2000))
def test_a_short_range_read_again_is_the_same_range(first: int, length: int) -> None:
    pages = PageRange(str(first), str(first + length))
    again = PageRange.parse(pages.format("minimal"))
    assert again is not None
    assert again.full_last == pages.last


@given(st.text(max_size=60))
def test_any_text_prints(text: str) -> None:
    assert isinstance(format_pages(text, "minimal"), str)
