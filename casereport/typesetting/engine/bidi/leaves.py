"""A line box as a sequence of leaves in logical order, with the controls that CSS asks for.

CSS Writing Modes 3 section 2.4: ``unicode-bidi`` and ``direction`` of an inline box stand for
explicit formatting characters around it. An atomic inline is an object replacement character, a
leader a tab, what is out of flow nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

from casereport.text.characters import (
    FSI,
    LRE,
    LRI,
    LRO,
    OBJECT_REPLACEMENT,
    PDF,
    PDI,
    RLE,
    RLI,
    RLO,
)  # fmt: skip

Chain = tuple[Any, ...]
"""The inline boxes round a leaf, the outermost first."""

_CONTROLS: dict[tuple[str, str], tuple[str, str]] = {
    ("embed", "ltr"): (LRE, PDF),
    ("embed", "rtl"): (RLE, PDF),
    ("isolate", "ltr"): (LRI, PDI),
    ("isolate", "rtl"): (RLI, PDI),
    ("bidi-override", "ltr"): (LRO, PDF),
    ("bidi-override", "rtl"): (RLO, PDF),
    ("isolate-override", "ltr"): (FSI + LRO, PDF + PDI),
    ("isolate-override", "rtl"): (FSI + RLO, PDF + PDI),
    ("plaintext", "ltr"): (FSI, PDI),
    ("plaintext", "rtl"): (FSI, PDI),
}

_SEPARATOR = re.compile("(?<! ) *[\v\f\x85\u2028\u2029] *")
"""What ends a line as a line feed does. WeasyPrint fails on a space before U+2029, and does not end
a line at a text box that holds a separator alone."""


@dataclass(slots=True)
class Leaf:
    """One thing on the line: a text box, an atomic inline, a control, or what is out of flow.

    ``text`` is what it counts as for levels; ``box`` is None for a control. ``level`` and, for a
    text box, ``levels`` are filled in when the paragraph is resolved; ``bases`` are the levels of
    its characters' paragraphs, where those of one block differ.
    """

    box: Any
    chain: Chain
    text: str
    level: int = 0
    levels: tuple[int, ...] = ()
    bases: tuple[int, ...] = ()

    @property
    def is_control(self) -> bool:
        """True for an explicit formatting character of a box."""
        return self.box is None


def controls_of(style: Any) -> tuple[str, str]:
    """The characters that stand before and after the content of a box of this style."""
    return _CONTROLS.get((style["unicode_bidi"], style["direction"]), ("", ""))


def flatten(line: Any) -> list[Leaf]:
    """The leaves of a line box, in logical order."""
    return [leaf for child in line.children for leaf in _leaves(child, ())]


def _leaves(box: Any, chain: Chain) -> Iterator[Leaf]:
    if isinstance(box, boxes.TextBox):
        box.text = _SEPARATOR.sub("\n", box.text)
        yield Leaf(box, chain, box.text)
    elif not box.is_in_normal_flow():
        yield Leaf(box, chain, "")
    elif box.is_leader:
        yield Leaf(box, chain, "\t")
    elif isinstance(box, boxes.InlineBox):
        yield from _inline_leaves(box, chain)
    else:
        yield Leaf(box, chain, OBJECT_REPLACEMENT)


def _inline_leaves(box: Any, chain: Chain) -> Iterator[Leaf]:
    opening, closing = controls_of(box.style)
    for character in opening:
        yield Leaf(None, chain, character)
    if is_regenerated(box):
        # WeasyPrint fills this very box again when pages are counted: it must stay one.
        yield Leaf(box, chain, _plain_text(box))
    elif box.children:
        for child in box.children:
            yield from _leaves(child, (*chain, box))
    else:
        yield Leaf(box, chain, "")
    for character in closing:
        yield Leaf(None, chain, character)


def is_regenerated(box: Any) -> bool:
    """True for generated content that depends on pages or targets (page counters, target-*)."""
    if not box.element_tag.endswith(("::before", "::after", "::marker")):
        return False
    return getattr(box, "cached_counter_values", None) is not None and _has_late_content(box.style)


def _has_late_content(style: Any) -> bool:
    content = style["content"]
    if not isinstance(content, (tuple, list)):
        return False
    for name, value in content:
        if name.startswith(("target-", "leader")):
            return True
        if name in {"counter()", "counters()"} and value[0] in {"page", "pages"}:
            return True
    return False


def _plain_text(box: Any) -> str:
    if box.is_leader:
        return "\t"
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(_plain_text(child) for child in box.children)
