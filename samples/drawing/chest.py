"""The chest from the front: reticular opacity at both bases, calcification beside T10."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from drawing.curves import Place, Point, ellipse, mesh, ribbon, sides, smooth
from drawing.palette import BONE, INK, SKIN, SKIN_LINE, Colour
from drawing.sheet import HEADING, Sheet

_FIELD: Final = (10.0, 10.0, 820.0, 646.0)
_LUNG: Final[Colour] = (221, 230, 237)
_RIB_LINE: Final[Colour] = (128, 139, 148)
_NET: Final[Colour] = (62, 84, 108)
_AIRWAY: Final[Colour] = (134, 156, 174)
_SPACING: Final = 42.0

# Distances are from the middle of T1: x to the viewer's right (the patient's left), y downward.
_RIGHT_LUNG: Final = smooth(
    [
        (-76, -14), (-112, 0), (-150, 40), (-190, 110), (-222, 210), (-242, 320), (-250, 410),
        (-247, 468), (-226, 430), (-190, 398), (-142, 380), (-98, 384), (-66, 404), (-50, 420),
        (-64, 380), (-70, 340), (-66, 300), (-54, 258), (-42, 220), (-38, 150), (-42, 80),
        (-48, 30), (-58, 0),
    ],
    closed=True,
)  # fmt: skip
_LEFT_LUNG: Final = smooth(
    [
        (76, -14), (112, 0), (150, 40), (190, 110), (222, 210), (242, 320), (252, 410),
        (250, 482), (230, 446), (200, 420), (174, 412), (150, 422), (154, 390), (142, 340),
        (114, 290), (86, 250), (66, 222), (60, 200), (64, 178), (56, 158), (60, 138), (55, 112),
        (42, 94), (40, 60), (46, 25), (58, 0),
    ],
    closed=True,
)  # fmt: skip
_MEDIASTINUM: Final = smooth(
    [
        (-34, -30), (-44, 40), (-40, 120), (-40, 200), (-50, 250), (-66, 300), (-71, 345),
        (-64, 384), (-46, 416), (0, 428), (70, 432), (130, 430), (152, 412), (154, 386),
        (141, 340), (114, 290), (86, 250), (66, 222), (60, 200), (64, 178), (56, 158),
        (60, 138), (55, 112), (42, 94), (42, 40), (34, -30),
    ],
    closed=True,
)  # fmt: skip
_BODY: Final = (
    (-66, -190), (-62, -110), (-92, -66), (-170, -48), (-270, -30), (-380, -2), (-500, 20),
    (-500, 196), (-390, 176), (-318, 168), (-288, 196), (-286, 300), (-284, 420), (-276, 640),
)  # fmt: skip
_CLAVICLE: Final = ((30, 24), (86, 6), (150, 2), (208, -16), (262, -14))
_SCAPULA: Final = (
    (262, 0), (276, 40), (262, 96), (248, 150), (236, 214), (220, 226), (206, 190), (196, 120),
    (204, 50), (228, 14),
)  # fmt: skip
_HUMERUS: Final = (
    (276, 22), (296, 6), (322, 10), (340, 30), (400, 58), (520, 92), (520, 140), (396, 100),
    (330, 84), (296, 80), (278, 56),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rib:
    """Half-width of the arch, drop of its outermost point, end of the bony front part."""

    half: float
    drop: float
    front: Point


_RIBS: Final = (
    Rib(106, 30, (58, 70)), Rib(186, 46, (78, 122)), Rib(210, 60, (92, 172)),
    Rib(226, 72, (104, 224)), Rib(237, 82, (120, 276)), Rib(246, 90, (138, 328)),
    Rib(252, 96, (158, 376)), Rib(256, 98, (186, 420)), Rib(258, 96, (216, 452)),
    Rib(255, 86, (232, 482)),
)  # fmt: skip


def draw(words: Mapping[str, str]) -> Sheet:
    """The finished sheet with labels in one language."""
    sheet = Sheet(830, 700)
    place = Place(415, 136, 0.84)
    sheet.plate(_FIELD)
    before = sheet.image.copy()
    body = smooth(_BODY)
    mirrored = [(-x, y) for x, y in reversed(body)]
    sheet.shape(place([*body, *mirrored]), SKIN, SKIN_LINE, 1.4)
    _soft_parts(sheet, place)
    _bones(sheet, place)
    _reticulation(sheet, place)
    sheet.calcium(place(ellipse((-46, 9 * _SPACING), 15, 24, 6)), 31, largest=7.5)
    sheet.calcium(place(ellipse((-50, 9.9 * _SPACING), 9, 12, -10)), 32, largest=5)
    sheet.clip_to(_FIELD, before)
    sheet.callout(words["right"], (58, 42), lettering=HEADING)
    sheet.callout(words["reticular"], (95, 394), place.at(-196, 348))
    sheet.callout(words["calcification"], (94, 572), place.at(-52, 9.1 * _SPACING))
    sheet.callout(words["t10"], (740, 560), place.at(8, 9 * _SPACING))
    sheet.callout(words["reticular-left"], (734, 376), place.at(212, 384))
    sheet.note(words["note"])
    return sheet


def _soft_parts(sheet: Sheet, place: Place) -> None:
    for outline in (_RIGHT_LUNG, _LEFT_LUNG):
        sheet.shape(place(outline), _LUNG, None)
    sheet.shape(place(_MEDIASTINUM), SKIN, None)
    for outline in (_RIGHT_LUNG, _LEFT_LUNG):
        sheet.shape(place(outline), None, INK, 1.5)


def _bones(sheet: Sheet, place: Place) -> None:
    for number in range(-3, 15):
        tenth = number == 9
        width, height = 21 + number * 0.5, 17.5
        y = number * _SPACING
        outline = smooth(
            [
                (-width, y - height), (0, y - height + 2), (width, y - height), (width - 3, y),
                (width, y + height), (0, y + height - 2), (-width, y + height), (-width + 3, y),
            ],
            closed=True,
            steps=8,
        )  # fmt: skip
        sheet.shape(
            place(outline),
            BONE,
            INK if tenth else _RIB_LINE,
            1.7 if tenth else 0.9,
            opacity=1.0 if tenth else 0.55,
        )
    _airway(sheet, place)
    for side in (-1, 1):
        flank = Place(place.x, place.y, place.scale, mirror=side)
        for number, rib in enumerate(_RIBS):
            _draw_rib(sheet, flank, number * _SPACING, rib)
        sheet.shape(flank(smooth(_SCAPULA, closed=True)), BONE, _RIB_LINE, 0.9, opacity=0.4)
        sheet.shaded(flank(smooth(_HUMERUS, closed=True)), depth=6, width=1.5)
        clavicle = ribbon(smooth(_CLAVICLE, steps=3), (10, 22, 17, 14, 13, 14, 18, 22, 10))
        sheet.shaded(flank(smooth(clavicle, closed=True, steps=5)), depth=5, width=1.5)


def _airway(sheet: Sheet, place: Place) -> None:
    """The windpipe down to its branching."""
    for side in (-1, 1):
        path = smooth([(side * 11, -190), (side * 11, -60), (side * 12, 60), (side * 13, 130),
                       (side * 34, 168), (side * 64, 190)])  # fmt: skip
        sheet.line(place(path), _AIRWAY, 1.3)
        inner = smooth([(0, 150), (side * 22, 184), (side * 52, 208)])
        sheet.line(place(inner), _AIRWAY, 1.3)


def _draw_rib(sheet: Sheet, flank: Place, y: float, rib: Rib) -> None:
    """The fainter front part first, the part behind over it."""
    half, drop, front = rib.half, rib.drop, rib.front
    depth = front[1] - y - drop
    whole = smooth(
        [
            (22, y + 2), (half * 0.36, y - 7), (half * 0.7, y + drop * 0.2),
            (half * 0.94, y + drop * 0.62), (half, y + drop + depth * 0.1),
            (half * 0.95, y + drop + depth * 0.45),
            (front[0] + (half - front[0]) * 0.55, y + drop + depth * 0.8), front,
        ]
    )  # fmt: skip
    turn = len(whole) * 4 // 7
    floating = depth < 25  # the lowest ribs end at the flank
    for part, widths, opacity, line in (
        (whole[turn:], (12, 12, 13, 15), 0.34, 0.6),
        (whole[: turn + 1], (13, 13, 13, 12), 0.62, 0.9),
    ):
        if floating and part[-1] == front:
            continue
        path = flank(part)
        sheet.shape(ribbon(path, widths), BONE, None, opacity=opacity)
        for edge in sides(path, widths):
            sheet.line(edge, _RIB_LINE, line)


def _reticulation(sheet: Sheet, place: Place) -> None:
    """A coarse net at the bases, wider and denser on the patient's right."""
    rng = random.Random(41)  # noqa: S311  (a drawing, not a secret)
    for lung, top, full, most in ((_RIGHT_LUNG, 268, 330, 0.97), (_LEFT_LUNG, 345, 400, 0.86)):
        kept: dict[Point, bool] = {}
        for start, end in mesh(lung, 8.6, rng):
            for x, y in (start, end):
                chance = min(most, max(0.0, (y - top) / (full - top)))
                kept.setdefault((x, y), rng.random() < chance)
            if kept[start] and kept[end]:
                sheet.line(place([start, end]), _NET, 0.8 + 0.8 * rng.random())
