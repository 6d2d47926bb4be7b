"""Text in SVG drawn as one, where its letters join.

SVG 2, section 11.5: letters that are not placed one by one are shaped together. WeasyPrint shapes
and places each letter of a text by itself: Persian comes out in pieces, from left to right.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from weasyprint import svg

from casereport.levers import is_stock

PATCHED: Mapping[str, Callable[..., Any]] = MappingProxyType({"svg.text": svg.text})
"""The function that is wrapped; it asks the node's text for its letters, one by one."""

_SHAPED = re.compile(
    "[\u0590-\u08ff\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]"
)
_PLACED_BY_LETTER = ("x", "y", "dx", "dy", "rotate")
_SEVERAL = re.compile(r"\S[\s,]+\S")


class _Whole(str):
    """A text of one letter: itself."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


@functools.cache
def install() -> None:
    """Patch WeasyPrint for this process; while ``is_stock`` says so, it works as it comes."""
    draw = svg.text

    def draw_whole(drawing: Any, node: Any, font_size: float) -> None:
        if not is_stock() and node.text and _SHAPED.search(node.text) and not _is_spread(node):
            node._etree_node.text = _Whole(node.text)  # noqa: SLF001  (its text has no setter)
        draw(drawing, node, font_size)

    svg.text = draw_whole
    for tag, function in tuple(svg.TAGS.items()):
        if function is draw:
            svg.TAGS[tag] = draw_whole


def _is_spread(node: Any) -> bool:
    """True when the author has put letters in places of their own."""
    return any(_SEVERAL.search((node.get(name) or "").strip()) for name in _PLACED_BY_LETTER)
