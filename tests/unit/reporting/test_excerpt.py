"""The line of a finding, its stretch marked so that it reads right in both directions."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from casereport.diagnostics import Span
from casereport.reporting.excerpt import excerpt
from casereport.text.characters import FSI, PDI
from casereport.text.isolates import is_balanced
from tests.pace import is_within

PERSIAN = "بیمار کرست داشت"


def span(line: int, column: int, end: int, end_line: int | None = None) -> Span:
    return Span("x", line, column, end_line or line, end)


def test_a_latin_line_is_underlined_by_carets() -> None:
    found = excerpt("one\ntwo three four\n", span(2, 5, 10))
    assert found is not None
    assert found.line() == "two three four"
    assert found.carets == "    ^^^^^"


def test_a_persian_line_is_marked_by_brackets_and_isolated() -> None:
    found = excerpt(PERSIAN, span(1, 7, 11))
    assert found is not None
    assert found.carets == ""
    marked = PERSIAN.replace("کرست", "\u27e6کرست\u27e7")
    assert found.line() == f"{FSI}{marked}{PDI}"


def test_indentation_is_left_out_and_the_carets_still_stand_under_the_stretch() -> None:
    found = excerpt("    age: 44\n", span(1, 10, 12))
    assert found is not None
    assert (found.line(), found.carets) == ("age: 44", "     ^^")


def test_a_stretch_over_several_lines_is_shown_to_the_end_of_the_first() -> None:
    found = excerpt("one two\nthree\n", span(1, 5, 3, end_line=2))
    assert found is not None
    assert (found.line(), found.carets) == ("one two", "    ^^^")


def test_a_point_is_one_caret() -> None:
    found = excerpt("languages: [fa, en\n", span(1, 12, 12))
    assert found is not None
    assert found.carets == " " * 11 + "^"


def test_a_long_line_is_cut_at_words_round_the_stretch() -> None:
    text = "word " * 100 + "HERE" + " tail" * 100
    found = excerpt(text, span(1, 501, 505))
    assert found is not None
    line = found.line()
    assert len(line) <= 80
    assert line.startswith("\u2026word")
    assert line.endswith("tail\u2026")
    assert found.marked == "HERE"
    assert line.index("HERE") == found.carets.index("^")


def test_nothing_is_shown_for_a_file_as_a_whole_or_a_blank_or_absent_line() -> None:
    assert excerpt("one\n", Span.start_of("x")) is None
    assert excerpt("one\n\n", span(2, 1, 1)) is None
    assert excerpt("one\n", span(9, 1, 2)) is None
    assert excerpt("", span(1, 1, 2)) is None


def test_line_ends_and_a_byte_order_mark_are_not_counted() -> None:
    found = excerpt("\ufeffone\r\ntwo\u2028\x0cstill two\r\n", span(2, 1, 4))
    assert found is not None
    assert found.marked == "two"
    assert "still two" in found.line()


def test_control_characters_of_the_file_do_not_reach_the_terminal() -> None:
    found = excerpt("a\x1b[31m b\u202ec\n", span(1, 1, 2))
    assert found is not None
    assert "\x1b" not in found.line()
    assert "\u202e" not in found.line()


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=200),
    st.integers(1, 5),
    st.integers(1, 250),
    st.integers(0, 250),
)
def test_any_text_and_any_place_give_one_short_safe_line(
    text: str, line: int, column: int, length: int
) -> None:
    found = excerpt(text, span(line, column, column + length))
    if found is None:
        return
    told = found.line()
    assert "\n" not in told
    assert "\x1b" not in told
    assert is_balanced(told)
    assert len(found.before) + len(found.after) <= 160


def test_a_tab_that_is_the_finding_is_seen_above_its_caret() -> None:
    found = excerpt("patient:\n\tage: 44\n", span(2, 1, 2))
    assert found is not None
    assert (found.line(), found.carets) == ("\u2192age: 44", "^")


def test_spaces_that_are_the_finding_are_seen_in_a_persian_line() -> None:
    found = excerpt("بیمار  داشت", span(1, 6, 8))
    assert found is not None
    assert "\u27e6\u00b7\u00b7\u27e7" in found.line()


def test_a_stretch_longer_than_the_line_of_a_terminal_is_cut() -> None:
    found = excerpt("a " + "word " * 100 + "z", span(1, 3, 504))
    assert found is not None
    assert found.before == "a "
    assert found.marked.endswith("word\u2026")
    assert len(found.marked) <= 76 - 16
    assert found.after == ""


def test_many_findings_in_a_line_that_is_a_whole_file_are_cheap() -> None:
    line = '  {"id": "a"},' * 150_000
    start = time.process_time()
    for column in range(1_000_000, 1_000_300):
        found = excerpt(line, span(1, column, column + 4))
        assert found is not None
        assert found.before.startswith("\u2026")
        assert found.after.endswith("\u2026")
    taken = time.process_time() - start
    assert is_within(taken, 1), f"{taken:.1f} s"
