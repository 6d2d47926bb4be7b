"""The glyphs of a PDF: each character of its text layer with its place, and the lines they make.

PDFium's fpdf_text.h. PDFium's own order is not used for lines (it turns whole lines round in a
document that is read from right to left): a page's text objects are taken in the order in which
they are painted, and a new line begins where the baseline leaves the line's own. Two cells of one
row may so be one line; who compares it with a text takes it apart at its text objects.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from casereport.inspection.opening import opened
from casereport.inspection.pdfium_calls import marks

_MAX_DEPTH = 20
_LINE_NUMBER = frozenset({"Artifact", "LineNum"})
"""The marks of a number in the margin (PDF 32000-2 table 363, and a mark of its own inside)."""
_SAME_LINE = 0.6
"""A glyph belongs to a line when its baseline is nearer than this, in the larger font's size."""


class Glyph(NamedTuple):
    """A code point of the text layer; ``serial`` is its place in PDFium's order of the page.

    ``x`` is the middle of its advance, ``y`` its baseline, in points from the page's lower left.
    Characters that one glyph stands for share ``x``. ``run`` numbers the text objects in the order
    of painting. ``mapped`` is False when the font does not say which character it is.
    """

    text: str
    x: float
    y: float
    size: float
    run: int
    serial: int
    mapped: bool


@dataclass(frozen=True, slots=True)
class GlyphLine:
    """Glyphs on one baseline, painted one after the other; in the order of painting."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def visual(self) -> tuple[Glyph, ...]:
        """The glyphs from left to right."""
        return tuple(sorted(self.glyphs, key=_from_left))


@dataclass(frozen=True, slots=True)
class GlyphPage:
    """A page: its edges in points, its lines in the order of painting, its invisible text.

    ``numbers`` are the line numbers in its margins, which are marked as such: no line of the text.
    """

    number: int
    left: float
    bottom: float
    right: float
    top: float
    lines: tuple[GlyphLine, ...]
    hidden: str = ""
    numbers: tuple[GlyphLine, ...] = ()


def read_glyphs(content: bytes) -> tuple[GlyphPage, ...]:
    """The glyphs of every page.

    Raises:
        UnreadablePdfError: no PDF, one that wants a password, or one past mending.
    """
    with opened(content) as pdf:
        return tuple(_read_page(pdf, index) for index in range(len(pdf)))


def visual_text(glyphs: Sequence[Glyph]) -> str:
    """The characters from left to right, as they stand on the page."""
    return "".join(glyph.text for glyph in sorted(glyphs, key=_from_left))


def _from_left(glyph: Glyph) -> tuple[float, int]:
    return glyph.x, glyph.serial


def _read_page(pdf: Any, index: int) -> GlyphPage:
    page = pdf[index]
    textpage = page.get_textpage()
    try:
        left, bottom, right, top = page.get_cropbox()
        runs = _runs(page)
        found = _glyphs(textpage, runs.places)
        glyphs = sorted(found, key=lambda glyph: (glyph.run, glyph.serial))
        text = [glyph for glyph in glyphs if glyph.run not in runs.numbers]
        numbers = [glyph for glyph in glyphs if glyph.run in runs.numbers]
        return GlyphPage(
            index + 1,
            left,
            bottom,
            right,
            top,
            lines=tuple(GlyphLine(index + 1, line) for line in _lines(text)),
            hidden="".join(glyph.text for glyph in glyphs if glyph.run in runs.hidden),
            numbers=tuple(GlyphLine(index + 1, line) for line in _lines(numbers)),
        )
    finally:
        textpage.close()
        page.close()


@dataclass(frozen=True, slots=True)
class _Runs:
    """The text objects of a page: the address of each → its number in painting, and of what kind.

    ``hidden`` are those that are invisible, ``numbers`` those that print line numbers.
    """

    places: dict[int, int]
    hidden: frozenset[int]
    numbers: frozenset[int]


def _runs(page: Any) -> _Runs:
    from pypdfium2 import raw

    places: dict[int, int] = {}
    hidden: set[int] = set()
    numbers: set[int] = set()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_MAX_DEPTH):
        address = ctypes.cast(item.raw, ctypes.c_void_p).value or 0
        place = places.setdefault(address, len(places))
        if raw.FPDFTextObj_GetTextRenderMode(item.raw) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            hidden.add(place)
        if marks(item.raw) >= _LINE_NUMBER:
            numbers.add(place)
    return _Runs(places, frozenset(hidden), frozenset(numbers))


def _glyphs(textpage: Any, runs: dict[int, int]) -> Iterator[Glyph]:
    """Every character that a text object painted; PDFium's own spaces and line ends are left out.

    Code points beyond the BMP come as two surrogates, as UTF-16 has them; they are joined.
    """
    from pypdfium2 import raw

    handle = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    high = 0
    for index in range(raw.FPDFText_CountChars(handle)):
        address = ctypes.cast(raw.FPDFText_GetTextObject(handle, index), ctypes.c_void_p).value
        if not address or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + (high - 0xD800 << 10) + (code - 0xDC00)
        high = 0
        raw.FPDFText_GetMatrix(handle, index, matrix)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        yield Glyph(
            text=chr(code),
            x=(box.left + box.right) / 2,
            y=y.value,
            size=raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d),
            run=runs.setdefault(address, len(runs)),
            serial=index,
            mapped=raw.FPDFText_HasUnicodeMapError(handle, index) != 1,
        )


def _lines(glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """Glyphs in the order of painting, cut where the baseline leaves the line."""
    line: list[Glyph] = []
    baseline = size = 0.0
    for glyph in glyphs:
        if line and abs(glyph.y - baseline) > _SAME_LINE * max(size, glyph.size):
            yield tuple(line)
            line = []
        if not line or glyph.size > size:
            baseline, size = glyph.y, glyph.size
        line.append(glyph)
    if line:
        yield tuple(line)
