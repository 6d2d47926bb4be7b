"""Text on raster images: the project's one way to set a Persian or English label in a figure.

Pillow's raqm is used where Pillow has it, else arabic-reshaper and python-bidi (see
:mod:`casereport.typesetting.label_shaping`). Both draw the same letters, joined alike, in the same
order, and half-spaces part letters without leaving a trace. raqm also kerns and places marks by
the font's tables; the other engine sets letters unkerned and centres marks over their letter.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from PIL import Image, ImageDraw, ImageFont, features

from casereport.errors import TypesettingError
from casereport.typesetting.label_shaping import (
    Direction,
    Engine,
    ShapedLabel,
    ShapedLetter,
    is_invisible,
    is_mark,
    lam_alef_spans,
    mark_base,
    shaped_label,
)

__all__ = [
    "Anchor",
    "Direction",
    "Engine",
    "LabelBox",
    "LabelStyle",
    "ShapedLabel",
    "ShapedLetter",
    "available_engine",
    "draw_label",
    "measure_label",
    "shaped_label",
]

Anchor = Literal[
    "la", "lm", "ls", "ld", "ma", "mm", "ms", "md", "ra", "rm", "rs", "rd",
]  # fmt: skip
"""Which point of the label stands at the position.

First l, m, r: left edge, middle, right edge. Then a, m, s, d: the first line's ascender, the
middle of the block, the first line's baseline, the last line's descender.
"""

_NO_CHARACTER: Final = "\U0010ffff"
"""A noncharacter: what a font draws for it is what it draws for everything it lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelStyle:
    """How a label looks.

    ``font`` is the bytes of a TrueType font with Arabic presentation forms (Vazirmatn has them);
    ``size`` the em in pixels; ``leading`` the distance of baselines in ems. ``engine`` None takes
    raqm where Pillow has it. ``opentype`` are more feature settings for raqm alone ("-kern").
    """

    font: bytes
    size: float
    fill: str | tuple[int, ...] = "black"
    leading: float = 1.5
    engine: Engine | None = None
    opentype: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelBox:
    """The smallest box that holds a label's ink, in pixels; right and bottom are exclusive."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A string that goes to Pillow in one call; ``at`` is the left end of its baseline."""

    text: str
    at: tuple[float, float]
    direction: Direction | None = None
    features: tuple[str, ...] = ()


def available_engine() -> Engine:
    """``raqm`` where this machine's Pillow can shape by itself, else ``reshaper``."""
    return "raqm" if features.check("raqm") else "reshaper"


def draw_label(  # noqa: PLR0913  (the two keyword refinements are per label, not per style)
    image: Image.Image,
    position: tuple[float, float],
    text: str,
    style: LabelStyle,
    *,
    direction: Direction | None = None,
    anchor: Anchor = "la",
) -> LabelBox:
    """Draw a label and return the box of its ink.

    Args:
        image: is drawn upon.
        position: x and y in pixels of the point that ``anchor`` names.
        text: in logical order, as typed; each line of it is set as a paragraph of its own.
        style: font, size, colour.
        direction: the base direction; by default each line's first strong character tells.
        anchor: see :data:`Anchor`.

    Raises:
        TypesettingError: the font lacks a character or, without raqm, a joined form.
    """
    font, pieces = _set(text, style, direction, anchor)
    pencil = ImageDraw.Draw(image)
    for piece in pieces:
        pencil.text(
            (position[0] + piece.at[0], position[1] + piece.at[1]),
            piece.text,
            fill=style.fill,
            font=font,
            anchor="ls",
            direction=piece.direction,
            features=list(piece.features) or None,
        )
    return _ink(font, pieces, position)


def measure_label(
    text: str,
    style: LabelStyle,
    *,
    direction: Direction | None = None,
    anchor: Anchor = "la",
) -> LabelBox:
    """The box that :func:`draw_label` would fill if the position were (0, 0)."""
    return _ink(*_set(text, style, direction, anchor), (0.0, 0.0))


def _set(
    text: str, style: LabelStyle, direction: Direction | None, anchor: Anchor
) -> tuple[ImageFont.FreeTypeFont, tuple[_Piece, ...]]:
    """Shape and place every line of a label around the point (0, 0)."""
    engine = style.engine or available_engine()
    font = _font(style.font, style.size, engine)
    lines = text.splitlines()
    ascent, descent = font.getmetrics()
    last = style.leading * style.size * max(len(lines) - 1, 0)
    first = {"a": ascent, "m": (ascent - descent - last) / 2, "s": 0.0, "d": -descent - last}
    pieces: list[_Piece] = []
    for number, line in enumerate(lines):
        shaped = shaped_label(line, engine=engine, direction=direction)
        _refuse_missing(shaped.drawn, font)
        parts = _raqm(shaped, style.opentype) if engine == "raqm" else _plain(shaped, font)
        width = max((_length(font, part) for part in parts), default=0.0)
        left = {"l": 0.0, "m": -width / 2, "r": -width}[anchor[0]]
        baseline = first[anchor[1]] + number * style.leading * style.size
        pieces.extend(
            replace(part, at=(part.at[0] + left, part.at[1] + baseline)) for part in parts
        )
    return font, tuple(pieces)


