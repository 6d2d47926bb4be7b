"""Where the floats of a page of two columns stand; WeasyPrint has no float to a column's top.

A float across both columns ends the columns above it: amid the text it leaves both short wherever
it does not fit under them, and sends the reader back to the first. It waits for the end of its
section.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from casereport.article.block import Block, Fig, Float, Heading, Paragraph, Sec, TableWrap, Width


def settled(sections: Iterable[Sec]) -> tuple[Sec, ...]:
    """The sections with each float across both columns after the text of its own.

    The floats after it wait, too, so that all stay in the order of their numbers; each is followed
    by a paragraph, if need be the next section's, to fill the column that is too short for another.
    """
    waiting: list[Float] = []
    done: list[Sec] = []
    for section in sections:
        blocks = tuple(_settled(section.blocks, waiting))
        done.append(replace(section, blocks=blocks))
    if waiting:
        done[-1] = replace(done[-1], blocks=(*done[-1].blocks, *waiting))
    return tuple(done)


def _settled(blocks: tuple[Block, ...], waiting: list[Float]) -> Iterator[Block]:
    """The blocks of a section with the floats that may stand there; the others are ``waiting``."""
    for block in blocks:
        if isinstance(block, Heading):
            yield from _wide(waiting)
        if isinstance(block, Fig | TableWrap) and (waiting or block.width == "page"):
            waiting.append(block)
            continue
        yield block
        if isinstance(block, Paragraph):
            yield from _next(waiting, "column")
    yield from _wide(waiting)


def _wide(waiting: list[Float]) -> Iterator[Float]:
    """The floats across both columns that come first, and the one after them."""
    while wide := _next(waiting, "page"):
        yield from wide
        yield from _next(waiting, "column")


def _next(waiting: list[Float], width: Width) -> list[Float]:
    """The first float that waits, taken from the others, when it is as wide as this."""
    return [waiting.pop(0)] if waiting and waiting[0].width == width else []
