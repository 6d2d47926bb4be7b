"""Glyphs painted as filled outlines, which no reader takes for text.

Coordinates: Pango units of a line, its left end at 0, y downwards (PDF 32000-1 section 8.5 for
paths). A font is taken before WeasyPrint cuts it down: pages are drawn first.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.text.ffi import FROM_UNITS

_glyph_sets: WeakKeyDictionary[Any, tuple[TTFont, Any]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Shape:
    """A glyph of a font at a size, and where its origin stands on the line."""

    font: Any
    font_size: float
    glyph: int
    x: int
    y: int


def paint(stream: Any, shapes: Sequence[Shape], matrix: Any) -> None:
    """Fill the outlines of ``shapes``; ``matrix`` places their line (text space, y upwards)."""
    with stream.stacked():
        a, b, c, d, e, f = matrix.values
        stream.transform(a, b, c, d, e, f)
        for shape in shapes:
            font, glyphs = _glyph_set(shape.font)
            pen = _Pen(glyphs, stream, shape, shape.font_size / shape.font.upem)
            glyphs[font.getGlyphName(shape.glyph)].draw(pen)
        stream.fill()


def _glyph_set(font: Any) -> tuple[TTFont, Any]:
    if font not in _glyph_sets:
        parsed = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        _glyph_sets[font] = parsed, parsed.getGlyphSet()
    return _glyph_sets[font]


class _Pen(BasePen):  # type: ignore[misc]  # (untyped base)
    """Writes an outline into a PDF stream; the base class makes cubic curves of all others."""

    def __init__(self, glyphs: Any, stream: Any, shape: Shape, scale: float) -> None:
        super().__init__(glyphs)
        self._stream = stream
        self._x, self._y = shape.x * FROM_UNITS, -shape.y * FROM_UNITS
        self._scale = scale

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return (
            round(self._x + point[0] * self._scale, 3),
            round(self._y + point[1] * self._scale, 3),
        )

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  (fontTools' name)
        self._stream.move_to(*self._at(pt))

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._stream.line_to(*self._at(pt))

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._stream.curve_to(*self._at(pt1), *self._at(pt2), *self._at(pt3))

    def _closePath(self) -> None:  # noqa: N802
        self._stream.close()
