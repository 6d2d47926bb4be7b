"""Where our engine puts each character, read from the glyphs of the boxes that it laid out.

The walk is that of drawing (``weasyprint.draw.text.draw_first_line``): each text box's first Pango
line, its runs from left to right, the advance of each glyph. So what is measured is what is painted.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from casereport.typesetting.assets import AssetStore
from casereport.typesetting.engine.environment import engine_environment
from tests.bidi.documents import Case, page
from tests.bidi.lines import Placed, is_visible

_STOCK = "CASEREPORT_STOCK_TYPESETTING"


@dataclass(frozen=True, slots=True)
class LineExtent:
    """The content box in which a line stands, left and right in px, and the text-indent."""

    left: float
    right: float
    is_rtl: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One case as it was set: characters in the order of the box tree, and its line boxes."""

    characters: tuple[Placed, ...]
    lines: tuple[LineExtent, ...]


def our_sections(cases: Sequence[Case], *, stock: bool = False) -> list[Section]:
    """Set the cases with casereport.typesetting, or with WeasyPrint as it comes."""
    if not cases:
        return []
    document_source = page(cases, [case.html for case in cases])
    with _stock(stock), engine_environment():
        from casereport.typesetting.engine import render
        from casereport.typesetting.engine.fontset import BundledFonts

        fonts = BundledFonts()
        try:
            document, _ = render._lay_out(document_source, AssetStore({}), fonts)
            return _read(document, len(cases))
        finally:
            fonts.close()


@contextlib.contextmanager
def _stock(wanted: bool) -> Iterator[None]:
    before = os.environ.pop(_STOCK, None)
    if wanted:
        os.environ[_STOCK] = "1"
    try:
        yield
    finally:
        os.environ.pop(_STOCK, None)
        if before is not None:
            os.environ[_STOCK] = before


def _read(document: Any, count: int) -> list[Section]:
    readers = [_Reader() for _ in range(count)]
    current = 0
    for sheet in document.pages:
        box = sheet._page_box
        section = next((b for b in _tree(box) if _is_section(b)), None)
        if section is not None:
            current = int(section.element.get("id")[1:])
            readers[current].origin = (section.content_box_x(), section.content_box_y())
        readers[current].read(box, None)
    return [Section(tuple(r.characters), tuple(r.lines)) for r in readers]


def _is_section(box: Any) -> bool:
    return bool(box.element_tag == "section")


def _tree(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _tree(child)


class _Reader:
    """Collects the characters of one case."""

    def __init__(self) -> None:
        self.origin = (0.0, 0.0)
        self.characters: list[Placed] = []
        self.lines: list[LineExtent] = []

    def read(self, box: Any, container: Any) -> None:
        from weasyprint.formatting_structure import boxes

        if isinstance(box, boxes.TextBox):
            self.characters.extend(self._text(box))
        elif isinstance(box, boxes.InlineReplacedBox):
            left = box.position_x - self.origin[0]
            y = box.position_y - self.origin[1] + box.margin_height() / 2
            self.characters.append(
                Placed("\ufffc", left, left + box.margin_width(), y, line=len(self.lines) - 1)
            )
        elif isinstance(box, boxes.LineBox):
            left = container.content_box_x() - self.origin[0]
            is_rtl = container.style["direction"] == "rtl"
            self.lines.append(LineExtent(left, left + container.width, is_rtl))
            self._children(box, container)
        elif isinstance(box, boxes.BlockContainerBox):
            self._children(box, box)
        else:
            self._children(box, container)

    def _children(self, box: Any, container: Any) -> None:
        for child in getattr(box, "children", ()):
            self.read(child, container)

    def _text(self, box: Any) -> Iterator[Placed]:
        if box.style["visibility"] != "visible" or not box.text or not box.style["font_size"]:
            return
        layout = box.pango_layout
        left = box.position_x - self.origin[0]
        y = box.position_y - self.origin[1] + box.height / 2
        line = len(self.lines) - 1
        layout.reactivate(box.style)
        try:
            for text, start, end, level in _clusters(layout, box):
                visible = [c for c in text if is_visible(c)]
                width = (end - start) / (len(visible) or 1)
                ordered = visible[::-1] if level % 2 else visible
                placed = [
                    Placed(
                        c, left + start + i * width, left + start + (i + 1) * width, y, level, line
                    )
                    for i, c in enumerate(ordered)
                ]
                yield from (placed[::-1] if level % 2 else placed)
        finally:
            layout.deactivate()


def _clusters(layout: Any, box: Any) -> list[tuple[str, float, float, int]]:
    """(text, left, right, level) of each cluster of the first line, in logical order, in px."""
    from weasyprint.text.ffi import FROM_UNITS, ffi

    from casereport.levers import is_stock
    from casereport.typesetting.engine.textlayer.justification import fit_spaces

    line, _ = layout.get_first_line()
    if box.justification_spacing and not is_stock():
        fit_spaces(layout.text, line, box.width)  # as when it is drawn
    encoded = layout.text.encode()
    found: list[tuple[int, str, float, float, int]] = []
    x = 0.0
    run = line.runs
    while run != ffi.NULL:
        item, run = run.data, run.next
        count = item.glyphs.num_glyphs
        offset, length = item.item.offset, item.item.length
        starts = ffi.unpack(item.glyphs.log_clusters, count)
        ends = dict(zip(ordered := sorted(set(starts)), [*ordered[1:], length], strict=True))
        for start, places in groupby(range(count), key=starts.__getitem__):
            width = sum(item.glyphs.glyphs[i].geometry.width for i in places) * FROM_UNITS
            text = encoded[offset + start : offset + ends[start]].decode()
            level = int(item.item.analysis.level)
            found.append((offset + start, text, x, x + width, level))
            x += width
    return [entry[1:] for entry in sorted(found, key=lambda entry: entry[0])]
