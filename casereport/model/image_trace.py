"""What an image file says beside its picture: who took it, where, when, and with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

TraceKind: TypeAlias = Literal["person", "place", "text", "time", "device", "unread", "dicom"]
"""``text``: free words, in which a name may stand; ``unread``: a block that we cannot
look into; ``dicom``: a DICOM header that cannot be read here."""


@dataclass(frozen=True, slots=True)
class ImageTrace:
    """One thing that an image file says of people, places, times or machines.

    ``name`` is the field as its standard names it (``EXIF Artist``, ``GPS``); ``value`` what stands
    in it, in one line and cut to what a sentence can hold; empty when the field alone tells.
    """

    kind: TraceKind
    name: str
    value: str = ""
