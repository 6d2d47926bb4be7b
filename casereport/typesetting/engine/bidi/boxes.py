"""The pass over a box tree: every line box, once, before layout."""

from __future__ import annotations

import re
from typing import Any

from weasyprint.formatting_structure import boxes

from casereport.typesetting.engine.bidi.leaves import Leaf, flatten
from casereport.typesetting.engine.bidi.paragraphs import resolve
from casereport.typesetting.engine.bidi.pieces import Styles, cut
from casereport.typesetting.engine.bidi.tree import Rebuilder, ends_of_boxes

_NOT_PURELY_LTR = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PLAIN = frozenset({"normal", "embed", "isolate"})


def order_lines(root: Any) -> None:
    """Resolve and rebuild each line box below ``root``; a second visit changes nothing."""
    stack: list[tuple[Any, Any]] = [(root, root)]
    while stack:
        box, parent = stack.pop()
        if isinstance(box, boxes.LineBox) and not getattr(box, "bidi_is_resolved", False):
            box.bidi_is_resolved = True
            _order(box, parent)
        stack.extend((child, box) for child in box.all_children())


def _order(line: Any, block: Any) -> None:
    leaves, style = flatten(line), block.style
    is_plain = style["direction"] == "ltr" and style["unicode_bidi"] in _PLAIN
    if is_plain and not any(map(_has_rtl, leaves)):
        return  # purely left to right: nothing to do
    base = resolve(leaves, style)
    styles = Styles()
    if style["unicode_bidi"] == "plaintext":
        # Its text says on which side the lines begin (CSS Writing Modes 3, section 2.4.5.2).
        block.style, line.style = styles.directed(style, base), styles.directed(line.style, base)
    pieces = cut(leaves, styles)
    line.children = Rebuilder(line, styles, ends_of_boxes(pieces)).children(pieces, base)


def _has_rtl(leaf: Leaf) -> bool:
    return leaf.is_control or _NOT_PURELY_LTR.search(leaf.text) is not None
