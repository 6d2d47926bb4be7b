"""Levels for a line's leaves: paragraph by paragraph, what was open at a break opened again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casereport.text.bidi import embedding_levels
from casereport.text.characters import FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO
from casereport.typesetting.engine.bidi.leaves import Leaf

_OVERRIDES = {(True, "ltr"): LRO, (True, "rtl"): RLO}
_OPENING = frozenset({LRE, RLE, LRO, RLO, LRI, RLI, FSI})
_SEPARATORS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
"""Forced breaks: each begins a paragraph (CSS Writing Modes 3, section 2.4)."""


def resolve(leaves: list[Leaf], block_style: Any) -> None:
    """Fill in ``level`` and ``levels`` of every leaf of a block container's line."""
    text = "".join(leaf.text for leaf in leaves)
    base = _base_of(block_style)
    levels = _levels(text, base, _OVERRIDES.get(_key(block_style), ""))
    position = 0
    for leaf in leaves:
        end = position + len(leaf.text)
        leaf.levels = tuple(levels[position:end])
        if leaf.levels:
            leaf.level = min(leaf.levels) if len(leaf.text) > 1 else leaf.levels[0]
        position = end
    _attach_empty(leaves, levels[0] if levels else (base or 0))


def _levels(text: str, base: int | None, override: str) -> list[int]:
    """The levels of a text that forced breaks divide."""
    levels: list[int] = []
    opened = list(override)
    for paragraph in _paragraphs(text):
        # UAX #9 ends everything at a separator; in CSS the boxes go on.
        prefix = "".join(opened)
        found = embedding_levels(prefix + paragraph, base_level=base)
        levels.extend(found[len(prefix) :])
        _follow(paragraph, opened)
    return levels


def _paragraphs(text: str) -> Iterator[str]:
    start = 0
    for index, character in enumerate(text):
        if character in _SEPARATORS:
            yield text[start : index + 1]
            start = index + 1
    if start < len(text):
        yield text[start:]


def _follow(paragraph: str, opened: list[str]) -> None:
    """Keep account of the controls that are open after a paragraph."""
    for character in paragraph:
        if character in _OPENING:
            opened.append(character)
        elif character == PDI:
            isolates = [i for i, c in enumerate(opened) if c in {LRI, RLI, FSI}]
            if isolates:
                del opened[isolates[-1] :]
        elif character == PDF and opened and opened[-1] in {LRE, RLE, LRO, RLO}:
            opened.pop()


def _key(style: Any) -> tuple[bool, str]:
    return style["unicode_bidi"] in {"bidi-override", "isolate-override"}, style["direction"]


def _attach_empty(leaves: list[Leaf], first: int) -> None:
    """A leaf without characters stands at the level before it, so that it cuts no run."""
    before = first
    for leaf in leaves:
        if not leaf.text:
            leaf.level = before
        elif leaf.levels:
            before = leaf.levels[-1]


def _base_of(block_style: Any) -> int | None:
    """The paragraph level that a block container's style gives; None for ``plaintext``."""
    if block_style["unicode_bidi"] == "plaintext":
        return None
    return int(block_style["direction"] == "rtl")
