"""PNG without metadata and without recompression: header, palette, transparency, pixels, end.

PNG (Third Edition) §5 (chunks), §9-10 (filtering, compression). For files that a full decode has
proved sound.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PALETTE = 3


@dataclass(frozen=True, slots=True)
class PlainPng:
    """A PNG that can be carried as it is compressed.

    Not more than 8 bits a channel, not interlaced, no single transparent colour. ``palette`` holds
    RGB triplets and ``transparency`` their alphas, both empty for a picture without a palette;
    ``pixels`` is the zlib stream of the filtered rows.
    """

    width: int
    height: int
    depth: int
    colour: int
    palette: bytes
    transparency: bytes
    pixels: bytes

    @property
    def channels(self) -> int:
        """Values a pixel: 1 for grey and palette, 3 for colours, one more with alpha."""
        return _CHANNELS[self.colour]

    @property
    def has_alpha(self) -> bool:
        """True when some pixel may be transparent."""
        return self.colour in {4, 6} or bool(self.transparency)

    def encoded(self) -> bytes:
        """The file: the chunks that make the picture, and no others."""
        header = struct.pack(">IIBBBBB", self.width, self.height, self.depth, self.colour, 0, 0, 0)
        parts = [(b"IHDR", header), (b"IDAT", self.pixels), (b"IEND", b"")]
        if self.transparency:
            parts.insert(1, (b"tRNS", self.transparency))
        if self.palette:
            parts.insert(1, (b"PLTE", self.palette))
        return _SIGNATURE + b"".join(itertools.starmap(_chunk, parts))


def plain_png(content: bytes, *, is_clean: bool = False) -> PlainPng | None:
    """The picture in a sound PNG file, or None when it is not plain.

    Its compressed data hold its pixels and not a byte more: nothing is hidden behind them. A file
    that ``is_clean`` comes from :mod:`.images` and is not decompressed to prove it once more.
    """
    chunks = list(_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or chunks[-1][0] != b"IEND":
        return None
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    tables = dict(chunks)
    palette, transparency = tables.get(b"PLTE", b""), tables.get(b"tRNS", b"")
    if depth > 8 or colour not in _CHANNELS or interlaced:
        return None
    if colour == _PALETTE:
        if not palette or len(palette) % 3 or len(transparency) > len(palette) // 3:
            return None
    elif transparency:
        return None
    pixels = b"".join(data for name, data in chunks if name == b"IDAT")
    row = 1 + (width * _CHANNELS[colour] * depth + 7) // 8
    if not (is_clean or _holds_exactly(pixels, height * row)):
        return None
    return PlainPng(
        width=width,
        height=height,
        depth=depth,
        colour=colour,
        palette=palette if colour == _PALETTE else b"",
        transparency=transparency,
        pixels=pixels,
    )


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
