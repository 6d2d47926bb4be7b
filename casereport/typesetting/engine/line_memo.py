"""A line that was broken once is not broken again: columns lay out each of theirs several times.

WeasyPrint finds the height of columns by trial, and what it has found it lays out once more. A line
depends on its paragraph, on where it begins in it and on the width: by these it is kept at the
paragraph's own box, as long as that lives, and given out as a copy moved to its place.

That holds of lines in which nothing leaves the flow (floats, notes, positioned boxes) and beside
which no float stands; others are broken as before, and so is a first line or letter with a style of
its own. A paragraph whose boxes were replaced meanwhile (a page number that is known now) begins
anew.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from casereport.levers import is_on

PATCHED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {"layout.inline.get_next_linebox": inline.get_next_linebox}
)
"""The function that is wrapped."""

_SIMPLE = frozenset({boxes.LineBox, boxes.InlineBox, boxes.TextBox, boxes.InlineReplacedBox})
_MEMO = "casereport_lines"
_MOST = 2000
"""Lines kept of one paragraph; beyond, what is kept is dropped."""

Line = tuple[Any, Any]
"""A laid-out line box, None for no line, and where the next one resumes."""


@dataclass(slots=True)
class _Paragraph:
    """The lines of a line box, by where they begin and how wide they may be."""

    pieces: tuple[Any, ...]
    texts: tuple[str | None, ...]
    is_plain: bool
    looked_at_on: Any = None
    lines: dict[Any, _Kept] = field(default_factory=dict)

    def is_of(self, pieces: tuple[Any, ...]) -> bool:
        """True when the line box holds what it held."""
        return len(pieces) == len(self.pieces) and all(
            piece is known and getattr(piece, "text", None) is text
            for piece, known, text in zip(pieces, self.pieces, self.texts, strict=True)
        )


@dataclass(frozen=True, slots=True)
class _Kept:
    """A line as it was laid out with its block's content at ``x`` and its top at ``y``."""

    line: Any
    resume_at: Any
    x: float
    y: float
    width: float
    height: float


@functools.cache
def install() -> None:
    """Patch WeasyPrint for this process; the lever is asked for at each line."""
    inline.get_next_linebox = _remembering(inline.get_next_linebox)


def _remembering(get_next_linebox: Callable[..., Line]) -> Callable[..., Line]:
    """WeasyPrint's laying out of the next line, what was laid out before being remembered."""

    def get(  # noqa: PLR0913, PLR0917  (WeasyPrint's own parameters)
        context: Any,
        linebox: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        block: Any,
        absolute_boxes: Any,
        fixed_boxes: Any,
        first_letter_style: Any,
        first_line_style: Any,
    ) -> Line:
        paragraph = None
        if first_letter_style:
            # WeasyPrint makes a box of it now, each time, in the paragraph itself.
            vars(linebox).pop(_MEMO, None)
        if not (context.excluded_shapes or first_letter_style or first_line_style):
            paragraph = _paragraph_of(linebox, fixed_boxes) if is_on("lines") else None
        if paragraph is None or not paragraph.is_plain:
            return get_next_linebox(
                context, linebox, position_y, bottom_space, skip_stack, block,
                absolute_boxes, fixed_boxes, first_letter_style, first_line_style,
            )  # fmt: skip
        key = _flat(skip_stack), linebox.text_indent, block.width, block.height
        kept = paragraph.lines.get(key)
        x = block.content_box_x()
        if kept is not None:
            return _given_out(kept, linebox, x, position_y)
        line, resume_at = get_next_linebox(
            context, linebox, position_y, bottom_space, skip_stack, block,
            absolute_boxes, fixed_boxes, first_letter_style, first_line_style,
        )  # fmt: skip
        if line is not None:
            line.__dict__.pop(_MEMO, None)
            if len(paragraph.lines) >= _MOST:
                paragraph.lines.clear()
            paragraph.lines[key] = _Kept(
                line.deepcopy(), resume_at, x, position_y, linebox.width, linebox.height
            )
        return line, resume_at

    return get


def _paragraph_of(linebox: Any, on_page: Any) -> _Paragraph:
    """What is known of a line box; ``on_page`` is another object at each laying out of a page.

    But for a first letter, boxes are replaced between two pages' layouts: they are looked at once
    in each.
    """
    known: _Paragraph | None = getattr(linebox, _MEMO, None)
    if known is not None and known.looked_at_on is on_page:
        return known
    pieces = tuple(_pieces(linebox))
    if known is None or not known.is_of(pieces):
        texts = tuple(getattr(piece, "text", None) for piece in pieces)
        known = _Paragraph(pieces, texts, all(map(_is_plain, pieces)))
        setattr(linebox, _MEMO, known)
    known.looked_at_on = on_page
    return known


def _pieces(box: Any) -> Iterator[Any]:
    """What stands in a box, all the way down, itself left out."""
    for child in box.children:
        yield child
        yield from _pieces(child)


def _is_plain(box: Any) -> bool:
    """True for what is laid out by its line's width alone."""
    if not box.is_in_normal_flow():
        return False
    return type(box) in _SIMPLE or (type(box) is boxes.InlineBlockBox and not box.is_table_wrapper)


def _flat(skip_stack: Any) -> tuple[int, ...]:
    """A skip stack, ``{2: {0: {13: None}}}``, as what can be a key."""
    places = []
    while skip_stack:
        ((place, skip_stack),) = skip_stack.items()
        places.append(place)
    return tuple(places)


def _given_out(kept: _Kept, linebox: Any, x: float, y: float) -> Line:
    """A copy of a line in its new place; ``linebox`` is left as if it had been laid out."""
    line = kept.line.deepcopy()
    line.translate(x - kept.x, y - kept.y)
    line.position_y = y
    linebox.position_x, linebox.position_y = line.position_x, y
    linebox.width, linebox.height = kept.width, kept.height
    return line, kept.resume_at
