"""The illustrations' colours, and PNG bytes that keep them exactly."""

from __future__ import annotations

import io
import math
from collections.abc import Set
from typing import Final

from PIL import Image

Colour = tuple[int, int, int]
Tone = tuple[Colour, Colour]
"""A filling and its shade."""

PAPER: Final[Colour] = (255, 255, 255)
PLATE: Final[Colour] = (247, 248, 249)
FRAME: Final[Colour] = (201, 207, 213)
INK: Final[Colour] = (45, 56, 66)
SOFT_INK: Final[Colour] = (122, 133, 143)
SKIN: Final[Colour] = (240, 236, 230)
SKIN_LINE: Final[Colour] = (178, 170, 160)
BONE: Final[Colour] = (253, 250, 243)
BONE_SHADE: Final[Colour] = (214, 203, 183)
CALCIUM: Final[Colour] = (205, 92, 62)
CALCIUM_LIGHT: Final[Colour] = (226, 139, 110)
CALCIUM_INK: Final[Colour] = (134, 44, 22)
LABEL_INK: Final[Colour] = (24, 32, 40)
QUIET_INK: Final[Colour] = (84, 95, 105)
BONE_TONE: Final[Tone] = (BONE, BONE_SHADE)

_COLOURS: Final = 128
_NEXT_TO: Final = 6.0


def palette_png(picture: Image.Image, colours: Set[Colour], dpi: float) -> bytes:
    """The picture as PNG with a palette in which every colour of ``colours`` has a place.

    Left to itself, a palette gives small areas of a strong colour to a duller neighbour.
    """
    patch = max(2, picture.width // 24)
    sample = Image.new("RGB", (picture.width, picture.height + patch), PAPER)
    sample.paste(picture)
    for number, colour in enumerate(sorted(colours)):
        left = number * patch
        sample.paste(colour, (left, picture.height, left + patch, picture.height + patch))
    palette = sample.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette.putpalette(_with_exact(palette, colours))
    buffer = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(
        buffer, "PNG", optimize=True, dpi=(dpi, dpi)
    )
    return buffer.getvalue()


def _with_exact(image: Image.Image, colours: Set[Colour]) -> list[int]:
    """The image's palette; entries next to a colour that was asked for become that colour."""
    flat = image.getpalette() or []
    entries = [(flat[n], flat[n + 1], flat[n + 2]) for n in range(0, len(flat), 3)]
    for number, entry in enumerate(entries):
        nearest = min(sorted(colours), key=lambda colour: math.dist(entry, colour))
        if math.dist(entry, nearest) <= _NEXT_TO:
            entries[number] = nearest
    return [value for entry in entries for value in entry]
