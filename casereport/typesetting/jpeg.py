"""JPEG without metadata and without loss: the segments that make the picture, and no others.

ITU-T T.81 annex B (markers and segments), JFIF 1.02, and the Adobe segment (APP14), whose transform
flag a decoder needs to know the colours. For files that a full decode has proved sound.
"""

from __future__ import annotations

_SOI, _EOI, _SOS, _TEM = 0xD8, 0xD9, 0xDA, 0x01
_APP0, _APP14, _COM = 0xE0, 0xEE, 0xFE
_RESTARTS = range(0xD0, 0xD8)
_TABLES_AND_FRAMES = frozenset(
    # DQT, DHT, DAC, DRI, DNL, and every SOF of sequential, progressive and arithmetic coding.
    {0xDB, 0xC4, 0xCC, 0xDD, 0xDC} | {0xC0, 0xC1, 0xC2, 0xC9, 0xCA}
)
_JFIF = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


def without_metadata(content: bytes) -> bytes | None:
    """The same picture without application data, comments, thumbnails, and what follows its end.

    None when the file is not laid out as it should be, though a decoder may have forgiven it.
    """
    if content[:2] != b"\xff\xd8":
        return None
    kept = bytearray(b"\xff\xd8")
    position, seen_scan = 2, False
    while True:
        marker, position = _next_marker(content, position)
        if marker == _EOI:
            return bytes(kept + b"\xff\xd9") if seen_scan else None
        if marker is None or marker in {_SOI, _TEM} or marker in _RESTARTS:
            return None
        length = int.from_bytes(content[position : position + 2], "big")
        end = position + length
        if length < 2 or end > len(content):
            return None
        payload = content[position + 2 : end]
        replacement = _kept_segment(marker, payload)
        if replacement is None:
            return None
        kept += replacement
        position = end
        if marker == _SOS:
            seen_scan = True
            end = _end_of_scan(content, position)
            kept += content[position:end]
            position = end


def _next_marker(content: bytes, position: int) -> tuple[int | None, int]:
    """The marker at ``position`` (after fill bytes) and the place behind it."""
    if content[position : position + 1] != b"\xff":
        return None, position
    while content[position : position + 1] == b"\xff":
        position += 1
    if position >= len(content):
        return None, position
    return content[position], position + 1


def _kept_segment(marker: int, payload: bytes) -> bytes | None:
    """What stands for a segment in the clean file: itself, a bare form of it, nothing; or None."""
    if marker == _APP0 and payload.startswith(b"JFIF\x00"):
        return _segment(_APP0, _JFIF)
    if marker == _APP14 and payload.startswith(b"Adobe") and len(payload) >= 12:
        # Version 100, no flags, and the colour transform.
        return _segment(_APP14, b"Adobe\x00\x64\x00\x00\x00\x00" + payload[11:12])
    if _APP0 <= marker <= 0xEF or marker == _COM:
        return b""
    if marker in _TABLES_AND_FRAMES or marker == _SOS:
        return _segment(marker, payload)
    return None


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload


def _end_of_scan(content: bytes, position: int) -> int:
    """The place of the first marker behind entropy-coded data (FF00 and RSTn belong to it)."""
    while True:
        position = content.find(b"\xff", position)
        if position < 0 or position + 1 >= len(content):
            return len(content)
        following = content[position + 1]
        if following == 0 or following in _RESTARTS:
            position += 2
        elif following == 0xFF:
            position += 1
        else:
            return position
