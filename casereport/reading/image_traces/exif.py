"""Exif and TIFF directories (TIFF 6.0 §2, Exif 2.32 §4.6): the fields that tell of people."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from casereport.model.image_trace import ImageTrace
from casereport.reading.image_traces.iptc import iptc_traces, resource_traces
from casereport.reading.image_traces.tags import EXIF
from casereport.reading.image_traces.values import text_of, trace
from casereport.reading.image_traces.xmp import xmp_traces

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 13: 4, 129: 1}
_MOST_ENTRIES = 500
_MOST_DIRECTORIES = 20
_LONGEST = 8192
_LONGEST_BLOCK = 1 << 20
_SUB, _GPS, _MAKER, _XMP, _IPTC, _RESOURCES = 0x8769, 0x8825, 0x927C, 700, 33723, 34377
_THUMBNAIL = 0x0201
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)
_GPS_PLACES = {2, 4, 20, 22, 27, 28}
_XP = range(0x9C9B, 0x9CA0)
_USER_COMMENT = 0x9286
_BLOCKS = {_XMP: xmp_traces, _IPTC: iptc_traces, _RESOURCES: resource_traces}


@dataclass(frozen=True, slots=True)
class _Reader:
    """A block of TIFF; an offset that leads outside gives nothing."""

    data: bytes
    order: Literal["little", "big"]

    def number(self, position: int, size: int) -> int:
        return int.from_bytes(self.data[position : position + size], self.order)

    def directory(self, offset: int) -> tuple[dict[int, bytes], int]:
        """Tag → its bytes, and the offset of the next directory."""
        count = self.number(offset, 2)
        found: dict[int, bytes] = {}
        for index in range(min(count, _MOST_ENTRIES)):
            entry = offset + 2 + 12 * index
            if entry + 12 > len(self.data):
                return found, 0
            size = _SIZES.get(self.number(entry + 2, 2), 0) * self.number(entry + 4, 4)
            start = entry + 8 if size <= 4 else self.number(entry + 8, 4)
            tag = self.number(entry, 2)
            most = _LONGEST_BLOCK if tag in _BLOCKS else _LONGEST
            found.setdefault(tag, self.data[start : start + min(size, most)])
        return found, self.number(offset + 2 + 12 * count, 4)

    def offset(self, data: bytes | None) -> int:
        return int.from_bytes(data[:4], self.order) if data else 0


def exif_traces(data: bytes) -> list[ImageTrace]:
    """The traces in a TIFF block; a damaged one gives those that can be read."""
    if data[:4] not in {b"II*\0", b"MM\0*"}:
        return []
    reader = _Reader(data, "little" if data[:1] == b"I" else "big")
    found: list[ImageTrace] = []
    blocks: set[bytes] = set()
    for index, entries in enumerate(_directories(reader)):
        found += _fields(entries)
        for tag in set(_BLOCKS) & set(entries):
            if entries[tag] not in blocks:
                blocks.add(entries[tag])
                found += _BLOCKS[tag](entries[tag])
        if index and _THUMBNAIL in entries:
            found.append(ImageTrace("unread", "EXIF thumbnail"))
        if _GPS in entries:
            places, _ = reader.directory(reader.offset(entries[_GPS]))
            found += _position(places, reader)
    return found


def _directories(reader: _Reader) -> Iterator[dict[int, bytes]]:
    """The chain of directories and those below them; each offset is followed once."""
    waiting, seen = [reader.number(4, 4)], {0}
    while waiting and len(seen) <= _MOST_DIRECTORIES:
        offset = waiting.pop(0)
        if offset in seen or offset >= len(reader.data):
            continue
        seen.add(offset)
        entries, following = reader.directory(offset)
        yield entries
        waiting += [following, reader.offset(entries.get(_SUB))]


def _fields(entries: dict[int, bytes]) -> list[ImageTrace]:
    found: list[ImageTrace] = []
    for tag, data in entries.items():
        if tag in EXIF:
            kind, name = EXIF[tag]
            found += trace(kind, f"EXIF {name}", _text(tag, data))
        elif tag == _MAKER and data:
            found.append(ImageTrace("unread", "EXIF MakerNote"))
    return found


def _text(tag: int, data: bytes) -> str:
    if tag in _XP:
        return data[:4000].decode("utf-16-le", errors="replace").rstrip("\0")
    if tag != _USER_COMMENT:
        return text_of(data)
    code, words = data[:8], data[8:4008]
    if code.startswith(b"UNICODE"):
        # In the order of the block, but not every program keeps to it.
        name = "utf-16-le" if words[1:2] == b"\0" else "utf-16-be"
        return words.decode(name, errors="replace")
    return text_of(words)


def _position(places: dict[int, bytes], reader: _Reader) -> list[ImageTrace]:
    if not _GPS_PLACES & set(places):
        return []  # the version of the block alone: no place
    parts = [_degrees(places, *tags, reader) for tags in (_LATITUDE, _LONGITUDE)]
    return [ImageTrace("place", "EXIF GPS", ", ".join(part for part in parts if part))]


def _degrees(places: dict[int, bytes], side: int, value: int, reader: _Reader) -> str:
    """Degrees of which the fourth decimal is ten metres, and the side: ``36.5659 N``."""
    data = places.get(value, b"")
    if len(data) < 24:
        return ""
    numbers = struct.unpack(("<" if reader.order == "little" else ">") + "6I", data[:24])
    if not numbers[1]:
        return ""
    whole, minutes, seconds = (
        above / below if below else 0.0
        for above, below in zip(numbers[::2], numbers[1::2], strict=True)
    )
    letter = text_of(places.get(side, b"")).strip()[:1]
    letter = letter if letter in {"N", "S", "E", "W"} else ""
    return f"{whole + minutes / 60 + seconds / 3600:.4f} {letter}".strip()
