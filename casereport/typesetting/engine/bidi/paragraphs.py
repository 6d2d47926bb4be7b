"""Levels for a line's leaves: paragraph by paragraph, what was open at a break opened again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casereport.text.bidi import base_level, embedding_levels
from casereport.text.characters import FSI, LRE, LRI, LRO, RLE, RLI, RLO
from casereport.typesetting.engine.bidi.leaves import Leaf

_OVERRIDES = {(True, "ltr"): LRO, (True, "rtl"): RLO}
_OPENING = frozenset({LRE, RLE, LRO, RLO, LRI, RLI, FSI})
_SEPARATORS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
"""Forced breaks: each begins a paragraph (CSS Writing Modes 3, section 2.4)."""


def resolve(leaves: list[Leaf], block_style: Any) -> int:
    """Fill in ``level`` and ``levels`` of every leaf of a block container's line.

    Returns the paragraph level of the line; with ``plaintext`` each paragraph between forced breaks
    has its own, and this is the lowest; where they differ, leaves know them (``bases``).
    """
    levels: list[int] = []
    bases: list[int] = []
    base_of_each: list[int] = []
    opened = list(_OVERRIDES.get(_key(block_style), ""))
    for paragraph in _paragraphs(leaves):
        # UAX #9 ends everything at a separator; in CSS the boxes go on, isolates that are
        # characters of the text do not.
        prefix = "".join(opened)
        text = "".join(part for part, _ in paragraph)
        bases.append(_base_of(block_style, prefix + text))
        found = embedding_levels(prefix + text, base_level=bases[-1])
        levels.extend(found[len(prefix) :])
        base_of_each.extend([bases[-1]] * len(text))
        _follow(paragraph, opened)
    position = 0
    for leaf in leaves:
        end = position + len(leaf.text)
        leaf.levels = tuple(levels[position:end])
        if len(set(bases)) > 1:
            leaf.bases = tuple(base_of_each[position:end])
        if leaf.levels:
            leaf.level = min(leaf.levels) if len(leaf.text) > 1 else leaf.levels[0]
        position = end
    base = min(bases, default=int(block_style["direction"] == "rtl"))
    _attach_empty(leaves, levels[0] if levels else base)
    return base


_Part = tuple[str, bool]
"""A stretch of text, and whether it is a control that an inline box asked for."""


def _paragraphs(leaves: list[Leaf]) -> Iterator[list[_Part]]:
    """The texts of the leaves, divided after forced breaks."""
    parts: list[_Part] = []
    for leaf in leaves:
        start = 0
        for index, character in enumerate(leaf.text):
            if character in _SEPARATORS:
                yield [*parts, (leaf.text[start : index + 1], leaf.is_control)]
                parts, start = [], index + 1
        parts.append((leaf.text[start:], leaf.is_control))
    if any(text for text, _ in parts):
        yield parts


def _follow(paragraph: list[_Part], opened: list[str]) -> None:
    """Keep account of the boxes' controls that are open after a paragraph."""
    for text, is_control in paragraph:
        for character in text if is_control else "":
            if character in _OPENING:
                opened.append(character)
            else:  # boxes nest: what closes is what was opened last
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


def _base_of(block_style: Any, text: str) -> int:
    """The paragraph level by a block container's style; for ``plaintext``, by the text itself."""
    if block_style["unicode_bidi"] == "plaintext":
        return base_level(text)
    return int(block_style["direction"] == "rtl")
