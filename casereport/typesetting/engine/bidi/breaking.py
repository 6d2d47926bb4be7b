"""Hooks into the breaking of lines: where a text or an inline box is divided, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

_FORCED = frozenset("\n\t\f\u0085\u2028\u2029")
"""What WeasyPrint takes for a forced break."""

_ENDS_UNBREAKABLE = "casereport_ends_unbreakable"
"""Set on a laid-out box when no line can end in it, nor in those that wait with it before it."""

_NARROWEST = 12
"""No line has so many characters to an em, marks included."""

Split = Callable[..., tuple[Any, int | None, Any]]


def with_override(split_text_box: Split) -> Split:
    """WeasyPrint's division of a text box at a line's end, each line standing in its override.

    The override is no part of the box's own text: what is left for the next line would lose it.
    """

    def split(
        context: Any,
        box: Any,
        width: float | None,
        skip: int,
        is_line_start: bool = True,  # noqa: FBT001, FBT002
    ) -> tuple[Any, int | None, Any]:
        override = getattr(box, "bidi_override", None)
        if override is None or box.text.startswith(override):
            return split_text_box(context, box, width, skip, is_line_start)
        rest = box.text.encode()[skip or 0 :].decode()
        if not rest:
            return split_text_box(context, box, width, skip, is_line_start)
        marked = box.copy_with_text(override + rest)
        piece, resume_at, preserved = split_text_box(context, marked, width, 0, is_line_start)
        if resume_at is not None:
            resume_at += (skip or 0) - len(override.encode())
        return piece, resume_at, preserved

    return split


def with_hanging_space(split_text_box: Split) -> Split:
    """WeasyPrint's division of a text box; one that fits but for its last space is not divided.

    The space hangs at the line's end. WeasyPrint finds the box too wide, breaks it at its first
    space instead, and the line ends after its first word (an inline box follows).
    """

    def split(
        context: Any,
        box: Any,
        width: float | None,
        skip: int,
        is_line_start: bool = True,  # noqa: FBT001, FBT002
    ) -> tuple[Any, int | None, Any]:
        result = split_text_box(context, box, width, skip, is_line_start)
        style = box.style
        if result[1] is None or width is None or style["white_space"] != "normal":
            return result
        if not box.text.endswith(" "):
            return result
        bare = box.text.encode()[skip or 0 :].decode().rstrip(" ")
        # The rest of a long paragraph is not set a second time for each of its lines.
        if not bare or len(bare) * style["font_size"] > width * _NARROWEST:
            return result
        piece, resume_at, _ = split_text_box(
            context, box.copy_with_text(bare), width, 0, is_line_start
        )
        if piece is None or resume_at is not None or piece.width > width:
            return result
        return split_text_box(context, box, None, skip, is_line_start)

    return split


def with_room_for_start(split_inline_box: Callable[..., Any]) -> Callable[..., Any]:
    """WeasyPrint's division of an inline box, the padding before its content being allowed for.

    WeasyPrint fills the whole line first and then moves the content by the padding: the last word
    passes the margin, and the line is broken before the box instead.
    """

    def split(  # noqa: PLR0913, PLR0917  (WeasyPrint's own parameters)
        context: Any,
        box: Any,
        position_x: float,
        max_x: float,
        bottom_space: float,
        skip_stack: Any,
        *arguments: Any,
    ) -> Any:
        repeats = box.style["box_decoration_break"] == "clone"
        if not isinstance(box, boxes.LineBox) and (skip_stack is None or repeats):
            max_x -= _start_spacing(box)
        return split_inline_box(
            context, box, position_x, max_x, bottom_space, skip_stack, *arguments
        )

    return split


def _start_spacing(box: Any) -> float:
    """The margin, border and padding of an inline box where its content begins."""
    if box.style["direction"] == "rtl":
        spacing = box.margin_right + box.border_right_width + box.padding_right
    else:
        spacing = box.margin_left + box.border_left_width + box.padding_left
    return float(spacing)


def with_true_breaks(split_inline_box: Callable[..., Any]) -> Callable[..., Any]:
    """WeasyPrint's division of an inline box; what it says of a forced break is held to the text.

    Where a word before a ``<br>`` does not fit, the line ends before the word; WeasyPrint still
    says that it ended at the ``<br>``, and does not justify it.
    """

    def split(context: Any, box: Any, *arguments: Any) -> Any:
        new_box, resume_at, preserved, *others = split_inline_box(context, box, *arguments)
        if preserved and resume_at is not None:
            preserved = _ends_in_break(box, resume_at)
        return (new_box, resume_at, preserved, *others)

    return split


def _ends_in_break(box: Any, resume_at: dict[int, Any]) -> bool:
    """True when a forced break stands right before the place in a box where a line resumes."""
    ((index, rest),) = resume_at.items()
    if isinstance(box, boxes.TextBox):
        return box.text.encode()[:index].decode()[-1:] in _FORCED
    if rest is not None:
        return _ends_in_break(box.children[index], rest)
    before = box.children[index - 1] if index else None
    while before is not None and not isinstance(before, boxes.TextBox):
        before = before.children[-1] if getattr(before, "children", ()) else None
    return before is not None and before.text[-1:] in _FORCED


def break_waiting_children(
    context: Any,
    box: Any,
    _max_x: float,
    bottom_space: float,
    initial_skip_stack: dict[int, Any] | None,
    *others: Any,
) -> dict[int, Any] | None:
    """Break the last child that can be broken, at its last break; None when there is no place.

    WeasyPrint looks for that break pixel by pixel, laying the child out each time. Runs nest, and
    so would that search: here the width is halved instead.
    """
    *lists, children, waiting_children, first_letter_style, first_line_style = others
    skips = initial_skip_stack or {}

    def split(place: int, limit: float) -> Any:
        index, child, original = waiting_children[place]
        return inline.split_inline_level(
            context, original, child.position_x, limit, bottom_space, skips.get(index), box,
            *lists, first_letter_style, first_line_style,
        )[:2]  # fmt: skip

    for place in range(len(waiting_children) - 1, -1, -1):
        index, child, _ = waiting_children[place]
        if getattr(child, _ENDS_UNBREAKABLE, False):
            break
        if not child.is_in_normal_flow() or not _may_break(child):
            continue
        end = child.position_x + child.margin_width()
        found = _last_break(partial(split, place), child.position_x, end)
        if found is None:
            continue
        new_child, resume_at = found
        children.extend(waiting_children[:place])
        if new_child is not None:
            children.append((index, new_child, child))
        return {index: resume_at}
    if waiting_children:
        # What waits grows by a box each time this is asked; it is gone through but once.
        setattr(waiting_children[-1][1], _ENDS_UNBREAKABLE, True)
    # Nothing waiting can be broken: all of it goes to the next line.
    return {children[-1][0] + 1: None} if children else None


def _may_break(box: Any) -> bool:
    """True when a line may end inside a box; between two of its children, too.

    WeasyPrint asks each text box by itself, and so misses the space at the end of one of them.
    """
    if not isinstance(box, boxes.InlineBox):
        return bool(inline.can_break_inside(box))
    return bool(inline.can_break_text(_text_of(box), box.style["lang"]))


def _text_of(box: Any) -> str:
    """The text of a box as line breaking sees it; an atomic inline is as an ideograph."""
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    if not isinstance(box, boxes.InlineBox):
        return "\u2e80" if box.is_in_normal_flow() else ""
    return "".join(map(_text_of, box.children))


def _last_break(split: Callable[[float], Any], start: float, end: float) -> Any:
    """The layout at the widest limit, to a pixel, under which ``split`` breaks its box."""
    whole, step = end, 1.0
    found = None
    while found is None and whole > start:
        limit = max(end - step, start)
        new_child, resume_at = split(limit)
        if resume_at:
            found = (limit, new_child, resume_at)
        else:
            whole, step = limit, step * 2
    if found is None:
        return None
    while whole - found[0] > 1:
        limit = (whole + found[0]) / 2
        new_child, resume_at = split(limit)
        if resume_at:
            found = (limit, new_child, resume_at)
        else:
            whole = limit
    return found[1:]
