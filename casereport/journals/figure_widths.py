"""How wide figures print: what the style sheets make of column, page and millimetres.

The lengths are those of templates/base/style.css; a test typesets figures and measures them. The
plates at the end of a manuscript are judged at the size that case.yaml gives: so they will print.
"""

from __future__ import annotations

from casereport.journals.manifest import Manifest
from casereport.model.display import Figure

_GUTTER = 6
_ALONE = 92
_PANELS_ALONE = 120
_PANEL_GAP = 4
_HIGHEST = 180
_MM_OF_AN_INCH = 25.4


def column_width(manifest: Manifest) -> float | None:
    """The width of a column of text in millimetres; None when the margins are no millimetres."""
    text = manifest.page.text_width
    if text is None or manifest.layout.columns == "1":
        return text
    return (text - _GUTTER) / 2


def image_width(figure: Figure, manifest: Manifest) -> float | None:
    """The most that an image of the figure can be wide in print, in millimetres, or None."""
    room = _room(figure, manifest)
    panels = sum(panel.file is not None for panel in figure.panels)
    if room is None or panels < 2:
        return room
    return (room - _PANEL_GAP * (panels - 1)) / panels


def printed_width(width: int, height: int, most: float) -> float:
    """The width in millimetres of an image of so many points: a high one is made less wide."""
    return min(most, _HIGHEST * width / height)


def dots_per_inch(points: int, millimetres: float) -> int:
    """The resolution at which so many points print, rounded down."""
    return int(points / millimetres * _MM_OF_AN_INCH)


def points_for(dpi: int, millimetres: float) -> int:
    """How many points a width takes at a resolution."""
    return -int(-dpi * millimetres // _MM_OF_AN_INCH)


def _room(figure: Figure, manifest: Manifest) -> float | None:
    column, text = column_width(manifest), manifest.page.text_width
    if column is None or text is None:
        return None
    if figure.width == "page":
        return text
    if figure.width.endswith("mm"):
        return min(int(figure.width.removesuffix("mm")), column)
    if manifest.layout.columns == "1":
        return min(_PANELS_ALONE if figure.panels else _ALONE, text)
    return column
