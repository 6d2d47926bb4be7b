"""The skeleton of a hand seen from behind, thumb on the left, in one set of coordinates.

Four units are about a millimetre; the capitate's middle lies near (408, 446). Lengths of
metacarpals and phalanges keep an adult's proportions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from drawing.curves import Path, Place, Point, ellipse, ribbon, shaft, smooth
from drawing.palette import INK, SKIN, SKIN_LINE, SOFT_INK
from drawing.sheet import Sheet

RADIUS: Final = smooth(
    [
        (322, 1000), (321, 860), (317, 760), (306, 680), (291, 620), (281, 580), (278, 548),
        (286, 528), (300, 534), (330, 549), (372, 561), (410, 568), (432, 574), (440, 590),
        (437, 622), (428, 680), (420, 760), (416, 860), (414, 1000),
    ],
    closed=True,
)  # fmt: skip
ULNA: Final = smooth(
    [
        (464, 1000), (466, 860), (468, 760), (464, 690), (456, 636), (452, 604), (458, 588),
        (480, 583), (504, 583), (517, 576), (523, 556), (532, 551), (540, 562), (542, 586),
        (538, 618), (529, 656), (522, 700), (517, 760), (514, 860), (512, 1000),
    ],
    closed=True,
)  # fmt: skip
CARPALS: Final[dict[str, Path]] = {
    "trapezium": smooth(
        [(262, 414), (282, 396), (306, 398), (322, 416), (324, 440), (310, 458), (288, 462),
         (268, 446)], closed=True),
    "trapezoid": smooth(
        [(324, 396), (346, 386), (366, 396), (370, 420), (362, 442), (344, 446), (330, 432)],
        closed=True),
    "scaphoid": smooth(
        [(292, 486), (306, 470), (326, 460), (346, 454), (362, 462), (376, 484), (384, 508),
         (372, 530), (346, 534), (320, 522), (300, 506)], closed=True),
    "capitate": smooth(
        [(378, 392), (404, 384), (430, 392), (436, 420), (432, 452), (430, 482), (416, 498),
         (396, 496), (382, 476), (376, 446), (376, 416)], closed=True),
    "lunate": smooth(
        [(392, 518), (404, 509), (422, 505), (440, 498), (452, 508), (454, 532), (444, 553),
         (420, 560), (398, 552), (388, 536)], closed=True),
    "hamate": smooth(
        [(442, 396), (466, 390), (492, 396), (506, 412), (500, 436), (480, 462), (458, 484),
         (444, 478), (442, 446), (440, 418)], closed=True),
    "triquetrum": smooth(
        [(462, 492), (482, 470), (506, 462), (520, 476), (518, 502), (502, 526), (478, 540),
         (460, 528), (456, 510)], closed=True),
    "pisiform": smooth(
        [(494, 476), (508, 472), (518, 482), (516, 500), (504, 508), (492, 500)], closed=True),
}  # fmt: skip

_METACARPAL: Final = (
    (0.0, 0.72, 0.72), (0.02, 0.98, 0.98), (0.09, 0.98, 0.98), (0.22, 0.66, 0.66),
    (0.45, 0.50, 0.50), (0.66, 0.54, 0.54), (0.80, 0.80, 0.80), (0.90, 0.90, 0.90),
    (0.965, 0.76, 0.76), (1.0, 0.34, 0.34),
)  # fmt: skip
_PHALANX: Final = (
    (0.0, 0.55, 0.55), (0.02, 0.94, 0.94), (0.12, 0.96, 0.96), (0.30, 0.66, 0.66),
    (0.58, 0.54, 0.54), (0.80, 0.62, 0.62), (0.91, 0.74, 0.74), (0.98, 0.62, 0.62),
    (1.0, 0.30, 0.30),
)  # fmt: skip
_TUFTED: Final = (
    (0.0, 0.55, 0.55), (0.03, 0.96, 0.96), (0.14, 0.94, 0.94), (0.36, 0.52, 0.52),
    (0.62, 0.40, 0.40), (0.80, 0.54, 0.54), (0.93, 0.56, 0.56), (1.0, 0.26, 0.26),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ray:
    """One finger: where its metacarpal stands, how its bones follow one another."""

    base: Point
    degrees: float
    """From straight up, towards the little finger."""

    lengths: tuple[float, ...]
    widths: tuple[float, ...]
    bend: float
    """Degrees that the phalanges turn from the metacarpal."""


RAYS: Final = (
    Ray((276, 392), -37, (178, 124, 88), (27, 23, 19), 8),
    Ray((340, 378), -8.5, (268, 158, 92, 66), (26, 22, 17.5, 14.5), 1.5),
    Ray((402, 376), -1.5, (256, 176, 106, 70), (26, 23, 18.5, 15), -0.5),
    Ray((457, 381), 5.5, (228, 162, 102, 70), (21.5, 21, 17.5, 14.5), 0.5),
    Ray((502, 398), 15, (208, 130, 74, 64), (20, 18.5, 15, 13), 1),
)
"""Thumb to little finger, with an adult's proportions."""