def _raqm(shaped: ShapedLabel, opentype: tuple[str, ...]) -> tuple[_Piece, ...]:
    """The line whole, with every ligature off but lam-alef, as the other engine has it."""
    spans = lam_alef_spans(shaped.drawn)
    starts = (0, *(end for _, end in spans))
    ends = (*(start for start, _ in spans), len(shaped.drawn))
    off = tuple(
        f"-liga[{start}:{end}]" for start, end in zip(starts, ends, strict=True) if start < end
    )
    return (_Piece(shaped.drawn, (0.0, 0.0), shaped.direction, (*opentype, *off)),)


def _plain(shaped: ShapedLabel, font: ImageFont.FreeTypeFont) -> tuple[_Piece, ...]:
    """The letters in one string, then each mark by itself, over or under its letter."""
    visual = shaped.drawn
    bases = "".join(character for character in visual if not is_mark(character))
    pieces = [_Piece(bases, (0.0, 0.0))]
    taken: dict[int, tuple[float, float]] = {}  # per letter, the height that is already inked
    gap = font.size / 16
    for index, character in enumerate(visual):
        base = mark_base(visual, index) if is_mark(character) else None
        if base is not None:
            letter = _ink_of(font, _Piece(visual[base], (0.0, 0.0)))
            mark = _ink_of(font, _Piece(character, (0.0, 0.0)))
            top, bottom = taken.get(base, (letter.top, letter.bottom))
            if mark.top + mark.bottom < letter.top + letter.bottom:
                shift = min(0.0, top - gap - mark.bottom)
                taken[base] = (mark.top + shift, bottom)
            else:
                shift = max(0.0, bottom + gap - mark.top)
                taken[base] = (top, mark.bottom + shift)
            before = "".join(other for other in visual[:base] if not is_mark(other))
            middle = font.getlength(before) + (letter.left + letter.right) / 2
            pieces.append(_Piece(character, (middle - (mark.left + mark.right) / 2, shift)))
    return tuple(pieces)


def _length(font: ImageFont.FreeTypeFont, piece: _Piece) -> float:
    return font.getlength(
        piece.text, direction=piece.direction, features=list(piece.features) or None
    )


def _ink(
    font: ImageFont.FreeTypeFont, pieces: tuple[_Piece, ...], position: tuple[float, float]
) -> LabelBox:
    """The box around what the pieces draw."""
    boxes = [_ink_of(font, piece) for piece in pieces if piece.text.strip()]
    x, y = position
    if not boxes:
        return LabelBox(x, y, x, y)
    return LabelBox(
        min(box.left for box in boxes) + x,
        min(box.top for box in boxes) + y,
        max(box.right for box in boxes) + x,
        max(box.bottom for box in boxes) + y,
    )


def _ink_of(font: ImageFont.FreeTypeFont, piece: _Piece) -> LabelBox:
    """The box of one piece's pixels (``getbbox`` would reach to the baseline as well)."""
    mask, offset = font.getmask2(
        piece.text,
        mode="L",
        direction=piece.direction,
        features=list(piece.features) or None,
        anchor="ls",
    )
    left, top, right, bottom = mask.getbbox() or (0, 0, 0, 0)
    x, y = offset[0] + piece.at[0], offset[1] + piece.at[1]
    return LabelBox(left + x, top + y, right + x, bottom + y)


@lru_cache(maxsize=32)
def _font(content: bytes, size: float, engine: Engine) -> ImageFont.FreeTypeFont:
    layout = ImageFont.Layout.RAQM if engine == "raqm" else ImageFont.Layout.BASIC
    try:
        return ImageFont.truetype(io.BytesIO(content), size, layout_engine=layout)
    except OSError as error:
        raise TypesettingError(f"the label font cannot be read: {error}") from error


def _refuse_missing(drawn: str, font: ImageFont.FreeTypeFont) -> None:
    """Raise rather than draw the font's box for a character that it lacks."""
    missing = [
        f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
        for character in sorted(set(drawn))
        if not character.isspace() and not is_invisible(character) and _lacks(font, character)
    ]
    if missing:
        raise TypesettingError("the label font has no glyph for " + ", ".join(missing))


def _lacks(font: ImageFont.FreeTypeFont, character: str) -> bool:
    """True when the font draws for ``character`` what it draws for a noncharacter."""
    return bytes(font.getmask(character)) == bytes(font.getmask(_NO_CHARACTER))
