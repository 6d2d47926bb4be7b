"""What the fonts of a PDF say that their glyphs mean: the strings of all ToUnicode CMaps.

PDF 32000-1 9.10.3. Read from the file itself: PDFium gives back presentation forms as the letters
they stand for, and so hides what other readers stumble on. An encrypted file shows nothing here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"stream\r?\n")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")
_HEAD = 256
_MAX_BYTES = 4_000_000
_MAX_RANGE = 65_536


def glyph_meanings(content: bytes) -> tuple[str, ...]:
    """Each string that a font gives for a glyph, in the order of the file, repeated ones once."""
    found: dict[str, None] = {}
    for match in _STREAM.finditer(content):
        cmap = _cmap_at(content, match.end())
        for kind, body in _SECTION.findall(cmap):
            tokens = [(text, mark) for text, mark in _TOKEN.findall(body)]
            found.update(dict.fromkeys(_characters(tokens) if kind == b"char" else _ranges(tokens)))
    return tuple(meaning for meaning in found if meaning)


def _cmap_at(content: bytes, start: int) -> bytes:
    """The stream that begins here when it is a CMap, else nothing."""
    if b"begincmap" in content[start : start + 2 * _HEAD]:
        return content[start : content.find(b"endstream", start)][:_MAX_BYTES]
    try:
        head = zlib.decompressobj().decompress(content[start : start + 2 * _HEAD], _HEAD)
        if b"CIDInit" not in head and b"begincmap" not in head:
            return b""
        return zlib.decompressobj().decompress(content[start:], _MAX_BYTES)
    except zlib.error:
        return b""  # compressed in another way, or no text at all


def _characters(tokens: list[tuple[bytes, bytes]]) -> Iterator[str]:
    """Read ``<code> <string>`` and so on."""
    texts = [text for text, mark in tokens if not mark]
    yield from map(_decoded, texts[1::2])


def _ranges(tokens: list[tuple[bytes, bytes]]) -> Iterator[str]:
    """Read ``<first> <last> <string>``, or the strings of a range one by one in brackets."""
    position = 0
    while position + 2 < len(tokens):
        (first, _), (last, _), (text, mark) = tokens[position : position + 3]
        position += 3
        if mark:
            while position < len(tokens) and not tokens[position][1]:
                yield _decoded(tokens[position][0])
                position += 1
            position += 1
            continue
        start = _decoded(text)
        for offset in range(min(max(_code(last) - _code(first), 0), _MAX_RANGE) + 1):
            if start and ord(start[-1]) + offset < 0x110000:
                yield start[:-1] + chr(ord(start[-1]) + offset)


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _decoded(digits: bytes) -> str:
    text = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(text[: len(text) // 4 * 4]).decode("utf-16-be", errors="ignore")
