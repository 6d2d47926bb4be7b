"""The elbow from behind at operation: triceps split lengthwise, creamy material laid open."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Final

from drawing.curves import Path, Place, Point, blob, ellipse, packed, ribbon, smooth
from drawing.palette import CALCIUM_INK, INK, SKIN_LINE, Colour
from drawing.sheet import Sheet

_FIELD: Final = (10.0, 10.0, 820.0, 786.0)
_SKIN: Final[Colour] = (243, 228, 215)
_SKIN_SHADE: Final[Colour] = (226, 203, 184)
_FAT: Final[Colour] = (246, 228, 178)
_FAT_LINE: Final[Colour] = (214, 188, 124)
_MUSCLE: Final[Colour] = (206, 134, 120)
_MUSCLE_SHADE: Final[Colour] = (168, 94, 84)
_TENDON: Final[Colour] = (240, 232, 218)
_CAVITY: Final[Colour] = (150, 84, 76)
_CREAM: Final[Colour] = (255, 246, 214)
_CREAM_SHADE: Final[Colour] = (232, 205, 140)
_STEEL: Final[Colour] = (222, 228, 233)
_STEEL_SHADE: Final[Colour] = (164, 174, 184)

_ARM: Final = (
    (-196, -480), (-192, -300), (-182, -160), (-176, -60), (-184, 20), (-190, 90), (-178, 180),
    (-160, 300), (-150, 480),
)  # fmt: skip
_OPENING: Final = smooth(
    [
        (0, -318), (34, -250), (76, -170), (108, -80), (116, 0), (106, 90), (80, 180), (36, 258),
        (0, 304), (-36, 258), (-80, 180), (-106, 90), (-116, 0), (-108, -80), (-76, -170),
        (-34, -250),
    ],
    closed=True,
)  # fmt: skip
_BELLY: Final = smooth(
    [
        (2, -286), (30, -230), (66, -150), (92, -66), (98, 10), (88, 74), (66, 112), (50, 118),
        (54, 76), (62, 20), (60, -50), (42, -140), (16, -230),
    ],
    closed=True,
)  # fmt: skip
_ULNA: Final = smooth(
    [
        (0, 62), (30, 68), (47, 92), (50, 128), (41, 172), (29, 226), (22, 280), (20, 380),
        (-20, 380), (-22, 280), (-29, 226), (-41, 172), (-50, 128), (-47, 92), (-30, 68),
    ],
    closed=True,
)  # fmt: skip
_HUMERUS: Final = smooth(
    [
        (-19, -400), (19, -400), (20, -240), (24, -150), (30, -90), (46, -40), (60, 0), (58, 36),
        (37, 52), (14, 40), (0, 34), (-14, 40), (-37, 52), (-58, 36), (-60, 0), (-46, -40),
        (-30, -90), (-24, -150), (-20, -240),
    ],
    closed=True,
)  # fmt: skip


def draw(words: Mapping[str, str]) -> Sheet:
    """The finished sheet with labels in one language."""
    sheet = Sheet(830, 840)
    place = Place(415, 398)
    sheet.plate(_FIELD)
    before = sheet.image.copy()
    left = smooth(_ARM)
    arm = [*left, *[(-x, y) for x, y in reversed(left)]]
    sheet.shaded(place(arm), (_SKIN, _SKIN_SHADE), depth=26, edge=SKIN_LINE, width=1.6)
    _wound(sheet, place)
    for side in (-1, 1):
        _retractor(sheet, Place(place.x, place.y, mirror=side))
    _material(sheet, place)
    sheet.clip_to(_FIELD, before)
    sheet.callout(words["proximal"], (90, 44))
    sheet.callout(words["distal"], (90, 752))
    sheet.callout(words["triceps"], (722, 190), place.at(78, -90))
    sheet.callout(words["inside"], (112, 262), place.at(-14, 30))
    sheet.callout(words["outside"], (719, 566), place.at(82, 120))
    sheet.callout(words["olecranon"], (722, 676), place.at(6, 150))
    sheet.callout(words["humerus"], (106, 130), place.at(-8, -130))
    sheet.note(words["note"])
    return sheet


def _wound(sheet: Sheet, place: Place) -> None:
    """From the skin's edge inward: fat, fascia, the two halves of the muscle, bone."""
    sheet.shape(place(_scaled(_OPENING, 1.11, 1.045)), _FAT, INK, 1.5)
    rng = random.Random(51)  # noqa: S311  (a drawing, not a secret)
    rim = _scaled(_OPENING, 1.055, 1.022)
    for index in range(0, len(rim), 5):
        sheet.shape(blob(place.at(*rim[index]), 4.6, rng), _FAT, _FAT_LINE, 0.8)
    sheet.shape(place(_OPENING), _TENDON, _FAT_LINE, 1.2)
    before = sheet.image.copy()
    cavity = place(_scaled(_OPENING, 0.86, 0.93))
    sheet.shape(cavity, _CAVITY, None)
    sheet.shaded(place(_HUMERUS), depth=7, width=1.6)
    fossa = ellipse(place.at(0, 4), 25, 19)
    sheet.shape(fossa, (222, 210, 190), INK, 1.0)
    sheet.shaded(place(_ULNA), depth=8, width=1.7)
    sheet.keep_inside(cavity, before)
    sheet.shape(cavity, None, INK, 1.2)
    for side in (-1, 1):
        half = Place(place.x, place.y, mirror=side)
        sheet.shaded(half(_BELLY), (_MUSCLE, _MUSCLE_SHADE), depth=11, width=1.6)
        for share in (0.2, 0.4, 0.6, 0.8):
            sheet.line(half(_fibre(share)), _MUSCLE_SHADE, 0.9)


