"""The width of a justified line, kept to the one it was laid out for.

WeasyPrint measures a line as it is shaped whole, and draws it with spacing on its spaces. Pango
then shapes each word by itself: the kerning between a space and a letter ("A", "T", "V") is lost,
and the line ends a pixel or more past the margin. A no-break space at the end of a box gets half
the spacing of the others. So the spaces of a box are made alike, and take up the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.text.ffi import TO_UNITS, ffi

_SPACES = (b" ", "\u00a0".encode())


def fit_spaces(text: str, line: Any, width: float) -> None:
    """Make the spaces of a Pango line alike, and so wide that it is ``width`` px wide."""
    spaces = list(_spaces(text.encode(), line))
    rest = round(width * TO_UNITS) - sum(map(_width, _runs(line)))
    rest += sum(geometry.width for geometry in spaces)
    for index, geometry in enumerate(spaces):
        geometry.width = rest // (len(spaces) - index)
        rest -= geometry.width


def _runs(line: Any) -> Iterator[Any]:
    run = line.runs
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _width(item: Any) -> int:
    glyphs = item.glyphs
    return sum(glyphs.glyphs[i].geometry.width for i in range(glyphs.num_glyphs))


def _spaces(encoded: bytes, line: Any) -> Iterator[Any]:
    """The geometry of each glyph that stands for a space."""
    for item in _runs(line):
        start = item.item.offset
        for i in range(item.glyphs.num_glyphs):
            if encoded.startswith(_SPACES, start + item.glyphs.log_clusters[i]):
                yield item.glyphs.glyphs[i].geometry
