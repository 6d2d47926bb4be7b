"""Hooks into the placing of lines: their ends, the indent of a first line, floats, alignment.

WeasyPrint takes the trailing space from a line and moves right-to-left children by its width, which
is wrong as soon as the line ends inside an inline box; it indents a right-to-left paragraph on its
left; and it moves a float with the line that it was met in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

_COLLAPSING = frozenset({"normal", "nowrap", "pre-line"})
_AT_ONE_SIDE = frozenset({"left", "right", "center"})

Lines = Callable[..., Iterator[tuple[Any, Any]]]


def remove_last_whitespace(context: Any, line: Any) -> None:
    """Take the space from the logical end of a line, and place all its boxes anew."""
    box = _last_text(line)
    if box is None or box.style["white_space"] not in _COLLAPSING:
        return
    text = box.text.rstrip(" ")
    if len(text) == len(box.text):
        return
    box.text = text
    if text:
        fresh, _, _ = inline.split_text_box(context, box, None, 0)
        # Its layout, too: drawing the old one would leave the space in. An ellipsis asks it how
        # wide the line may be.
        fresh.pango_layout.max_width = box.pango_layout.max_width
        box.width, box.pango_layout, box.text = fresh.width, fresh.pango_layout, fresh.text
    else:
        box.width = 0
    _place_line(line)


def _last_text(line: Any) -> Any:
    """The text box at the logical end; None when something else stands there."""
    last = next(_from_the_end(line), None)
    return last if isinstance(last, boxes.TextBox) else None


def _from_the_end(box: Any) -> Iterator[Any]:
    """What prints something, from the logical end: text boxes, atomic inlines, empty wide boxes."""
    for child in reversed(box.children):
        if not child.is_in_normal_flow():
            continue
        if isinstance(child, boxes.InlineBox) and child.children:
            yield from _from_the_end(child)
        # A forced break leaves an empty text box; an empty inline box may have no width.
        elif child.text if isinstance(child, boxes.TextBox) else child.margin_width():
            yield child


def _place_line(line: Any) -> None:
    flow = [child for child in line.children if child.is_in_normal_flow()]
    if not flow:
        return
    start = min(child.position_x for child in flow)
    line.width = _place_children(line, start) - line.content_box_x()


def _place_children(box: Any, x: float) -> float:
    """Place the children side by side in visual order from ``x``; returns where they end."""
    children = [child for child in box.children if child.is_in_normal_flow()]
    if box.style["direction"] == "rtl":
        children.reverse()
    for child in children:
        child.translate(dx=x - child.position_x, ignore_floats=True)
        if isinstance(child, boxes.InlineBox):
            end = _place_children(child, child.content_box_x())
            child.width = end - child.content_box_x()
        x += child.margin_width()
    return x


def with_recorded_place(float_layout: Callable[..., Any]) -> Callable[..., Any]:
    """WeasyPrint's layout of a float that it meets in a line; where it was put is remembered."""

    def lay_out(*arguments: Any, **named: Any) -> Any:
        box, resume_at = float_layout(*arguments, **named)
        box.place_of_float = box.position_x, box.position_y
        return box, resume_at

    return lay_out


def with_lines_in_place(iter_line_boxes: Lines) -> Lines:
    """WeasyPrint's iterator over lines; floats stay, and a first line is indented at its start."""

    def iterate(context: Any, box: Any, *arguments: Any) -> Iterator[tuple[Any, Any]]:
        for line, resume_at in iter_line_boxes(context, box, *arguments):
            if line is not None:
                _indent_at_right(line, getattr(box, "text_indent", 0))
                for floated in _floats_in(line):
                    floated.translate(dx=floated.place_of_float[0] - floated.position_x)
            yield line, resume_at

    return iterate


def _indent_at_right(line: Any, indent: float) -> None:
    if indent and line.style["direction"] == "rtl":
        for child in line.children:
            child.translate(dx=-indent)


def _floats_in(box: Any) -> Iterator[Any]:
    """The floats that were laid out where they were met in a line."""
    for child in box.children:
        if hasattr(child, "place_of_float"):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _floats_in(child)


def _place_beside_floats(line: Any) -> None:
    """Place the content of a line, from its start, beside the floats that were met in it."""
    widths = {"left": 0.0, "right": 0.0}
    for floated in _floats_in(line):
        if floated.place_of_float[1] <= line.position_y:
            widths[_side_of(floated.style)] += floated.margin_width()
    if any(widths.values()):
        is_rtl = line.style["direction"] == "rtl"
        shift = -widths["right"] if is_rtl else widths["left"]
        end = _place_children(line, line.position_x + line.text_indent + shift)
        line.width = end - shift - line.content_box_x()


def _side_of(style: Any) -> str:
    """The side that a float stands at."""
    side = str(style["float"])
    if side not in {"inline-start", "inline-end"}:
        return side
    return "left" if (side == "inline-start") == (style["direction"] == "ltr") else "right"


def with_paragraph_side(text_align: Callable[..., float]) -> Callable[..., float]:
    """WeasyPrint's alignment of a line, each paragraph of a ``plaintext`` block at its own side.

    What the line holds is placed beside its floats before.

    CSS Text 3, section 6.1: ``start`` and ``end`` are those of the line's paragraph.
    """

    def align(context: Any, line: Any, available_width: float, last: Any) -> float:
        _place_beside_floats(line)
        offset = text_align(context, line, available_width, last)
        level = _paragraph_level(line)
        is_rtl = line.style["direction"] == "rtl"
        alignment = line.style["text_align_last"] if last else "auto"
        if alignment == "auto":
            alignment = line.style["text_align_all"]
        if level is None or level % 2 == is_rtl or alignment in _AT_ONE_SIDE:
            return offset
        # The offset is from the block's own side; the indent belongs to the other one, too.
        return float(available_width - line.width - offset - line.text_indent)

    return align


def _paragraph_level(box: Any) -> int | None:
    """The level of the paragraph that a line is of, where its block has several."""
    for child in getattr(box, "children", ()):
        level = getattr(child, "paragraph_level", None)
        if level is None:
            level = _paragraph_level(child)
        if level is not None:
            return int(level)
    return None
