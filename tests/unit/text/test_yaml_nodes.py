"""YAML as nodes with places: values stay text, nothing raises, nothing runs away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.diagnostics import Span
from casereport.text.yaml_nodes import (
    FATAL_KINDS,
    Mapping,
    Node,
    Scalar,
    Sequence,
    parse_yaml,
)

FILE = "case.yaml"


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def at(text: str, *route: str | int) -> Node:
    node = parse_yaml(text, FILE).root
    for part in route:
        if isinstance(node, Mapping) and isinstance(part, str):
            node = node.get(part)
        elif isinstance(node, Sequence) and isinstance(part, int):
            node = node.items[part]
    assert node is not None
    return node


def faults(text: str) -> list[tuple[str, int, int, str]]:
    found = parse_yaml(text, FILE).faults
    return [(fault.kind, fault.span.line, fault.span.column, fault.detail) for fault in found]


@pytest.mark.parametrize(
    "value", ["no", "1402-02-31", "0012", "1_000", "0x1F", "12:30:45", ".5", "<<"]
)
def test_scalars_stay_text(value: str) -> None:
    assert plain(parse_yaml(f"a: {value}", FILE).root) == {"a": value}


def test_nothing_tilde_and_null_are_null_but_not_in_quotes() -> None:
    text = "a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: |\n"
    root = parse_yaml(text, FILE).root
    assert isinstance(root, Mapping)
    null = {key.text for key, value in root.entries if isinstance(value, Scalar) and value.is_null}
    assert null == {"a", "b", "c"}


def test_columns_are_code_points_in_persian_text() -> None:
    text = "عنوان: «یافته\u200cها»  # توضیح\nb: [😀, x]\n"
    assert at(text, "عنوان").span == Span(FILE, 1, 8, 1, 18)
    assert at(text, "b", 1).span == Span(FILE, 2, 8, 2, 9)


def test_a_bom_counts_for_nothing_and_crlf_is_one_line_end() -> None:
    text = "\ufeffa: b\r\nc:\r\n  - d\r\n"
    assert at(text, "a").span == Span(FILE, 1, 4, 1, 5)
    assert at(text, "c", 0).span == Span(FILE, 3, 5, 3, 6)


def test_line_separators_that_editors_do_not_know_make_no_line() -> None:
    assert at("a: 'x\u2028y'\nb: c\n", "b").span == Span(FILE, 2, 4, 2, 5)


def test_a_block_ends_where_its_last_value_ends() -> None:
    text = "a:\n  b: c\n\n# comment\n\nd: |\n  text\n\n\ne: f\n"
    assert at(text, "a").span == Span(FILE, 2, 3, 2, 7)
    assert at(text, "d").span == Span(FILE, 6, 4, 7, 7)
    assert at("a: {b: c }\n", "a").span == Span(FILE, 1, 4, 1, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: c", ("tab", 2, 1, "\t")),
        ("a:\n  - b\n\t- c\n", ("tab", 3, 1, "\t")),
        ("a: b: c", ("unexpected-colon", 1, 5, ":")),
        ("a: 'x\nb: c", ("unclosed-quote", 1, 4, "'")),
        ("a: [x\nb: c", ("unclosed-bracket", 1, 4, "[")),
        ("a: @x", ("reserved-character", 1, 4, "@")),
        ("a: *", ("reserved-character", 1, 4, "*")),
        ('a: "\\q"', ("bad-escape", 1, 5, "\\")),
        ("- a\nb: c", ("bad-indentation", 2, 1, "b")),
        ("a: *y", ("unknown-alias", 1, 4, "y")),
        ("a: &x [1, *x]", ("recursive-alias", 1, 11, "x")),
        ("a: 1\nb: 2\na: 3", ("duplicate-key", 3, 1, "a")),
        ("? [a]\n: b", ("complex-key", 1, 3, "")),
        ("a: b\n---\nc: d", ("multiple-documents", 2, 1, "")),
        ("a: !!python/object x", ("tag", 1, 4, "!!python/object")),
        ("a: !!str x", ("tag", 1, 4, "!!str")),
        ("a: x\0", ("forbidden-character", 1, 5, "U+0000")),
        ('a: "\\0"', ("forbidden-character", 1, 4, "U+0000")),
        ("a: \ud800", ("forbidden-character", 1, 4, "U+D800")),
        ("a: x\ufeffy", ("forbidden-character", 1, 5, "U+FEFF")),
        ("a: x\x07", ("forbidden-character", 1, 5, "U+0007")),
    ],
)
def test_a_fault_is_named_and_placed(text: str, expected: tuple[str, int, int, str]) -> None:
    assert faults(text) == [expected]


def test_the_first_of_two_keys_counts_and_is_related() -> None:
    result = parse_yaml("a: 1\nb: 2\na: 3", FILE)
    assert plain(result.root) == {"a": "1", "b": "2"}
    assert result.faults[0].related == Span(FILE, 1, 1, 1, 2)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_deep_nesting_is_refused_and_does_not_kill(text: str) -> None:
    result = parse_yaml(text, FILE)
    assert result.root is None
    assert [fault.kind for fault in result.faults] == ["too-deep"]


def test_a_billion_laughs_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert [fault.kind for fault in parse_yaml("\n".join(lines), FILE).faults] == ["too-many-nodes"]


def test_aliases_count_towards_depth() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 100))]
    assert [fault.kind for fault in parse_yaml("\n".join(lines), FILE).faults] == ["too-deep"]


def test_an_alias_is_what_it_names() -> None:
    assert plain(parse_yaml("a: &x {b: c}\nd: *x", FILE).root) == {"a": {"b": "c"}, "d": {"b": "c"}}


def test_a_file_beyond_the_bound_is_not_parsed() -> None:
    assert [fault.kind for fault in parse_yaml("a: bcd", FILE, max_characters=5).faults] == [
        "too-large"
    ]


def test_comments_are_told_from_hashes_in_values() -> None:
    text = "# one\na: x#y # two\nb: 'z # no'\nc: |\n  d # no\n# three\n"
    found = parse_yaml(text, FILE).comments
    assert [(c.text, c.span.line, c.alone) for c in found] == [
        ("# one", 1, True),
        ("# two", 2, False),
        ("# three", 6, True),
    ]


CHARACTERS = "ab:-?[]{},#&*!|>'\"%@` \t\n\r\\0\u2028\x85\ufeff\ud800\x00\u0634\u06cc\u06f1~=<"
WORDS = ("  ", "\n  ", "\n- ", ": ", "a: ", "---\n", "...\n", "!!str ", "&a ", "*a ", "%YAML 1.1\n")
YAML_PIECES = st.lists(st.sampled_from((*CHARACTERS, *WORDS)), max_size=60)


@given(YAML_PIECES)
def test_no_text_raises_and_no_root_has_a_fatal_fault(pieces: list[str]) -> None:
    result = parse_yaml("".join(pieces), FILE)
    if result.root is not None:
        assert not {fault.kind for fault in result.faults} & FATAL_KINDS


@given(YAML_PIECES)
def test_a_plain_scalar_on_one_line_stands_where_its_span_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    waiting: list[Node | None] = [parse_yaml(text, FILE).root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [part for entry in node.entries for part in entry]
        elif isinstance(node, Sequence):
            waiting += node.items
        elif isinstance(node, Scalar) and not node.quoted and node.span.line == node.span.end_line:
            typed = lines[node.span.line - 1][node.span.column - 1 : node.span.end_column - 1]
            # An anchor, an alias or a tag belongs to the node; what is forbidden was replaced.
            if not typed.startswith(("&", "!", "*")) and "\ufffd" not in node.text:
                assert typed.split() == node.text.split()


def test_of_keys_that_stand_again_and_again_the_first_hundred_are_told() -> None:
    result = parse_yaml("a: 1\n" * 1_000 + "b: 2\n", "case.yaml")
    assert [fault.kind for fault in result.faults] == ["duplicate-key"] * 100
    assert isinstance(result.root, Mapping)
    assert [key.text for key, _ in result.root.entries] == ["a", "b"]
