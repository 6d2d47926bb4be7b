"""PNG text chunks (PNG Third Edition §11.3.3), and the blocks that ImageMagick writes into them."""

from __future__ import annotations

import binascii
import zlib

from casereport.model.image_trace import ImageTrace
from casereport.reading.image_traces.exif import exif_traces
from casereport.reading.image_traces.iptc import iptc_traces, resource_traces
from casereport.reading.image_traces.tags import PNG, PNG_OF_PROGRAMS, PNG_PREFIXES_OF_PROGRAMS
from casereport.reading.image_traces.values import text_of, trace
from casereport.reading.image_traces.xmp import xmp_traces

_MOST_BYTES = 1 << 18
"""A compressed text is read so far and no farther."""
_PROFILE = "raw profile type "


def png_traces(chunk: bytes) -> list[ImageTrace]:
    """The traces in one text chunk, its four-letter name before its data."""
    name, (keyword, _, rest) = chunk[:4], chunk[4:].partition(b"\0")
    if name == b"zTXt":
        rest = _inflated(rest[1:])
    elif name == b"iTXt":
        compressed, rest = rest[:1] == b"\1", rest[2:].partition(b"\0")[2].partition(b"\0")[2]
        rest = _inflated(rest) if compressed else rest
    return _traces(text_of(keyword[:80]), rest)


def _traces(keyword: str, data: bytes) -> list[ImageTrace]:
    lower = keyword.lower()
    if lower == "xml:com.adobe.xmp":
        return xmp_traces(data)
    if lower.startswith(_PROFILE):
        return _profile(lower.removeprefix(_PROFILE), data)
    if lower in PNG:
        return trace(PNG[lower], f"PNG {keyword}", text_of(data))
    if lower in PNG_OF_PROGRAMS or lower.startswith(PNG_PREFIXES_OF_PROGRAMS):
        return []
    return trace("text", f"PNG {keyword}", text_of(data))


def _profile(kind: str, data: bytes) -> list[ImageTrace]:
    """A block of another format in hexadecimal digits, below its name and length."""
    digits = b"".join(data[:_MOST_BYTES].split()[2:])
    try:
        block = binascii.unhexlify(digits[: len(digits) // 2 * 2])
    except binascii.Error:
        return []
    if kind in {"exif", "app1"}:
        if block.startswith(b"Exif\0"):
            return exif_traces(block[6:])
        return xmp_traces(block)
    if kind == "xmp":
        return xmp_traces(block)
    if kind in {"iptc", "8bim"}:
        return resource_traces(block) if block.startswith(b"8BIM") else iptc_traces(block)
    return []


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_BYTES)
    except zlib.error:
        return b""
