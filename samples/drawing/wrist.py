"""The wrist from the front: calcification beside the carpal bones on the radial side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from drawing.curves import Place, ellipse
from drawing.hand_bones import RAYS, bones, draw_skin, draw_wrist
from drawing.sheet import Sheet

_FIELD: Final = (10.0, 10.0, 820.0, 726.0)


def draw(words: Mapping[str, str]) -> Sheet:
    """The finished sheet with labels in one language."""
    sheet = Sheet(830, 780)
    place = Place(4, -58)
    sheet.plate(_FIELD)
    before = sheet.image.copy()
    draw_skin(sheet, place)
    draw_wrist(sheet, place, depth=7, width=1.8)
    for ray in RAYS:
        for bone in bones(ray)[:2]:
            sheet.shaded(place(bone.outline()), depth=7)
    sheet.calcium(place(ellipse((266, 486), 19, 34, -14)), 21, largest=9)
    sheet.calcium(place(ellipse((249, 430), 12, 20, -20)), 22, largest=7.5)
    sheet.calcium(place(ellipse((266, 538), 9, 13, 10)), 23, largest=6)
    sheet.clip_to(_FIELD, before)
    sheet.callout(words["metacarpals"], (698, 110), place.at(470, 220))
    sheet.callout(words["carpals"], (698, 388), place.at(484, 428))
    sheet.callout(words["ulna"], (698, 650), place.at(492, 700))
    sheet.callout(words["radius"], (130, 690), place.at(360, 720))
    sheet.callout(words["calcification"], (118, 540), place.at(256, 498))
    sheet.callout(words["radial-side"], (100, 400))
    sheet.note(words["note"])
    return sheet
