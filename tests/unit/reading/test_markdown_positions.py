"""Every piece of text stands where its span says, whatever Markdown it stands in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casereport.diagnostics import Span
from casereport.model.narrative import Code, Paragraph, TableBlock, TextRun
from casereport.reading.markdown import read_narrative

CHARACTERS = "ab:-?[]{}(),#&*!|>'\"%@` \t\n\\0x\u2028\u0634\u06cc\u06f1~=<^_$.;\u200c\u00ab\u00bb"
WORDS = (
    "  ", "\n  ", "\n- ", "\n> ", "\n1. ", "::: ", "\n:::\n", "\n::: labs\n", "{{ a }}", "[@a; @b]",
    "@fig-a", "[x]{lang=en}", "\n\n", "\n## A {#b}\n", "| a | b |\n|---|---|\n| c | d |\n",
    "[^1]", "\n[^1]: n\n", "^[n]", "<!-- c -->", "<b>", "```\n", "&amp;", "\\*", "**", "~~",
    "---\n", "\n    ", "![a](b)", "<http://a.b>", "[a](http://b)", "[r]", "\n[r]: http://x\n",
)  # fmt: skip
MARKDOWN = st.lists(st.sampled_from((*CHARACTERS, *WORDS)), max_size=80).map("".join)


def nodes(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for part in value:
            yield from nodes(part)
    elif dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from nodes(getattr(value, field.name))


def runs(markdown: str) -> list[TextRun]:
    narrative = read_narrative(markdown, "fa.md", "fa").narrative
    return [
        node
        for node in nodes((narrative.sections, narrative.footnotes))
        if isinstance(node, TextRun)
    ]


def cut(markdown: str, span: Span) -> str:
    lines = markdown.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@settings(deadline=None, max_examples=300)
@given(MARKDOWN)
def test_every_character_stands_where_its_run_places_it(markdown: str) -> None:
    for run in runs(markdown):
        for offset, character in enumerate(run.text):
            typed = cut(markdown, run.place(offset, offset + 1))
            # A line end is a space; an escape begins with \ and an entity with &.
            assert (
                typed == character
                or (character == " " and typed in {"", " "})
                or typed in {"&", "\\"}
            )


@settings(deadline=None, max_examples=300)
@given(MARKDOWN)
def test_a_run_as_typed_is_the_text_at_its_span(markdown: str) -> None:
    for run in runs(markdown):
        typed = cut(markdown, run.span)
        # A space that a line end became has no character; an escape or entity says another one.
        if not run.marks and "\\" not in typed and "&" not in typed:
            assert typed.rstrip() == run.text.rstrip()


@settings(deadline=None)
@given(MARKDOWN)
def test_no_text_raises_and_every_node_has_a_place_in_the_file(markdown: str) -> None:
    result = read_narrative(markdown, "fa.md", "fa")
    last = markdown.count("\n") + 1
    for node in nodes((result.narrative.sections, result.narrative.footnotes)):
        span = getattr(node, "span", None)
        if isinstance(span, Span):
            assert span.file == "fa.md"
            assert 1 <= span.line <= span.end_line <= last
    for found in result.diagnostics:
        assert 1 <= found.span.line <= last


@pytest.mark.parametrize(
    ("markdown", "text", "span"),
    [
        ("## بحث\n> - one *two*", "two", Span("fa.md", 2, 10, 2, 13)),
        ("## بحث\n- a\n\n  b **c**", "c", Span("fa.md", 4, 7, 4, 8)),
        ("## بحث\n| a | b |\n|-|-|\n| x \\| y | *z* |", "z", Span("fa.md", 4, 13, 4, 14)),
        ("## بحث {#discussion}", "بحث", Span("fa.md", 1, 4, 1, 7)),
        ("بحث *x* {#discussion}\n---", "x", Span("fa.md", 1, 6, 1, 7)),
        ("## بحث\n[می\u200cشود]{lang=fa}", "می\u200cشود", Span("fa.md", 2, 2, 2, 8)),
        ("## بحث\n😀 *a*", "a", Span("fa.md", 2, 4, 2, 5)),
        ("## بحث\nx[^1]\n\n[^1]: y\n    *z*", "z", Span("fa.md", 5, 6, 5, 7)),
    ],
)
def test_text_is_placed_inside(markdown: str, text: str, span: Span) -> None:
    assert span in [run.span for run in runs(markdown) if run.text == text]


def test_a_run_over_several_lines_places_each_part() -> None:
    _, run = runs("## بحث\n> one\n>   two &amp; three\n> four")
    assert run.text == "one two & three four"
    places = {word: run.place(run.text.index(word), run.text.index(word) + len(word)) for word in
              ("one", "two", "three", "four")}  # fmt: skip
    assert places == {
        "one": Span("fa.md", 2, 3, 2, 6),
        "two": Span("fa.md", 3, 5, 3, 8),
        "three": Span("fa.md", 3, 15, 3, 20),
        "four": Span("fa.md", 4, 3, 4, 7),
    }
    assert run.place(0, 7) == Span("fa.md", 2, 3, 3, 8)


def test_lines_of_fenced_code_are_placed_inside_a_quotation() -> None:
    narrative = read_narrative("## بحث\n> ```\n> ab\n> ```", "fa.md", "fa").narrative
    (code,) = [node for node in nodes(narrative.sections) if isinstance(node, Code)]
    assert code == Code("ab", Span("fa.md", 3, 3, 3, 5))


PATHOLOGICAL = {
    "brackets": "[" * 50_000,
    "brackets in many paragraphs": ("[" * 300 + "x " * 9000 + "\n\n") * 10,
    "links": "[a](" * 20_000,
    "quotations": ">" * 50_000,
    "lists": "- " * 50_000,
    "emphasis": "*a _b " * 3000,
    "nested emphasis": "*a **b " * 2000 + " **b*" * 2000,
    "backquotes": "`" * 50_000,
    "open facts": "{{ a " * 4000,
    "citations": "[@a;" * 20_000,
    "spans": "[a]{" * 20_000,
    "inline notes": "^[" * 20_000,
    "tags": "<a " * 20_000,
    "comments": "<!-- -->" * 5000,
    "open comments": "<!--" * 20_000,
    "divisions": "::: a\n" * 1900 + ":::\n",
    "too many divisions": "::: a\n" * 20_000,
    "footnotes": "[^a]: " * 5000,
    "bars": "|" * 5000 + "\n" + "|-" * 2500,
    "lines": "x\n" * 50_000,
    "a heading of many lines": "a\n" * 5000 + "===\n",
    "settings": "---\n" + "a:\n" * 50_000,
    "blank": " " * 200_000 + "\n" * 100_000,
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_hostile_text_is_read_within_its_bounds(name: str) -> None:
    # Each takes well under two seconds; what is quadratic takes minutes, and the runner ends it.
    result = read_narrative(PATHOLOGICAL[name], "fa.md", "fa")
    deepest = max((_depth(section) for section in result.narrative.sections), default=0)
    assert deepest < 200


def _depth(value: object) -> int:
    if isinstance(value, tuple):
        return max(map(_depth, value), default=0)
    if not dataclasses.is_dataclass(value) or isinstance(value, Span):
        return 0
    return 1 + max(_depth(getattr(value, field.name)) for field in dataclasses.fields(value))


def test_nesting_beyond_the_bound_is_told() -> None:
    codes = {
        d.code for d in read_narrative("## بحث\n" + "- " * 60 + "x", "fa.md", "fa").diagnostics
    }
    assert codes == {"SRC016"}
    quoted = {
        d.code for d in read_narrative("## بحث\n" + "> " * 60 + "x", "fa.md", "fa").diagnostics
    }
    assert quoted == {"SRC016"}


def test_a_paragraph_beyond_the_bound_is_told_and_the_others_are_read() -> None:
    result = read_narrative("## بحث\n" + "x" * 20_001 + "\n\nshort", "fa.md", "fa")
    assert [(d.code, d.span.line) for d in result.diagnostics] == [("SRC010", 2)]
    assert [type(block) for block in result.narrative.sections[0].blocks] == [Paragraph]


@pytest.mark.parametrize(
    ("tables", "line", "kept"),
    [
        ("|a|b|\n|-|-|\n" + "|1|2|\n" * 2_500, 2_503, [2_499]),
        ("|a|\n|-|\n" + "|1|\n" * 3_000 + "\n|a|\n|-|\n" + "|1|\n" * 3_000, 5_005, [3_000, 1_998]),
        ("|" + "a|" * 5_001 + "\n|" + "-|" * 5_001, 2, []),
    ],
    ids=["one table", "two tables", "one row"],
)  # fmt: skip
def test_cells_beyond_those_of_any_text_are_told_once_and_left_out(
    tables: str, line: int, kept: list[int]
) -> None:
    result = read_narrative(f"## Discussion {{#discussion}}\n{tables}\n\nText.", "en.md", "en")
    assert [(d.code, d.span.line) for d in result.diagnostics] == [("SRC010", line)]
    *found, last = result.narrative.sections[0].blocks
    assert [len(table.rows) for table in found if isinstance(table, TableBlock)] == kept
    assert isinstance(last, Paragraph)


def test_paragraphs_beyond_those_of_any_text_are_told_once_and_left_out() -> None:
    result = read_narrative("## Discussion {#discussion}\n" + "a\n\n" * 10_002, "en.md", "en")
    assert [(d.code, d.span.line) for d in result.diagnostics] == [("SRC010", 20_003)]
    assert len(result.narrative.sections[0].blocks) == 10_001
