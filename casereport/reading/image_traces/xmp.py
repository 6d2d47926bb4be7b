"""XMP packets and the metadata of SVG: the fields that tell of people.

The fields are looked for by name, as attributes and as elements; the XML is not parsed, so that
nothing in it can be expanded, nested or fetched. The work grows with the length of the packet.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from casereport.model.image_trace import ImageTrace, TraceKind
from casereport.reading.image_traces.tags import SVG, XMP
from casereport.reading.image_traces.values import trace

_MOST_BYTES = 2 << 20
_LONGEST = 4000
_MOST_TIMES = 10
_TAG = re.compile(r"<[^<>]{0,2000}>")


def xmp_traces(data: bytes) -> list[ImageTrace]:
    """The traces in an XMP packet."""
    return _traces(data, XMP, "XMP")


def svg_traces(data: bytes) -> list[ImageTrace]:
    """The traces in a drawing."""
    return _traces(data, SVG, "SVG")


def _traces(data: bytes, fields: Mapping[str, TraceKind], label: str) -> list[ImageTrace]:
    text = _decoded(data[:_MOST_BYTES])
    found: list[ImageTrace] = []
    if len(data) > _MOST_BYTES:
        found.append(ImageTrace("unread", f"{label}, {len(data) >> 20} MB"))
    for name, kind in fields.items():
        for value in (*_attributes(text, name), *_elements(text, name)):
            found += trace(kind, f"{label} {name}", html.unescape(value))
    return found


def _decoded(data: bytes) -> str:
    if b"\0" in data[:4]:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8", errors="replace")


def _attributes(text: str, name: str) -> Iterator[str]:
    """The values of ``name="…"``."""
    position = 0
    for _ in range(_MOST_TIMES):
        position = text.find(name + "=", position)
        if position < 0:
            return
        start = position + len(name) + 2
        end = text.find(text[start - 1 : start] or '"', start, start + _LONGEST)
        yield text[start:end] if end >= 0 else text[start : start + _LONGEST]
        position = start


def _elements(text: str, name: str) -> Iterator[str]:
    """The words inside ``<name>…</name>``, those of a list joined by a comma."""
    position = 0
    for _ in range(_MOST_TIMES):
        position = text.find(f"<{name}", position)
        end = text.find(f"</{name}>", position) if position >= 0 else -1
        if end < 0:
            return
        start = text.find(">", position, end)
        if start >= 0 and text[position + len(name) + 1] in " \t\n\r>":
            inner = _TAG.sub("\n", text[start + 1 : min(end, start + _LONGEST)])
            yield ", ".join(line.strip() for line in inner.split("\n") if line.strip())
        position = end
