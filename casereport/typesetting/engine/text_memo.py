"""A text that was measured once at a width is not measured again, nor in the next document.

WeasyPrint hands a text to Pango each time its line is tried: for the width of a column or a cell,
for each height of columns, for a space that may hang. What comes of it depends on the text, the
width, some properties of its style and the fonts; by these it is kept. It is plain data: the layout
in it has given its Pango objects back. The height of a style's lines is kept likewise.

A process that stays keeps it from one document to the next, up to a bound. A document that brings
fonts has a memory of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType
from typing import Any, cast

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from casereport.levers import is_on
from casereport.typesetting.engine.fontset import BundledFonts

PATCHED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "text.line_break.split_first_line": line_break.split_first_line,
        "text.line_break.strut": line_break.strut,
        "text.line_break.Layout": line_break.Layout,
        "text.line_break.first_line_metrics": line_break.first_line_metrics,
        "text.fonts.get_font_description": line_break.get_font_description,
    }
)
"""The functions that are wrapped, and those that say which properties count."""

PROPERTIES = (
    "direction", "lang", "white_space", "word_break", "overflow_wrap", "tab_size", "line_height",
    "word_spacing", "letter_spacing", "text_decoration_line",
    "hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone",
    "font_family", "font_size", "font_style", "font_weight", "font_stretch", "font_kerning",
    "font_language_override", "font_feature_settings", "font_variation_settings",
    "font_variant_alternates", "font_variant_caps", "font_variant_east_asian",
    "font_variant_ligatures", "font_variant_numeric", "font_variant_position",
)  # fmt: skip
"""All that the measuring reads of a style."""

_MOST = 2_000_000
"""Characters of texts that are kept; beyond, all is dropped and begun anew."""
_MOST_STYLES = 5000
"""Styles that are told apart, likewise."""
_LONGEST = 4000
"""Of a longer text each line would keep what is left of it."""

_values_of = itemgetter(*PROPERTIES)

Measured = tuple[Any, int, int | None, float, float, float]
"""The layout, bytes of the line, where the next one resumes, width, height and baseline (px)."""


@dataclass(slots=True)
class _Memory:
    """What was measured with one set of fonts; styles by number, so that keys are small."""

    styles: dict[tuple[Any, ...], int] = field(default_factory=dict)
    texts: dict[tuple[Any, ...], tuple[dict[str, Any], Measured]] = field(default_factory=dict)
    struts: dict[int, tuple[float, float]] = field(default_factory=dict)
    characters: int = 0

    def number_of(self, style: Any) -> int | None:
        """The number of a style; None when it holds what cannot be compared."""
        values = _values_of(style)
        if len(self.styles) >= _MOST_STYLES:
            self.forget()
        try:
            return self.styles.setdefault(values, len(self.styles))
        except TypeError:
            return None

    def keep(self, key: tuple[Any, ...], length: int, measured: Measured) -> None:
        """Keep what was measured of a text of ``length`` characters."""
        self.characters += length
        if self.characters > _MOST:
            self.forget()
            return
        # The layout itself goes out, and whoever draws it may change it (an ellipsis).
        self.texts[key] = dict(vars(measured[0])), measured

    def forget(self) -> None:
        """Begin anew."""
        for kept in (self.styles, self.texts, self.struts):
            kept.clear()
        self.characters = 0


_BUNDLED = _Memory()


@functools.cache
def install() -> None:
    """Patch WeasyPrint for this process; the lever is asked for at each text."""
    measure = _remembering(line_break.split_first_line)
    inline.split_first_line = preferred.split_first_line = measure
    inline.strut = _remembering_height(line_break.strut)


def forget() -> None:
    """Forget what documents without fonts of their own have left."""
    _BUNDLED.forget()


def _memory_of(fonts: Any) -> _Memory:
    if isinstance(fonts, BundledFonts) and not fonts.has_more:
        return _BUNDLED
    return cast("_Memory", vars(fonts).setdefault("casereport_texts", _Memory()))


def _remembering(split_first_line: Callable[..., Measured]) -> Callable[..., Measured]:
    """WeasyPrint's measuring of a text up to its line's end, by what was measured before."""

    def split(  # noqa: PLR0913, PLR0917  (WeasyPrint's own parameters)
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,  # noqa: FBT001, FBT002
        minimum: bool = False,  # noqa: FBT001, FBT002
    ) -> Measured:
        arguments = text, max_width, justification_spacing, is_line_start, minimum
        memory = number = None
        if is_on("texts") and len(text) <= _LONGEST:
            memory = _memory_of(style.font_config)
            number = memory.number_of(style)
        if memory is None or number is None:
            return split_first_line(text, style, context, *arguments[1:])
        key = number, *arguments
        known = memory.texts.get(key)
        if known is not None:
            return _given_out(*known)
        measured = split_first_line(text, style, context, *arguments[1:])
        memory.keep(key, len(text), measured)
        return measured

    return split


def _given_out(values: dict[str, Any], measured: Measured) -> Measured:
    layout = object.__new__(line_break.Layout)
    vars(layout).update(values)
    return layout, *measured[1:]


def _remembering_height(strut: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """WeasyPrint's height and baseline of a style's lines; it makes a text of the style to ask."""

    def height(style: Any) -> Any:
        if not is_on("texts"):
            return strut(style)
        memory = _memory_of(style.font_config)
        number = memory.number_of(style)
        if number is None:
            return strut(style)
        known = memory.struts.get(number)
        if known is None:
            known = memory.struts[number] = strut(style)
        return known

    return height