@dataclass(frozen=True, slots=True)
class Bone:
    """A long bone of the hand: its axis and half-width at the base."""

    start: Point
    end: Point
    half_width: float
    kind: str

    def outline(self) -> Path:
        """The bone's smooth outline."""
        profile = {"metacarpal": _METACARPAL, "phalanx": _PHALANX, "distal": _TUFTED}[self.kind]
        return shaft(
            self.start,
            self.end,
            [(place, a * self.half_width, b * self.half_width) for place, a, b in profile],
        )

    def along(self, place: float, aside: float = 0.0) -> Point:
        """A point at ``place`` (0..1) of the axis, ``aside`` half-widths towards the right."""
        dx, dy = self.end[0] - self.start[0], self.end[1] - self.start[1]
        length = math.hypot(dx, dy)
        return (
            self.start[0] + dx * place - dy / length * aside * self.half_width,
            self.start[1] + dy * place + dx / length * aside * self.half_width,
        )


def bones(ray: Ray, *, last_gap: float = 9.0) -> tuple[Bone, ...]:
    """A ray's bones from the metacarpal outward; ``last_gap`` is the last joint's width."""
    result: list[Bone] = []
    here, degrees = ray.base, ray.degrees
    kinds = ("metacarpal", *("phalanx",) * (len(ray.lengths) - 2), "distal")
    for number, (length, width, kind) in enumerate(
        zip(ray.lengths, ray.widths, kinds, strict=True)
    ):
        turn = math.radians(degrees)
        end = (here[0] + length * math.sin(turn), here[1] - length * math.cos(turn))
        result.append(Bone(here, end, width, kind))
        gap = last_gap if number == len(kinds) - 2 else 10.0
        degrees += ray.bend
        turn = math.radians(degrees)
        here = (end[0] + gap * math.sin(turn), end[1] - gap * math.cos(turn))
    return tuple(result)


_PALM: Final = smooth(
    [
        (264, 1100), (262, 860), (258, 740), (250, 640), (246, 570), (232, 500), (224, 440),
        (232, 372), (250, 300), (258, 230), (258, 150), (262, 80), (292, 40), (338, 34),
        (362, 30), (420, 34), (448, 46), (488, 64), (518, 84), (556, 92), (590, 118),
        (598, 190), (592, 320), (580, 430), (568, 520), (566, 580), (570, 640), (564, 760),
        (558, 860), (554, 1100),
    ],
    closed=True,
)  # fmt: skip
_FIRST_WEB: Final = smooth(
    [
        (300, 420),
        (240, 420),
        (186, 306),
        (212, 292),
        (240, 262),
        (254, 214),
        (262, 160),
        (320, 200),
    ],
    closed=True,
)
_FINGER_WIDTHS: Final = (
    (96.0, 74.0, 62.0, 54.0), (72.0, 64.0, 56.0, 46.0), (74.0, 66.0, 58.0, 47.0),
    (70.0, 62.0, 55.0, 45.0), (62.0, 54.0, 47.0, 40.0),
)  # fmt: skip


def draw_skin(sheet: Sheet, place: Place) -> None:
    """The soft tissue's outline about the bones, as one area."""
    shapes = [place(_PALM), place(_FIRST_WEB)]
    for ray, widths in zip(RAYS, _FINGER_WIDTHS, strict=True):
        chain = bones(ray)
        joints = [chain[0].along(0.3), *(bone.start for bone in chain[1:]), chain[-1].end]
        spine = smooth(joints)
        tip = ellipse(spine[-1], widths[-1] / 2, widths[-1] / 2)
        shapes += [place(ribbon(spine, widths)), place(tip)]
    sheet.union(shapes, SKIN, SKIN_LINE, 1.0, rounding=9 * place.scale)


def draw_wrist(sheet: Sheet, place: Place, *, depth: float = 6.0, width: float = 1.6) -> None:
    """Forearm bones and carpals; the pisiform lies over the triquetrum."""
    for outline in (ULNA, RADIUS):
        sheet.shaded(place(outline), depth=depth * 1.2, width=width)
    for name, outline in CARPALS.items():
        if name == "pisiform":
            sheet.shape(place(outline), None, SOFT_INK, width * 0.7)
        else:
            sheet.shaded(place(outline), depth=depth, edge=INK, width=width)
