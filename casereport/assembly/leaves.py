"""Text and its styles as one text that can be cut: ``12 × 10^9^/L`` is ``12 × 109/L``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias, TypeGuard

from casereport.model.narrative import Inline, Styled, TextRun

Leaf: TypeAlias = TextRun | Styled
"""Text, or styled text that holds nothing else (see :func:`is_leaf`)."""


def is_leaf(node: object) -> TypeGuard[Leaf]:
    """True for text and for styles that hold only text, at whatever depth."""
    if isinstance(node, Styled):
        return all(map(is_leaf, node.children))
    return isinstance(node, TextRun)


def text_of(nodes: Sequence[Inline]) -> str:
    """The text of leaves, one after the other."""
    return "".join(_texts(nodes))


def _texts(nodes: Sequence[Inline]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, TextRun):
            yield node.text
        elif isinstance(node, Styled):
            yield from _texts(node.children)


class Row:
    """Leaves one after the other, whose text can be cut anywhere."""

    def __init__(self, nodes: Sequence[Inline]) -> None:
        self.nodes = tuple(filter(is_leaf, nodes))
        texts = tuple(text_of((node,)) for node in self.nodes)
        self.text = "".join(texts)
        self._ends = tuple(accumulate(map(len, texts)))

    def is_cut_within(self, start: int, end: int) -> bool:
        """True when a leaf begins after ``start`` and before ``end``."""
        return bisect_right(self._ends, start) != bisect_right(self._ends, end - 1)

    def part(self, start: int, end: int) -> tuple[Leaf, ...]:
        """What of the leaves stands from ``start`` to ``end`` (exclusive) of their text."""
        found: list[Leaf] = []
        index = bisect_right(self._ends, start)
        while start < end:
            node, stop = self.nodes[index], self._ends[index]
            begin = self._ends[index - 1] if index else 0
            first, last = start - begin, min(end, stop) - begin
            found.append(node if last - first == stop - begin else _part(node, first, last))
            start = stop
            index += 1
        return tuple(found)


def _part(node: Leaf, first: int, last: int) -> Leaf:
    if isinstance(node, TextRun):
        return TextRun(node.text[first:last], node.place(first, last))
    return Styled(node.style, Row(node.children).part(first, last), node.span)
