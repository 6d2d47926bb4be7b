"""A text that was measured once at a width is not measured again, nor in the next document.

WeasyPrint hands a text to Pango each time its line is tried: for the width of a column or a cell,
for each height of columns, for a space that may hang. What comes of it depends on the text, the
width, some properties of its style and the fonts; by these it is kept. It is plain data: the layout
in it has given its Pango objects back. The height of a style's lines is kept likewise.

A process that stays keeps it from one document to the next, up to a bound. A document that brings
fonts has a memory of its own, begun anew with each face; where the fonts are not ours
(``bidi_html``), nothing is remembered: nobody tells when a face is added.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from casereport.levers import is_on
from casereport.typesetting.engine.fontset import BundledFonts

_READ = (
    "Layout", "_font_style_cache_key", "create_layout", "first_line_metrics",
    "get_font_description", "line_size", "split_first_line", "strut",
)  # fmt: skip
PATCHED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {f"text.line_break.{name}": getattr(line_break, name) for name in _READ}
)
"""The functions that are wrapped, and those that say which properties count."""

PROPERTIES = (
    "text_decoration_line",
    "direction", "lang", "white_space", "word_break", "overflow_wrap", "tab_size", "line_height",
    "word_spacing", "letter_spacing",
    "hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone",
    "font_family", "font_size", "font_style", "font_weight", "font_stretch", "font_kerning",
    "font_language_override", "font_feature_settings", "font_variation_settings",
    "font_variant_alternates", "font_variant_caps", "font_variant_east_asian",
    "font_variant_ligatures", "font_variant_numeric", "font_variant_position",
)  # fmt: skip
"""All that the measuring reads of a style; the first may be a set of lines over and under."""

_MOST = 16_000_000
"""Bytes, about, of what is kept; beyond, all is dropped and begun anew."""
_EACH = 800
"""Bytes of an entry beside its text, of which a character takes two."""
_MOST_STYLES = 5000
"""Styles that are told apart, likewise."""
_LONGEST = 4000
"""Of a longer text each line would keep what is left of it."""

_values_of = itemgetter(*PROPERTIES)

Measured = tuple[Any, int, int | None, float, float, float]
"""The layout, bytes of the line, where the next one resumes, width, height and baseline (px)."""


@dataclass(slots=True)
class Memory:
    """What was measured with one set of fonts; styles by number, so that keys are small."""

    styles: dict[tuple[Any, ...], int] = field(default_factory=dict)
    texts: dict[tuple[Any, ...], tuple[dict[str, Any], tuple[Any, ...]]] = field(
        default_factory=dict
    )
    struts: dict[int, tuple[float, float]] = field(default_factory=dict)
    size: int = 0
    last_number: int = 0

    def number_of(self, style: Any) -> int | None:
        """The number of a style, never given twice; None when it holds what cannot be a key."""
        values = _values_of(style)
        if isinstance(values[0], set):
            values = frozenset(values[0]), *values[1:]
        try:
            return self.styles.get(values) or self._numbered(values)
        except TypeError:
            return None

    def _numbered(self, values: tuple[Any, ...]) -> int:
        if len(self.styles) >= _MOST_STYLES:
            self.forget()
        self.last_number += 1
        self.styles[values] = self.last_number
        return self.last_number

    def keep(self, key: tuple[Any, ...], text: str, measured: Measured) -> None:
        """Keep what was measured of a text."""
        self.size += _EACH + 2 * len(text)
        if self.size > _MOST:
            self.forget()
            return
        # The layout itself goes out, and whoever draws it may change it (an ellipsis).
        layout, *rest = measured
        self.texts[key] = dict(vars(layout)), tuple(rest)

    def forget(self) -> None:
        """Begin anew."""
        for kept in (self.texts, self.struts, self.styles):
            kept.clear()
        self.size = 0


_BUNDLED = Memory()


@functools.cache
def install() -> None:
    """Patch WeasyPrint for this process; the lever is asked for at each text."""
    measure = _remembering(line_break.split_first_line)
    inline.split_first_line = preferred.split_first_line = measure
    inline.strut = _remembering_height(line_break.strut)


def forget() -> None:
    """Forget what documents without fonts of their own have left."""
    _BUNDLED.forget()


def _place_of(style: Any) -> tuple[Memory, int] | None:
    """The memory for a style's fonts, and the style's number in it; None when nothing is kept."""
    fonts = style.font_config
    if not (is_on("texts") and isinstance(fonts, BundledFonts)):
        return None
    memory = _BUNDLED
    if fonts.has_more:
        fonts.measured = memory = fonts.measured or Memory()
    number = memory.number_of(style)
    return None if number is None else (memory, number)


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
        place = _place_of(style) if len(text) <= _LONGEST else None
        if place is None:
            return split_first_line(text, style, context, *arguments[1:])
        memory, number = place
        key = number, *arguments
        known = memory.texts.get(key)
        if known is not None:
            return _given_out(*known)
        measured = split_first_line(text, style, context, *arguments[1:])
        memory.keep(key, text, measured)
        return measured

    return split


def _given_out(values: dict[str, Any], rest: tuple[Any, ...]) -> Measured:
    layout = object.__new__(line_break.Layout)
    vars(layout).update(values)
    return layout, *rest


def _remembering_height(strut: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """WeasyPrint's height and baseline of a style's lines; it makes a text of the style to ask."""

    def height(style: Any) -> Any:
        place = _place_of(style)
        if place is None:
            return strut(style)
        memory, number = place
        known = memory.struts.get(number)
        if known is None:
            known = memory.struts[number] = strut(style)
        return known

    return height
