"""The lumbar spine from the side and across: low-signal areas beside the facet joints."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Final

from drawing.curves import Path, Place, Point, ellipse, smooth
from drawing.palette import CALCIUM, INK, SOFT_INK, Colour
from drawing.sheet import HEADING, WITHIN, Sheet

_SIDE_FIELD: Final = (10.0, 62.0, 410.0, 676.0)
_CROSS_FIELD: Final = (420.0, 62.0, 820.0, 676.0)
_MUSCLE: Final[Colour] = (233, 220, 213)
_MUSCLE_LINE: Final[Colour] = (205, 185, 175)
_FAT: Final[Colour] = (243, 240, 232)
_DISC: Final[Colour] = (221, 228, 233)
_CORD: Final[Colour] = (215, 229, 240)
_NERVE: Final[Colour] = (240, 205, 110)
_GREY: Final[Colour] = (74, 77, 84)
_DARK: Final[Colour] = (56, 58, 64)

_LEVELS: Final = (
    # label, middle of the body, tilt in degrees (the front is on the left)
    ("L1", (118, 120), 9), ("L2", (106, 214), 5), ("L3", (100, 308), 0),
    ("L4", (105, 402), -7), ("L5", (124, 494), -17), ("S1", (160, 578), -34),
)  # fmt: skip
_BODY: Final = smooth(
    [
        (-50, -32), (-20, -29), (20, -29), (48, -32), (50, -27), (45, 0), (50, 27), (48, 32),
        (20, 29), (-20, 29), (-50, 32), (-53, 27), (-48, 0), (-53, -27),
    ],
    closed=True,
    steps=8,
)  # fmt: skip
_ARCH: Final = smooth(
    [
        (44, -25), (64, -26), (71, -48), (80, -64), (92, -60), (96, -36), (99, -10), (109, 20),
        (120, 46), (122, 66), (113, 74), (102, 64), (93, 42), (82, 16), (66, 0), (44, -2),
    ],
    closed=True,
    steps=8,
)  # fmt: skip


def draw(words: Mapping[str, str]) -> Sheet:
    """The finished sheet with labels in one language."""
    sheet = Sheet(830, 730)
    sheet.plate(_SIDE_FIELD)
    sheet.plate(_CROSS_FIELD)
    before = sheet.image.copy()
    _from_the_side(sheet)
    sheet.clip_to(_SIDE_FIELD, before)
    before = sheet.image.copy()
    _across(sheet, Place(620, 318))
    sheet.clip_to(_CROSS_FIELD, before)
    sheet.callout(words["sagittal"], (210, 34), lettering=HEADING)
    sheet.callout(words["axial"], (620, 34), lettering=HEADING)
    _name(sheet, words)
    sheet.note(words["note"])
    return sheet


def _name(sheet: Sheet, words: Mapping[str, str]) -> None:
    for label, middle, _ in _LEVELS:
        sheet.callout(label, middle, lettering=WITHIN)
    fourth = Place(*_LEVELS[3][1], degrees=_LEVELS[3][2])
    second = Place(*_LEVELS[1][1], degrees=_LEVELS[1][2])
    sheet.callout(words["facet"], (346, 176), second.at(98, 52))
    sheet.callout(words["foramen"], (318, 104), second.at(64, -56), bend=(200, 104))
    sheet.callout(words["low-signal"], (324, 604), fourth.at(140, 58))
    sheet.callout(words["body"], (516, 118), (580, 196))
    sheet.callout(words["towards-foramen"], (706, 118), (745, 352))
    sheet.callout(words["posterolateral"], (620, 608), (748, 410))


def _from_the_side(sheet: Sheet) -> None:
    front = smooth(
        [(214, 40), (206, 160), (198, 300), (206, 420), (230, 530), (240, 620), (244, 700)]
    )
    sheet.shape([*front, (430, 700), (430, 40)], _MUSCLE, None)
    for offset in (24, 44, 64):
        sheet.line([(x + offset, y) for x, y in front[6:-34]], _MUSCLE_LINE, 0.8)
    places = [Place(*middle, degrees=tilt) for _, middle, tilt in _LEVELS]
    for upper, lower in itertools.pairwise(places):
        sheet.shape(_disc(upper, lower), _DISC, SOFT_INK, 1.2)
    for number, place in reversed(list(enumerate(places))):
        if number < 5:
            sheet.shape(place(ellipse((68, 38), 12, 19, 8)), _FAT, SOFT_INK, 0.8)
            sheet.shape(place(ellipse((67, 31), 6.5, 7.5)), _NERVE, SOFT_INK, 0.8)
            sheet.shaded(place(_ARCH), depth=5, width=1.5)
        sheet.shaded(place(_BODY), depth=6, width=1.6)
    for number, size in ((2, 0.74), (3, 0.9), (4, 0.7)):
        lesion = [(136 + (x - 140) * size, 48 + (y - 48) * size) for x, y in _SIDE_LESION]
        _low_signal(sheet, places[number](lesion))
    _low_signal(sheet, places[3](_SIDE_EXTENSION))


_SIDE_LESION: Final = smooth(
    [
        (126, 6),
        (144, 2),
        (160, 18),
        (166, 46),
        (158, 76),
        (140, 92),
        (126, 84),
        (128, 58),
        (124, 30),
    ],
    closed=True,
)
_SIDE_EXTENSION: Final = smooth(
    [(72, 44), (80, 38), (84, 46), (80, 58), (70, 62), (64, 56)], closed=True
)


def _disc(upper: Place, lower: Place) -> Path:
    """The disc between two bodies, bulging a little at both ends."""
    front: list[Point] = [upper.at(-50, 33), lower.at(-50, -33)]
    bulge = ((front[0][0] + front[1][0]) / 2 - 5, (front[0][1] + front[1][1]) / 2)
    rear: list[Point] = [lower.at(48, -33), upper.at(48, 33)]
    swell = ((rear[0][0] + rear[1][0]) / 2 + 4, (rear[0][1] + rear[1][1]) / 2)
    return smooth(
        [front[0], bulge, front[1], lower.at(0, -30), rear[0], swell, rear[1], upper.at(0, 30)],
        closed=True,
    )


def _low_signal(sheet: Sheet, *outlines: Path) -> None:
    """One dark area with the rim that marks calcification in all these figures."""
    for outline in outlines:
        sheet.shape(outline, None, CALCIUM, 4.6)
    for outline in outlines:
        sheet.shaded(outline, (_GREY, _DARK), depth=6, edge=None)


def _across(sheet: Sheet, place: Place) -> None:
    sides = (place, Place(place.x, place.y, place.scale, mirror=-1))
    for side in sides:
        sheet.shape(side(ellipse((140, -60), 48, 62, 12)), _MUSCLE, _MUSCLE_LINE, 1.2)
        sheet.shape(side(_ERECTOR), _MUSCLE, _MUSCLE_LINE, 1.2)
        for start, end in (((70, 120), (150, 104)), ((54, 160), (140, 170)), ((90, 78), (170, 74))):
            sheet.line(side(smooth([start, ((start[0] + end[0]) / 2, start[1] + 10), end])),
                       _MUSCLE_LINE, 0.8)  # fmt: skip
    sheet.shaded(place(_AXIAL_BODY), depth=9, width=1.7)
    sheet.shape(place(_inner_disc()), _DISC, SOFT_INK, 1.0)
    sheet.shape(place(ellipse((0, 26), 37, 29)), _CORD, INK, 1.2)
    for x, y in ((-18, 34), (-8, 40), (4, 41), (15, 36), (-12, 26), (10, 28), (0, 33)):
        sheet.shape(place(ellipse((x, y), 3.0, 3.0)), _NERVE, SOFT_INK, 0.6)
    for side in sides:
        sheet.shape(side(ellipse((76, 4), 11, 9, 20)), _NERVE, SOFT_INK, 1.0)
        sheet.shaded(side(_SUPERIOR), depth=5, width=1.5)
    sheet.shaded(place([*_ARCH_HALF, *[(-x, y) for x, y in reversed(_ARCH_HALF)]]), depth=6)
    _low_signal(sheet, sides[0](_CROSS_LESION), sides[0](_CROSS_EXTENSION))
    _low_signal(sheet, sides[1](_CROSS_LESION))


def _inner_disc() -> Path:
    return [(x * 0.74, (y + 62) * 0.72 - 66) for x, y in _AXIAL_BODY]


_AXIAL_BODY: Final = smooth(
    [
        (0, -142), (48, -136), (88, -112), (106, -72), (98, -34), (66, -12), (30, -10), (0, -16),
        (-30, -10), (-66, -12), (-98, -34), (-106, -72), (-88, -112), (-48, -136),
    ],
    closed=True,
)  # fmt: skip
_SUPERIOR: Final = smooth(
    [(60, 26), (78, 20), (100, 26), (116, 44), (114, 66), (102, 74), (92, 62), (80, 46), (62, 38)],
    closed=True,
)
_ARCH_HALF: Final = smooth(
    [
        (0, 66), (22, 60), (42, 48), (56, 44), (72, 52), (86, 68), (92, 86), (82, 98), (60, 98),
        (38, 102), (22, 116), (14, 150), (13, 186), (8, 202), (0, 204),
    ]
)  # fmt: skip
_ERECTOR: Final = smooth(
    [(24, 118), (60, 108), (104, 98), (140, 84), (176, 92), (186, 130), (168, 178), (120, 208),
     (64, 214), (26, 206), (20, 160)],
    closed=True,
)  # fmt: skip
_CROSS_LESION: Final = smooth(
    [(98, 88), (112, 80), (124, 62), (140, 58), (152, 74), (148, 100), (130, 118), (108, 120),
     (96, 106)],
    closed=True,
)  # fmt: skip
_CROSS_EXTENSION: Final = smooth(
    [(122, 66), (126, 46), (120, 26), (104, 10), (92, 0), (90, -10), (104, -10), (122, 4),
     (138, 28), (142, 54), (136, 68)],
    closed=True,
)  # fmt: skip
