"""What the journal of an article demands, and how its limits are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.article.article import Article, Edition
from casereport.article.block import Block, Division, Heading, List, Paragraph, Quote, TableWrap
from casereport.article.inline import plain_text
from casereport.journals import load_journal
from casereport.journals.manifest import Manifest
from casereport.text.isolates import strip_isolates


def manifest_of(article: Article) -> Manifest:
    """The manifest of the journal that the article was assembled for."""
    return load_journal(article.journal).manifest


def printed_editions(article: Article) -> Iterator[Edition]:
    """The languages of which the journal sets anything."""
    return (edition for edition in article.editions if edition.part is not None)


def count_words(text: str) -> int:
    """How many words: what stands between spaces and holds a letter or a digit.

    >>> count_words("A 44-year-old woman - twice.")
    4
    """
    words = strip_isolates(text).split()
    return sum(any(character.isalnum() for character in word) for word in words)


def count_words_of(blocks: Iterable[Block]) -> int:
    """How many words the paragraphs and lists of these blocks print."""
    return sum(
        count_words(plain_text(block.children))
        for block in within(blocks)
        if isinstance(block, (Paragraph, Heading))
    )


def count_tables(edition: Edition) -> int:
    """How many tables an edition prints."""
    blocks: list[Block] = [block for section in edition.body for block in section.blocks]
    found = [*within(blocks), *edition.floats_group]
    return sum(isinstance(block, TableWrap) for block in found)


def within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, depth first."""
    for block in blocks:
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield from within(item)
        elif isinstance(block, (Quote, Division)):
            yield from within(block.children)
