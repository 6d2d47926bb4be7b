"""What cleaning an image gives, and why it may refuse. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

MediaType: TypeAlias = Literal["image/jpeg", "image/png", "image/svg+xml"]

UnfitReason: TypeAlias = Literal[
    "not-an-image",
    "truncated",
    "damaged",
    "too-many-pixels",
    "too-complex",
    "unsupported-format",
    "unsafe-svg",
]


@dataclass(frozen=True, slots=True)
class CleanImage:
    """An image without metadata, in a form that every exporter can carry.

    ``width`` and ``height`` are pixels (CSS pixels for SVG). ``mode`` is Pillow's name for the
    pixels (``1``, ``L``, ``LA``, ``P``, ``RGB``, ``RGBA``, ``CMYK``), ``vector`` for SVG. ``dpi``
    is what the original declared, across and down; the clean image declares nothing.
    ``has_rtl_text`` tells of an SVG that holds right-to-left text as text: browsers set it right,
    WeasyPrint sets it letter by letter, unjoined and from the left (its ``svg/text.py``), so it
    wants outlines for the PDF. ``thumbnail`` is the picture on white paper in 32 by 32 greys, a
    byte each; there is none of an SVG.
    """

    content: bytes
    media_type: MediaType
    width: int
    height: int
    has_alpha: bool
    mode: str
    dpi: tuple[float, float] | None = None
    has_rtl_text: bool = False
    thumbnail: bytes = b""


class UnfitImageError(Exception):
    """An image that cannot be printed.

    ``reason`` is a stable word: ``not-an-image``; ``truncated`` (the file ends early); ``damaged``
    (it does not decode); ``too-many-pixels``; ``too-complex`` (an SVG of too many parts);
    ``unsupported-format`` (an image of a kind that is not read; ``detail`` names it);
    ``unsafe-svg`` (``detail`` says what it holds).
    """

    def __init__(self, reason: UnfitReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: UnfitReason = reason
        self.detail = detail
