"""The words by which captions name views of a body part, language by language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from casereport.text.characters import ZWNJ
from casereport.text.orthography.words import entries


@dataclass(frozen=True, slots=True)
class ViewWords:
    """``things`` are seen in a view; ``views``: the word of a view → which view it is.

    ``step``: 1 where the thing follows the view (lateral radiograph), -1 where it comes before it.
    ``others``: how many words may stand between them (lateral chest radiograph).
    """

    things: frozenset[str]
    views: Mapping[str, str]
    joining: frozenset[str]
    step: Literal[1, -1]
    others: int


_VIEWS: Mapping[str, ViewWords] = MappingProxyType(
    {
        "en": ViewWords(
            things=frozenset(
                entries(
                    "view views projection projections radiograph radiographs image images section"
                    " sections plane planes scan scans slice slices film films photograph"
                    " photographs x-ray x-rays ct mri reconstruction reconstructions"
                )
            ),
            views=MappingProxyType(
                {
                    "frontal": "front", "anteroposterior": "front", "posteroanterior": "front",
                    "antero-posterior": "front", "postero-anterior": "front", "ap": "front",
                    "lateral": "side", "oblique": "oblique", "axial": "axial",
                    "transverse": "axial", "sagittal": "sagittal", "coronal": "coronal",
                    "dorsal": "dorsal", "palmar": "palmar", "plantar": "plantar",
                }
            ),
            joining=frozenset({"and", "or"}),
            step=1,
            others=1,
        ),
        "fa": ViewWords(
            things=frozenset(
                entries(
                    "نما نمای نماهای گرافی رادیوگرافی تصویر تصاویر برش برشهای مقطع مقاطع عکس اسکن"
                )
            ),
            views=MappingProxyType(
                {
                    "رخ": "front", "روبهرو": "front", "نیمرخ": "side", "جانبی": "side",
                    "لترال": "side", "طرفی": "side", "مایل": "oblique", "ابلیک": "oblique",
                    "آگزیال": "axial", "اگزیال": "axial", "آکسیال": "axial", "اکسیال": "axial",
                    "عرضی": "axial", "ساژیتال": "sagittal", "ساجیتال": "sagittal",
                    "کرونال": "coronal", "پشتی": "dorsal", "کفی": "palmar",
                }
            ),
            joining=frozenset({"و", "یا"}),
            step=-1,
            others=0,
        ),
    }
)  # fmt: skip
"""Persian words are written here without their half-spaces."""

_WORD = re.compile(f"[^\\W_](?:[\\w{ZWNJ}'-]*\\w)?")
_NEAR = 8
"""No thing is looked for farther away."""
PLACES = re.compile(r"\((?:left|right|top|bottom|upper|lower|راست|چپ|بالا|پایین)\)", re.IGNORECASE)
"""What tells two views apart as letters do."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """A view, and where the words from the thing to it stand: ``text[start:end]``."""

    view: str
    start: int
    end: int


def named_views(text: str, language: str) -> Iterator[NamedView]:
    """The views that a caption names, in order.

    >>> [found.view for found in named_views("Frontal and lateral radiographs", "en")]
    ['front', 'side']
    """
    known = _VIEWS.get(language)
    if known is None:
        return
    words = [(match[0].replace(ZWNJ, "").lower(), match) for match in _WORD.finditer(text)]
    for index, (word, match) in enumerate(words):
        thing = _thing(words, index, known) if word in known.views else None
        if thing is not None:
            other = words[thing][1]
            start, end = min(match.start(), other.start()), max(match.end(), other.end())
            yield NamedView(known.views[word], start, end)


def _thing(words: list[tuple[str, re.Match[str]]], index: int, known: ViewWords) -> int | None:
    """Where the thing stands that is seen in the view at ``index``."""
    others = 0
    for distance in range(1, _NEAR + 1):
        at = index + known.step * distance
        if not 0 <= at < len(words):
            return None
        word = words[at][0]
        if word in known.things:
            return at
        others += word not in known.views and word not in known.joining
        if others > known.others:
            return None
    return None
