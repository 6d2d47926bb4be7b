"""PNG without metadata and without recompression: header, palette, transparency, pixels, end.

PNG (Third Edition) §5 (chunks), §9-10 (filtering, compression). For files that a full decode has
proved sound.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PALETTE = 3


def without_metadata(content: bytes) -> bytes | None:
    """The same picture with none but the chunks that make it, or None for what is not plain.

    Plain: not more than 8 bits a channel, not interlaced, no single transparent colour, and
    compressed data that holds its pixels and not a byte more.
    """
    chunks = list(_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or chunks[-1][0] != b"IEND":
        return None
    header = chunks[0][1]
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    if depth > 8 or colour not in _CHANNELS or interlaced:
        return None
    kept = {b"PLTE", b"tRNS"} if colour == _PALETTE else set()
    tables = {name: data for name, data in chunks if name in kept}
    if (colour == _PALETTE) != (b"PLTE" in tables):
        return None
    if colour != _PALETTE and any(name == b"tRNS" for name, _ in chunks):
        return None
    pixels = b"".join(data for name, data in chunks if name == b"IDAT")
    row = 1 + (width * _CHANNELS[colour] * depth + 7) // 8
    if not _holds_exactly(pixels, height * row):
        return None
    parts = ((b"IHDR", header), *tables.items(), (b"IDAT", pixels), (b"IEND", b""))
    return _SIGNATURE + b"".join(itertools.starmap(_chunk, parts))


def is_whole(content: bytes) -> bool:
    """True when the file reaches its end chunk; a decoder is content with the pixels."""
    return any(name == b"IEND" for name, _ in _chunks(content))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and data of the chunks up to IEND; nothing more when one is cut short."""
    position = len(_SIGNATURE) if content.startswith(_SIGNATURE) else len(content)
    while position + 12 <= len(content):
        length = int.from_bytes(content[position : position + 4], "big")
        name = content[position + 4 : position + 8]
        data = content[position + 8 : position + 8 + length]
        if len(data) < length:
            return
        yield name, data
        if name == b"IEND":
            return
        position += 12 + length


def _holds_exactly(compressed: bytes, size: int) -> bool:
    decoder = zlib.decompressobj()
    try:
        found = len(decoder.decompress(compressed, size + 1))
    except zlib.error:
        return False
    return found == size and decoder.eof and not decoder.unused_data


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
