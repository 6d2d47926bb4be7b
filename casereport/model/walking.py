"""The nodes of a narrative in reading order, each with all that stands in it.

Without recursion: what an author nests costs no stack. A footnote's text stands where its mark
does only for those who print or number; here a mark is a mark (see assembly.plan for the other).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from casereport.model.narrative import (
    Block,
    Cell,
    Division,
    FootnoteReference,
    Inline,
    LanguageSpan,
    Link,
    ListBlock,
    Paragraph,
    Placement,
    Quote,
    Styled,
    Subheading,
    TableBlock,
)

Other = TypeVar("Other")
"""What else stands among the blocks: it has nothing in it, and is passed on."""

_OF_BLOCKS = (Quote, Placement, Division)
_OF_INLINES = (Paragraph, Subheading, Cell)
_IN_INLINES = (Styled, Link, LanguageSpan)


def blocks_within(blocks: Iterable[Block | Other]) -> Iterator[Block | Other]:
    """Every block, depth first: a list's items, a quotation's paragraphs."""
    waiting = [*blocks][::-1]
    while waiting:
        block = waiting.pop()
        yield block
        if isinstance(block, ListBlock):
            waiting += [inner for item in block.items for inner in item][::-1]
        elif isinstance(block, _OF_BLOCKS):
            waiting += block.children[::-1]


def inlines_within(blocks: Iterable[Block | Other]) -> Iterator[Inline]:
    """Every inline of these blocks, of their tables' cells too."""
    for block in blocks_within(blocks):
        if isinstance(block, TableBlock):
            for row in (block.head, *block.rows):
                for cell in row:
                    yield from flattened(cell.children)
        elif isinstance(block, _OF_INLINES):
            yield from flattened(block.children)


def flattened(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """These inlines, each with all that stands inside it."""
    waiting = [*inlines][::-1]
    while waiting:
        inline = waiting.pop()
        yield inline
        if isinstance(inline, _IN_INLINES):
            waiting += inline.children[::-1]


def marks_among(inlines: Iterable[Inline]) -> Iterator[FootnoteReference]:
    """The marks of footnotes among these inlines."""
    return (inline for inline in inlines if isinstance(inline, FootnoteReference))
