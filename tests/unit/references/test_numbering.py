"""Citation numbers."""

from __future__ import annotations

from casereport.references import number_by_first_appearance


def test_numbers_follow_first_appearance() -> None:
    assert number_by_first_appearance(["c", "a", "c", "b", "a"]) == {"c": 1, "a": 2, "b": 3}


def test_no_citation_gives_no_number() -> None:
    assert number_by_first_appearance([]) == {}
