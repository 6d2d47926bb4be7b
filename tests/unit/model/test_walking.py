"""Walking over what an author nested: in reading order, whole, and without recursion."""

from __future__ import annotations

from casereport.diagnostics import Span
from casereport.model.narrative import (
    FootnoteReference,
    Inline,
    Paragraph,
    Quote,
    Styled,
    TextRun,
)
from casereport.model.walking import blocks_within, flattened, inlines_within, marks_among
from casereport.reading.markdown.narrative_reading import read_narrative

AT = Span("en.md")
TEXT = """\
## Discussion {#discussion}

One *two [three]{lang=en}*[^a].

> four
>
> - five
> - six[^b]

| seven | [eight](#x) |
|---|---|
| nine[^a] | ten |

::: {.note}
eleven
:::

[^a]: note
[^b]: note
"""


def narrative():  # type: ignore[no-untyped-def]
    return read_narrative(TEXT, "en.md", "en").narrative


def test_inlines_come_in_reading_order_with_what_stands_in_them() -> None:
    blocks = narrative().sections[0].blocks
    words = [node.text.strip(" .") for node in inlines_within(blocks) if isinstance(node, TextRun)]
    wanted = "One two three . four five six seven eight nine ten eleven"
    assert [word for word in words if word] == [word for word in wanted.split() if word != "."]


def test_marks_are_those_of_the_text_itself_in_order() -> None:
    (section,) = narrative().sections
    assert [mark.label for mark in marks_among(inlines_within(section.blocks))] == ["a", "b", "a"]


def test_a_block_comes_before_what_stands_in_it() -> None:
    kinds = [type(block).__name__ for block in blocks_within(narrative().sections[0].blocks)]
    assert kinds[:5] == ["Paragraph", "Quote", "Paragraph", "ListBlock", "Paragraph"]


def test_what_is_no_block_is_passed_on() -> None:
    paragraph = Paragraph((), AT)
    assert list(blocks_within([object, paragraph])) == [object, paragraph]
    assert list(inlines_within([object, paragraph])) == []


def test_thousands_of_levels_cost_no_stack() -> None:
    inline: Inline = FootnoteReference("deep", AT)
    block: Quote | Paragraph = Paragraph((inline,), AT)
    for _ in range(5_000):
        inline = Styled("emphasis", (inline,), AT)
        block = Quote((block,), AT)
    assert [mark.label for mark in marks_among(flattened([inline]))] == ["deep"]
    assert [mark.label for mark in marks_among(inlines_within([block]))] == ["deep"]
    assert isinstance(next(blocks_within([block])), Quote)
