"""Puts the hooks in, once a process, and tells which WeasyPrint functions they stand on."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import weasyprint.draw
import weasyprint.pdf
from weasyprint import anchors, stacking
from weasyprint.draw import text as drawing
from weasyprint.pdf import tags
from weasyprint.text import line_break

from casereport.levers import is_stock
from casereport.typesetting.engine.textlayer.glyphs import settle_line
from casereport.typesetting.engine.textlayer.justification import fit_spaces
from casereport.typesetting.engine.textlayer.lines import ENDS_LINE, with_marked_ends
from casereport.typesetting.engine.textlayer.links import without_repeated_areas
from casereport.typesetting.engine.textlayer.order import with_shifted_boxes_in_place
from casereport.typesetting.engine.textlayer.outlines import Shape, paint
from casereport.typesetting.engine.textlayer.tags import with_languages_and_whole_links

PATCHED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "anchors.gather_anchors": anchors.gather_anchors,
        "draw.draw_inline_level": weasyprint.draw.draw_inline_level,
        "draw.text.draw_text": drawing.draw_text,
        "draw.text.draw_first_line": drawing.draw_first_line,
        "pdf.add_links": weasyprint.pdf.add_links,
        "pdf.fonts.build_fonts_dictionary": weasyprint.pdf.build_fonts_dictionary,
        "pdf.tags._build_box_tree": tags._build_box_tree,  # noqa: SLF001  (the seam itself)
        "stacking._dispatch": stacking._dispatch,  # noqa: SLF001
        "text.line_break.Layout.get_first_line": line_break.Layout.get_first_line,
        "text.line_break.Layout.reactivate": line_break.Layout.reactivate,
    }
)
"""The functions that are wrapped or replaced, and those whose working the patches rely on."""

Draw = Callable[..., Any]

_TO_SETTLE = re.compile("[\u0590-\u08ff\u200c\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
"""What a line holds that has clusters to settle; others are drawn as they come."""
_ROUNDING = 0.1
"""Pixels; Pango counts in whole 1024ths, and what is cut short by one of them has an ellipsis."""


@functools.cache
def install() -> None:
    """Patch WeasyPrint for this process; while ``is_stock`` says so, it works as it comes."""
    drawing.draw_first_line = _with_settled_glyphs(drawing.draw_first_line)
    weasyprint.draw.draw_inline_level = with_marked_ends(weasyprint.draw.draw_inline_level)
    build = tags._build_box_tree  # noqa: SLF001
    tags._build_box_tree = with_languages_and_whole_links(build)  # noqa: SLF001
    dispatch = stacking._dispatch  # noqa: SLF001
    stacking._dispatch = with_shifted_boxes_in_place(dispatch)  # noqa: SLF001
    add_links = weasyprint.pdf.add_links

    def add_links_once(links_and_anchors: Any, *arguments: Any) -> None:
        add_links(
            links_and_anchors if is_stock() else without_repeated_areas(links_and_anchors),
            *arguments,
        )

    weasyprint.pdf.add_links = add_links_once


def _with_settled_glyphs(draw: Draw) -> Draw:
    """Wrap WeasyPrint's drawing of a line, so that its glyphs are settled first."""

    def settle_and_draw(
        stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any
    ) -> Any:
        arguments = (text_overflow, block_ellipsis)
        if is_stock():
            return draw(stream, textbox, *arguments, matrix)
        layout = textbox.pango_layout
        is_justified = bool(getattr(textbox, "justification_spacing", 0))  # text in SVG has none
        to_settle = _TO_SETTLE.search(layout.text) is not None
        if arguments != ("clip", "none") and layout.max_width is None:
            # An ellipsis asks how wide a line may be: one that is justified is as wide as it is.
            layout.max_width = textbox.width + _ROUNDING
        if not (is_justified or to_settle):
            return draw(stream, textbox, *arguments, matrix)
        given = layout.get_first_line
        shapes: list[Shape] = []

        # The line that is drawn is made inside: an ellipsis may have changed it.
        def settled() -> tuple[Any, Any]:
            line, index = given()
            if is_justified:
                fit_spaces(layout.text, line, textbox.width)
            if to_settle:
                ends_line = getattr(textbox, ENDS_LINE, False)
                shapes[:] = settle_line(stream, layout.text, line, ends_line=ends_line)
            return line, index

        layout.get_first_line = settled
        try:
            emojis = draw(stream, textbox, *arguments, matrix)
        finally:
            del layout.get_first_line
        if shapes:
            stream.end_text()
            paint(stream, shapes, matrix)
            stream.begin_text()
        return emojis

    return settle_and_draw
