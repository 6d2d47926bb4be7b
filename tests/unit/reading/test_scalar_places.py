"""Where each letter of a value of case.yaml stands, however the value is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.diagnostics import Span
from casereport.reading.markdown.fragment import read_fragment
from casereport.reading.markdown.positions import LineMap
from casereport.reading.scalar_places import stretches_of
from casereport.text.yaml_nodes import Mapping, Scalar, parse_yaml


def value_of(text: str) -> Scalar:
    root = parse_yaml(text, "case.yaml").root
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    return value


def place_of(word: str, text: str) -> tuple[int, int] | None:
    """Where ``word`` of the value of ``a`` is said to stand."""
    value = value_of(text)
    stretches = stretches_of(value.text, value.span, text.split("\n"))
    return LineMap("case.yaml", stretches).place(value.text.index(word)) if stretches else None


@pytest.mark.parametrize(
    "text",
    [
        "a: some HERE word\n",
        'a: "some HERE word"\n',
        "a: 'it''s some HERE word'\n",
        'a: "a \\"quoted\\" \\u0645 \\n\\t HERE word"\n',
        "a: >\n  folded\n  text HERE\n  goes on\n",
        "a: >-\n\n   folded\n\n   after a blank HERE\n",
        "a: |\n  literal\n    text HERE\n",
        "a: plain\n  over lines HERE\n",
        'a: "quoted\n  over \\\n  lines HERE"\n',
    ],
)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    line = text.split("\n")
    number = next(index for index, each in enumerate(line, 1) if "HERE" in each)
    assert place_of("HERE", text) == (number, line[number - 1].index("HERE") + 1)


def test_where_the_file_cannot_be_followed_there_is_no_map() -> None:
    assert place_of("x", "b: &x some x\na: *x\n") in {None, (1, 12)}
    assert stretches_of("other", Span("case.yaml", 1, 4, 1, 9), ["a: value"]) == ()
    assert stretches_of("", Span("case.yaml", 1, 4, 1, 4), ["a: "]) == ()
    assert stretches_of("x", Span("case.yaml", 9, 1, 9, 2), ["a: value"]) == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_two_texts_break_it(text: str, line: str) -> None:
    lines = line.split("\n")
    end = Span("case.yaml", 1, 1, len(lines), len(lines[-1]) + 1)
    for offset, number, column in stretches_of(text, end, lines):
        assert 0 <= offset < len(text)
        assert 1 <= number <= len(lines)
        assert 1 <= column <= len(lines[number - 1])


def test_a_fault_in_a_caption_points_at_itself() -> None:
    text = 'a: "small, <b>red</b> cells"\n'
    value = value_of(text)
    found = read_fragment(value.text, value.span, text.split("\n")).diagnostics
    assert [(each.span.column, each.span.end_column) for each in found] == [(12, 15), (18, 22)]
