"""Edits at lines and columns: what no edit touches stays byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.diagnostics import Span, TextEdit
from casereport.text.edits import Change, Changes, Places, apply_changes


def edit(line: int, column: int, end_line: int, end_column: int, text: str) -> TextEdit:
    return TextEdit(Span("x", line, column, end_line, end_column), text)


def apply(text: str, *edits: TextEdit) -> str:
    places, changes = Places(text), Changes()
    for each in edits:
        change = places.change(each)
        assert change is not None
        assert not changes.meets(change)
        changes.add(change)
    return apply_changes(text, changes)


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_byte_order_mark_and_line_ends_stay_and_new_lines_take_the_file_s(bom: str, end: str) -> None:
    text = f"{bom}یک # c{end}\u200cدو  {end}سه"
    changed = apply(text, edit(1, 1, 1, 3, "۱"), edit(2, 2, 2, 4, "a\nb"))
    assert changed == f"{bom}۱ # c{end}\u200ca{end}b  {end}سه"


def test_a_span_over_lines_is_replaced_whole() -> None:
    assert apply("ab\ncd\nef", edit(1, 2, 3, 2, "-")) == "a-f"
    assert apply("ab\ncd\n", edit(2, 1, 3, 1, "")) == "ab\n"
    assert apply("ab", edit(1, 1, 2, 1, "")) == ""


@pytest.mark.parametrize("place", [(9, 1, 9, 1), (1, 4, 1, 4), (0, 1, 1, 1), (1, 0, 1, 1)])
def test_a_place_that_is_not_there_gives_no_change(place: tuple[int, int, int, int]) -> None:
    assert Places("ab\n").change(edit(*place, "x")) is None


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((0, 2), (2, 4), False),
        ((0, 3), (2, 4), True),
        ((0, 4), (1, 2), True),
        ((2, 2), (2, 2), True),
        ((2, 2), (2, 4), True),
        ((2, 2), (0, 1), False),
    ],
)
def test_changes_meet_where_their_order_would_matter(
    one: tuple[int, int], other: tuple[int, int], meet: bool
) -> None:
    first, second = Change(*one, "a"), Change(*other, "b")
    assert first.meets(second) is second.meets(first) is meet
    taken = Changes()
    taken.add(first)
    assert taken.meets(second) is meet


TEXTS = st.text(alphabet="ab \u0627\u200c\u202e\n\r\U0001f600", max_size=60)
SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60), st.text(alphabet="xy\u06cc", max_size=3))


@given(st.sampled_from(["", "\ufeff"]), TEXTS, st.lists(SPANS, max_size=8))
def test_untouched_text_is_byte_identical(
    bom: str, body: str, spans: list[tuple[int, int, str]]
) -> None:
    text = bom + body
    places, changes = Places(text), Changes()
    starts = [0, *(i + 1 for i, c in enumerate(body) if c == "\n" or (c == "\r" and body[i + 1 : i + 2] != "\n"))]

    def position(index: int) -> tuple[int, int]:
        line = sum(start <= index for start in starts)
        return line, index - starts[line - 1] + 1

    for start, length, replacement in spans:
        first = min(start, len(body))
        last = min(first + length, len(body))
        change = places.change(edit(*position(first), *position(last), replacement))
        if change is None:  # inside CR LF: no editor's place
            continue
        assert (change.start, change.end) == (first + len(bom), last + len(bom))
        if not changes.meets(change):
            changes.add(change)
    kept = list(changes)
    result = apply_changes(text, changes)
    position_now = position_then = 0
    for change in kept:
        untouched = text[position_then : change.start]
        assert result[position_now : position_now + len(untouched)] == untouched
        position_now += len(untouched) + len(change.replacement)
        position_then = change.end
    assert result[position_now:] == text[position_then:]
