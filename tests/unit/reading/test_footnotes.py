"""Marks and notes: circles, notes that nothing calls, however many there are."""

from __future__ import annotations

import pytest

from casereport.reading.markdown import read_narrative, uncalled_notes

HEAD = "## Discussion\n"


def told(text: str) -> list[tuple[str, int, int]]:
    found = read_narrative(HEAD + text, "en.md", "en").diagnostics
    return [(each.code, each.span.line, each.span.column) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x[^a]\n\n[^a]: see[^a]\n", [("SRC016", 4, 10)]),
        ("x[^a]\n\n[^a]: see[^b]\n\n[^b]: see *it[^a]*\n", [("SRC016", 6, 14)]),
        ("x[^a]\n\n[^a]: b ^[inside, see[^a]]\n", [("SRC016", 4, 22)]),
        ("x[^a]\n\n[^a]: > see\n    > [^c]\n\n[^c]: fine\n", []),
        ("x[^a] y[^b]\n\n[^a]: see[^b]\n\n[^b]: fine\n", []),
    ],
)
def test_a_circle_is_told_once_at_the_mark_that_closes_it(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert told(text) == expected


def test_the_notes_of_a_circle_are_named() -> None:
    text = HEAD + "x[^z]\n\n[^z]: see[^a]\n\n[^a]: see[^b]\n\n[^b]: see[^a]\n"
    (found,) = read_narrative(text, "en.md", "en").diagnostics
    assert found.message.values["labels"] == ("a", "b")


def test_thousands_of_notes_one_in_the_other_are_read() -> None:
    notes = "\n\n".join(f"[^n{i}]: see[^n{i + 1}]" for i in range(5_000))
    assert told(f"x[^n0]\n\n{notes}\n\n[^n5000]: end\n") == []


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("x\n\n[^a]: never\n", "", [("SRC007", "warning", 4)]),
        ("x[^a]\n\n[^a]: note\n", "", []),
        ("x[^b]\n\n[^a]: note\n\n[^b]: see[^a]\n", "", []),
        ("x\n\n[^a]: note\n", "caption: Words.[^a]\n", []),
        ("### Called[^a]\n\n[^a]: note\n", "", []),
        ("x^[a note]\n", "", []),
    ],
)
def test_a_note_that_no_mark_calls_is_a_warning(
    text: str, case: str, expected: list[tuple[str, str, int]]
) -> None:
    read = read_narrative(HEAD + text, "en.md", "en")
    found = uncalled_notes(read.narrative, case)
    assert [(each.code, each.severity.value, each.span.line) for each in found] == expected
