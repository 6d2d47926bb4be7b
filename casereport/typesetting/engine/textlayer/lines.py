"""Where lines end, for text that is drawn beside other text.

The cells of a row are drawn one after the other, each to the left of the one before when the table
is right-to-left. MuPDF (1.21) then runs the last word of a cell into the first of the next: a line
needs a space at its end, as it has between its words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure import boxes

ENDS_LINE = "casereport_ends_line"
"""The attribute that is set on a line's last text box."""


def with_marked_ends(draw: Callable[..., None]) -> Callable[..., None]:
    """Wrap WeasyPrint's ``draw_inline_level``, which calls itself for each box of a line."""

    def mark_and_draw(stream: Any, page: Any, box: Any, *arguments: Any) -> None:
        if isinstance(box, boxes.LineBox):
            last = _last_box(box)
            if isinstance(last, boxes.TextBox):
                setattr(last, ENDS_LINE, True)
        draw(stream, page, box, *arguments)

    return mark_and_draw


def _last_box(line: Any) -> Any:
    """The last box of a line, in logical order, that is drawn with it."""
    box = line
    while isinstance(box, boxes.InlineBox | boxes.LineBox):
        children = [child for child in box.children if isinstance(child, boxes.Box)]
        if not children:
            return None
        box = children[-1]
    return box
