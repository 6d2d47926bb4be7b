"""IPTC fields (IIM 4.2), by themselves or among Photoshop's image resources."""

from __future__ import annotations

from casereport.model.image_trace import ImageTrace
from casereport.reading.image_traces.tags import IPTC
from casereport.reading.image_traces.values import text_of, trace

_IPTC_RESOURCE = 0x0404
_MOST = 1000


def iptc_traces(data: bytes) -> list[ImageTrace]:
    """The traces in a chain of datasets; what follows a broken one is left."""
    found: list[ImageTrace] = []
    position = 0
    for _ in range(_MOST):
        head = data[position : position + 5]
        if len(head) < 5 or head[0] != 0x1C:
            break
        length = int.from_bytes(head[3:5], "big")
        if length >= 0x8000:
            break  # an extended dataset: a picture, no field of ours
        value = data[position + 5 : position + 5 + length]
        position += 5 + length
        if head[1] == 2 and head[2] in IPTC:
            kind, name = IPTC[head[2]]
            found += trace(kind, f"IPTC {name}", text_of(value))
    return found


def resource_traces(data: bytes) -> list[ImageTrace]:
    """The traces among Photoshop's resources: those of its IPTC block."""
    found: list[ImageTrace] = []
    position = 0
    for _ in range(_MOST):
        if data[position : position + 4] != b"8BIM":
            break
        number = int.from_bytes(data[position + 4 : position + 6], "big")
        name = data[position + 6] if position + 6 < len(data) else 0
        start = position + 6 + (1 + name) + (1 + name) % 2
        length = int.from_bytes(data[start : start + 4], "big")
        if number == _IPTC_RESOURCE:
            found += iptc_traces(data[start + 4 : start + 4 + length])
        position = start + 4 + length + length % 2
    return found
