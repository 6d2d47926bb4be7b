"""Both hands: calcific masses, narrowed distal joints, resorbed ends of the fingers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from drawing.curves import Path, Place, ellipse, shaft
from drawing.hand_bones import RAYS, Bone, bones, draw_skin, draw_wrist
from drawing.palette import INK, SOFT_INK
from drawing.sheet import HEADING, Sheet

_FIELD: Final = (10.0, 10.0, 1230.0, 876.0)
_SCALE: Final = 0.80
_NARROWED: Final = 1.5
_RESORBED: Final = (
    (0.0, 0.55, 0.55), (0.03, 0.96, 0.96), (0.14, 0.92, 0.92), (0.32, 0.52, 0.52),
    (0.50, 0.30, 0.30), (0.60, 0.16, 0.16), (0.63, 0.06, 0.06),
)  # fmt: skip


def draw(words: Mapping[str, str]) -> Sheet:
    """The finished sheet with labels in one language."""
    sheet = Sheet(1240, 930, density=1.7)
    right = Place(636, 300, _SCALE, mirror=-1)
    left = Place(604, 300, _SCALE)
    sheet.plate(_FIELD)
    before = sheet.image.copy()
    for seed, place in ((100, right), (200, left)):
        _hand(sheet, place, seed)
    sheet.clip_to(_FIELD, before)
    sheet.callout(words["right"], (60, 46), lettering=HEADING)
    sheet.callout(words["left"], (1180, 46), lettering=HEADING)
    index = bones(RAYS[1], last_gap=_NARROWED)
    ring = bones(RAYS[3], last_gap=_NARROWED)
    little = bones(RAYS[4], last_gap=_NARROWED)
    sheet.callout(words["osteolysis"], (620, 70), right.at(*index[3].along(0.66)))
    sheet.callout(words["narrowing"], (620, 190), right.at(*index[3].along(-0.01)))
    sheet.callout(words["dip-masses"], (112, 132), right.at(*ring[3].along(0.1, 1.7)))
    sheet.callout(words["metacarpal-masses"], (1148, 724), left.at(*little[0].along(0.4, 1.6)))
    sheet.callout(words["carpal-masses"], (620, 700), right.at(250, 476))
    sheet.note(words["note"])
    return sheet


def _hand(sheet: Sheet, place: Place, seed: int) -> None:
    draw_skin(sheet, place)
    draw_wrist(sheet, place, depth=5, width=1.5)
    rays = [bones(ray, last_gap=_NARROWED) for ray in RAYS]
    for ray in rays:
        for bone in ray[:-1]:
            sheet.shaded(place(bone.outline()), depth=5, width=1.5)
        lost = ray[-1].outline()
        sheet.dashes(place([*lost, lost[0]]), SOFT_INK, width=0.9, dash=4, gap=3.4)
        sheet.shaded(place(_resorbed(ray[-1])), depth=4, edge=INK, width=1.5)
    for number, (region, largest) in enumerate(_masses(rays)):
        sheet.calcium(place(region), seed + number, largest=largest, smallest=2.0)


def _resorbed(bone: Bone) -> Path:
    """What acro-osteolysis leaves of a distal phalanx: a base that ends in a point."""
    profile = [(place, a * bone.half_width, b * bone.half_width) for place, a, b in _RESORBED]
    return shaft(bone.start, bone.end, profile)


def _masses(rays: list[tuple[Bone, ...]]) -> list[tuple[Path, float]]:
    """Where the masses lie: beside carpals, metacarpals and distal joints."""
    thumb, index, middle, ring, little = rays
    return [
        (ellipse((252, 470), 18, 34, -12), 7.0),
        (ellipse((536, 470), 14, 28, 6), 6.5),
        (ellipse(index[0].along(0.35, -1.4), 14, 30, -8), 6.5),
        (ellipse(little[0].along(0.5, 1.5), 14, 32, 14), 6.5),
        (ellipse(thumb[2].along(0.0, -1.3), 11, 16, -30), 5.5),
        (ellipse(index[3].along(0.02, 1.5), 9, 17, -6), 5.0),
        (ellipse(middle[3].along(0.0, -1.5), 10, 19, 0), 5.2),
        (ellipse(ring[3].along(0.05, 1.5), 9, 16, 5), 5.0),
        (ellipse(little[3].along(0.0, -1.5), 8, 14, 14), 4.6),
    ]
