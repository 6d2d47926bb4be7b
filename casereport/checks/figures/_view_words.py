"""The words by which captions name views of a body part, language by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

PLACES = re.compile(r"\((?:left|right|top|bottom|upper|lower|راست|چپ|بالا|پایین)\)", re.IGNORECASE)
"""What tells two views apart as letters do."""


@dataclass(frozen=True, slots=True)
class ViewWords:
    """``things`` are seen in a view; ``views``: each view and the words for it.

    ``step``: 1 where the thing follows the view (lateral radiograph), -1 where it comes before it.
    ``others``: how many words may stand between them (lateral chest radiograph).
    """

    things: str
    views: Mapping[str, str]
    joining: str
    step: Literal[1, -1]
    others: int


VIEW_WORDS: Mapping[str, ViewWords] = MappingProxyType(
    {
        "en": ViewWords(
            things="view views projection projections radiograph radiographs image images section"
            " sections plane planes scan scans slice slices film films photograph photographs x-ray"
            " x-rays ct mri reconstruction reconstructions",
            views={
                "front": "frontal ap anteroposterior posteroanterior antero-posterior"
                " postero-anterior",
                "side": "lateral",
                "oblique": "oblique",
                "axial": "axial transverse",
                "sagittal": "sagittal",
                "coronal": "coronal",
                "dorsal": "dorsal",
                "palmar": "palmar",
                "plantar": "plantar",
            },
            joining="and or",
            step=1,
            others=1,
        ),
        "fa": ViewWords(
            things="نما نمای نماهای گرافی رادیوگرافی تصویر تصاویر برش برشهای مقطع مقاطع عکس اسکن",
            views={
                "front": "رخ روبهرو",
                "side": "نیمرخ جانبی لترال طرفی",
                "oblique": "مایل ابلیک",
                "axial": "آگزیال اگزیال آکسیال اکسیال عرضی",
                "sagittal": "ساژیتال ساجیتال",
                "coronal": "کرونال",
                "dorsal": "پشتی",
                "palmar": "کفی",
            },
            joining="و یا",
            step=-1,
            others=0,
        ),
    }
)
"""Persian words are written here without their half-spaces."""
