"""The blocks beside the picture in JPEG, PNG, TIFF, WebP and GIF files.

ITU-T T.81 annex B and JFIF, Exif 2.32 §4.7 (JPEG), XMP part 3 §1.1; PNG (Third Edition) §5 and §11;
RIFF as in the WebP container specification; GIF89a. A file that is cut short gives the blocks
before the cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

BlockKind: TypeAlias = Literal["exif", "xmp", "iptc", "resources", "png", "comment"]

_EXIF = b"Exif\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_MORE = b"http://ns.adobe.com/xmp/extension/\0"
_XMP_MORE_HEAD = len(_XMP_MORE) + 32 + 4 + 4
_PHOTOSHOP = b"Photoshop 3.0\0"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_TIFF = (b"II*\0", b"MM\0*")
_GIF_XMP = b"XMP DataXMP"
_MOST_BLOCKS = 5000


@dataclass(frozen=True, slots=True)
class Block:
    """One block: Exif as TIFF bytes, XMP as XML; ``png``: a text chunk with its name before it."""

    kind: BlockKind
    data: bytes


def blocks_of(content: bytes) -> Iterator[Block]:
    """The blocks of a file that may tell of people; nothing for a file of another kind."""
    if content[:2] == b"\xff\xd8":
        yield from _jpeg(content)
    elif content.startswith(_PNG):
        yield from _png(content)
    elif content[:4] in _TIFF:
        yield Block("exif", content)
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        yield from _webp(content)
    elif content[:6] in {b"GIF87a", b"GIF89a"}:
        yield from _gif(content)


def _jpeg(content: bytes) -> Iterator[Block]:
    position, more = 2, list[bytes]()
    for _ in range(_MOST_BLOCKS):
        if content[position : position + 1] != b"\xff" or position + 4 > len(content):
            break
        marker = content[position + 1]
        if marker == 0xFF:
            position += 1  # a fill byte
            continue
        if marker in {0xD9, 0xDA}:
            break
        length = int.from_bytes(content[position + 2 : position + 4], "big")
        if length < 2:
            break
        data = content[position + 4 : position + 2 + length]
        position += 2 + length
        if marker == 0xE1 and data.startswith(_XMP_MORE):
            more.append(data[_XMP_MORE_HEAD:])
        else:
            yield from _segment(marker, data)
    if more:
        yield Block("xmp", b"".join(more))


def _segment(marker: int, data: bytes) -> Iterator[Block]:
    if marker == 0xFE:
        yield Block("comment", data)
    elif marker == 0xE1 and data.startswith(_EXIF):
        yield Block("exif", data[6:])
    elif marker == 0xE1 and data.startswith(_XMP):
        yield Block("xmp", data[len(_XMP) :])
    elif marker == 0xED and data.startswith(_PHOTOSHOP):
        yield Block("resources", data[len(_PHOTOSHOP) :])


def _png(content: bytes) -> Iterator[Block]:
    position = len(_PNG)
    for _ in range(_MOST_BLOCKS):
        length = int.from_bytes(content[position : position + 4], "big")
        name = content[position + 4 : position + 8]
        if len(name) < 4 or name == b"IEND":
            return
        start, position = position + 8, position + 12 + length
        if name in _PNG_TEXTS:
            yield Block("png", name + content[start : start + length])
        elif name == b"eXIf":
            yield Block("exif", content[start : start + length])


def _webp(content: bytes) -> Iterator[Block]:
    position = 12
    for _ in range(_MOST_BLOCKS):
        name = content[position : position + 4]
        if len(name) < 4:
            return
        length = int.from_bytes(content[position + 4 : position + 8], "little")
        start, position = position + 8, position + 8 + length + length % 2
        data = content[start : start + length] if name in {b"EXIF", b"XMP "} else b""
        if name == b"EXIF":
            yield Block("exif", data.removeprefix(b"Exif\0\0"))
        elif name == b"XMP ":
            yield Block("xmp", data)


def _gif(content: bytes) -> Iterator[Block]:
    position = 13 + _gif_colours(content[10:11])
    for _ in range(_MOST_BLOCKS):
        introducer = content[position : position + 1]
        if introducer == b"\x2c":
            position += 10 + _gif_colours(content[position + 9 : position + 10]) + 1
            _, position = _gif_data(content, position)
        elif introducer == b"\x21":
            label = content[position + 1 : position + 2]
            data, end = _gif_data(content, position + 2)
            if label == b"\xfe":
                yield Block("comment", data)
            elif label == b"\xff" and data.startswith(_GIF_XMP):
                # XMP stands there as it is, not in sub-blocks.
                yield Block("xmp", content[position + 3 + len(_GIF_XMP) : end])
            position = end
        else:
            return


def _gif_colours(packed: bytes) -> int:
    """The length of a colour table, by the byte that announces it."""
    flags = packed[0] if packed else 0
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_data(content: bytes, position: int) -> tuple[bytes, int]:
    """The data of a chain of sub-blocks, and the place behind it."""
    parts: list[bytes] = []
    while position < len(content) and (length := content[position]):
        parts.append(content[position + 1 : position + 1 + length])
        position += 1 + length
    return b"".join(parts), position + 1
