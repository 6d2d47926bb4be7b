"""Numbers laid out as text of their own, and painted when their page is done."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pydyf
from tinycss2.color5 import parse_color
from weasyprint.css import AnonymousStyle
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from casereport.typesetting.engine.linenumbers.counting import NumberedLine, numbered_lines

_SIZE = 10.5
"""CSS pixels (just under 8 pt), as all lengths here."""
_DISTANCE = 19.0
"""From the text to its number (5 mm), where there is room for it."""
_LOOK = {
    "color": parse_color("#555"),
    "direction": "ltr",
    "font_size": _SIZE,
    "font_style": "normal",
    "font_weight": 400,
}
_INHERITED = ("font_family", "lang")

_ARTIFACT = ("Artifact", {"Type": "/Pagination", "Subtype": "/LineNum"})
_NAMED = ("LineNum", None)
"""The same by a mark's name: PDFium tells names, and not the names that are properties."""
_READ_AS_NOTHING = ("Span", {"ActualText": pydyf.String("")})
"""Poppler takes text in the order of its places, and would lose that of a list beside numbers. One
mark for each number: PDFium takes what shares a replacement text for one piece."""


def number_lines(pages: Sequence[Any]) -> None:
    """Give each of a document's pages the numbers of its lines, to be painted with it."""
    counts: Counter[str] = Counter()
    for page in pages:
        root = page._page_box  # noqa: SLF001  (WeasyPrint's page is a thin coat over it)
        placed = [_place(line) for line in numbered_lines(root, counts)]
        numbers = [number for number in placed if number is not None]
        if numbers:
            _paint_after(page, numbers)


def _place(line: NumberedLine) -> Any:
    """The number's text box, beside its line; None where the room is narrower than the number."""
    style = AnonymousStyle(line.style.root_style)
    style.update(_LOOK, **{name: line.style[name] for name in _INHERITED})
    number = boxes.TextBox("", style, None, line.label)
    layout, _, _, width, height, baseline = split_first_line(line.label, style, None, None, 0)
    number.pango_layout, number.width, number.height = layout, width, height
    number.baseline = baseline
    is_rtl = line.style["direction"] == "rtl"
    measure = line.measure
    room = measure.room_right if is_rtl else measure.room_left
    if room < width:
        return None
    distance = min(_DISTANCE, (room - width) / 2)
    number.position_x = measure.right + distance if is_rtl else measure.left - distance - width
    number.position_y = line.baseline - baseline
    return number


def _paint_after(page: Any, numbers: Sequence[Any]) -> None:
    """Let ``numbers`` be painted after the page's content, in its space."""
    paint = page.paint

    def paint_and_number(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        with _marked(stream, _ARTIFACT), _marked(stream, _NAMED), stream.stacked():
            stream.transform(a=scale, d=scale)
            for number in numbers:
                with _marked(stream, _READ_AS_NOTHING):
                    draw_text(stream, number, 0, "clip", "none")

    page.paint = paint_and_number


@contextlib.contextmanager
def _marked(stream: Any, mark: tuple[str, Mapping[str, Any] | None]) -> Iterator[None]:
    name, properties = mark
    stream.begin_marked_content(name, properties and pydyf.Dictionary(properties))
    try:
        yield
    finally:
        stream.end_marked_content()
