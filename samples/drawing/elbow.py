"""The elbow from the side: calcifications about the joint and in the olecranon bursa."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from drawing.curves import Path, arc, ellipse, smooth
from drawing.palette import SKIN, SKIN_LINE, SOFT_INK, Colour
from drawing.sheet import Sheet

_FIELD: Final = (10.0, 10.0, 820.0, 726.0)
_SYNOVIA: Final[Colour] = (250, 246, 240)
_TROCHLEA: Final = (388.0, 440.0)

_SKIN: Final = smooth(
    [
        (262, -20), (250, 120), (240, 250), (236, 330), (228, 390), (204, 440), (186, 492),
        (190, 548), (224, 596), (290, 624), (400, 640), (560, 650), (860, 656), (900, 500),
        (860, 398), (720, 388), (612, 372), (548, 340), (520, 296), (512, 220), (508, 120),
        (498, -20),
    ],
)  # fmt: skip
_HUMERUS: Final = smooth(
    [
        (322, -30), (325, 120), (328, 230), (330, 306), (331, 350), (334, 384), (336, 420),
        (344, 462), (368, 490), (400, 493), (428, 474), (440, 442), (434, 412), (416, 390),
        (405, 368), (398, 330), (393, 230), (392, 120), (390, -30),
    ],
    closed=True,
)  # fmt: skip
_ULNA: Final = smooth(
    [
        *arc(_TROCHLEA, 59, 196, 34, 10), (448, 470), (462, 492), (500, 512), (620, 524),
        (760, 530), (880, 533), (880, 584), (760, 582), (620, 578), (500, 577), (400, 576),
        (334, 562), (296, 530), (284, 486), (290, 444), (306, 418), (322, 412),
    ],
    closed=True,
)  # fmt: skip
_RADIUS: Final = smooth(
    [
        (450, 418), (446, 440), (446, 466), (452, 486), (474, 489), (492, 480), (514, 471),
        (546, 476), (572, 486), (600, 483), (700, 484), (880, 488), (880, 440), (700, 436),
        (580, 434), (520, 434), (494, 424), (472, 414),
    ],
    closed=True,
)  # fmt: skip
_BURSA: Final = smooth(
    [
        (272, 452),
        (252, 470),
        (242, 510),
        (252, 548),
        (284, 572),
        (300, 556),
        (282, 528),
        (274, 490),
    ],
    closed=True,
)


def draw(words: Mapping[str, str]) -> Sheet:
    """The finished sheet with labels in one language."""
    sheet = Sheet(830, 780)
    sheet.plate(_FIELD)
    before = sheet.image.copy()
    sheet.shape(_SKIN, SKIN, SKIN_LINE, 1.4)
    sac = [((x - 266) * 1.16 + 262, (y - 512) * 1.14 + 512) for x, y in _BURSA]
    sheet.shape(sac, _SYNOVIA, None)
    sheet.dashes([*sac, sac[0]], SOFT_INK)
    sheet.shaded(_ULNA, depth=9)
    sheet.shaded(_HUMERUS, depth=9)
    sheet.shaded(_RADIUS, depth=8)
    for outline in _inner_lines():
        sheet.line(outline, SOFT_INK, 1.0)
    sheet.calcium(_BURSA, 11, largest=9.5)
    sheet.calcium(ellipse((306, 372), 17, 30, -12), 12, largest=8)
    sheet.calcium(ellipse((462, 378), 30, 20, 28), 13, largest=8.5)
    sheet.calcium(ellipse((520, 404), 18, 11, 8), 14, largest=7)
    sheet.clip_to(_FIELD, before)
    sheet.callout(words["humerus"], (130, 130), (340, 150))
    sheet.callout(words["periarticular"], (664, 252), (474, 372))
    sheet.callout(words["radius"], (664, 336), (664, 452))
    sheet.callout(words["ulna"], (664, 694), (664, 560))
    sheet.callout(words["olecranon"], (104, 400), (302, 456))
    sheet.callout(words["bursa"], (104, 640), (258, 540))
    sheet.note(words["note"])
    return sheet


def _inner_lines() -> list[Path]:
    """The condyle's ring and the fossae, as a lateral film shows them."""
    return [
        smooth(arc(_TROCHLEA, 38, -150, 150, 20)),
        smooth([(348, 372), (362, 386), (372, 398)]),
        smooth([(394, 366), (384, 384), (374, 398)]),
    ]
