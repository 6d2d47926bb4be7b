"""The ids that stand in a document: what a link inside it can lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.article.article import Article, Edition
from casereport.article.block import Block, Division, Fig, Heading, List, Quote, TableWrap


def targets(article: Article, whole: Iterable[Edition], *, references: bool) -> frozenset[str]:
    """The ids of the editions that are set ``whole``, and of the reference list."""
    found = {ref.id for ref in article.references} if references else set()
    for edition in whole:
        own = [identifier for identifier in _own_ids(edition) if identifier]
        found.update(f"{edition.language}-{identifier}" for identifier in own)
        found.update(note.id for note in edition.footnotes)
    return frozenset(found)


def _own_ids(edition: Edition) -> Iterator[str]:
    if edition.front.abstract:
        yield "abstract"
    yield from _block_ids(edition.front.abstract)
    yield from _block_ids(edition.floats_group)
    for section in (*edition.body, *edition.statements):
        yield section.id
        yield from _block_ids(section.blocks)
    for note in edition.footnotes:
        yield from _block_ids(note.blocks)


def _block_ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(id=identifier) | Fig(id=identifier) | TableWrap(id=identifier):
                yield identifier
            case Quote(children=children) | Division(children=children):
                yield from _block_ids(children)
            case List(items=items):
                for item in items:
                    yield from _block_ids(item)
            case _:
                pass