def _fibre(share: float) -> Path:
    """A muscle fibre between the cut edge (0) and the outer edge (1) of one half."""
    inner = ((16, -226), (42, -138), (60, -50), (62, 18), (55, 74), (52, 110))
    outer = ((28, -232), (65, -152), (91, -66), (97, 8), (87, 70), (66, 108))
    return smooth(
        [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in zip(inner, outer, strict=True)
        ]
    )


def _retractor(sheet: Sheet, side: Place) -> None:
    """A rake retractor that holds the wound's edge: handle, shank, three prongs."""
    for y in (-34, -12, 10):
        prong = smooth([(172, -12 + (y + 12) * 0.5), (140, y), (112, y), (99, y + 1)])
        sheet.shape(side(ribbon(prong, (7, 6, 5, 3))), _STEEL, INK, 1.1)
    shank = ribbon([(164, -12), (420, -24), (480, -26)], (20, 22, 22))
    sheet.shaded(side(shank), (_STEEL, _STEEL_SHADE), depth=6, width=1.3)


def _material(sheet: Sheet, place: Place) -> None:
    """Creamy, bulky calcinosis within the joint and outside it."""
    regions = (
        (smooth([(-40, 20), (-16, 4), (14, 6), (40, 18), (50, 44), (34, 66), (0, 62), (-36, 68),
                 (-52, 44)], closed=True), 61, 13.0),
        (ellipse((22, -34), 20, 26, 10), 62, 10.0),
        (ellipse((80, 122), 21, 40, 14), 63, 12.0),
        (ellipse((-80, 132), 19, 34, -14), 64, 11.0),
        (ellipse((-58, 196), 13, 22, -24), 65, 8.5),
    )  # fmt: skip
    for outline, seed, largest in regions:
        rng = random.Random(seed)  # noqa: S311  (a drawing, not a secret)
        grains = packed(place(outline), rng, largest=largest, smallest=3.4, spread=0.72)
        for centre, radius in sorted(grains, key=lambda grain: -grain[1]):
            sheet.shaded(
                blob(centre, radius, rng, unrest=0.16),
                (_CREAM, _CREAM_SHADE),
                depth=radius * 0.5,
                edge=CALCIUM_INK,
                width=1.0,
            )


def _scaled(points: Path, across: float, along: float) -> list[Point]:
    return [(x * across, y * along) for x, y in points]
