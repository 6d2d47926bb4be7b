"""What image files say beside their pictures, read off their bytes.

No picture is decoded and no library is asked (but pydicom, where it is installed): a file that
would blow up or crash a decoder is read like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import islice

from casereport.model.image_trace import ImageTrace
from casereport.reading.image_traces.containers import BlockKind, blocks_of
from casereport.reading.image_traces.dicom import dicom_traces, is_dicom
from casereport.reading.image_traces.exif import exif_traces
from casereport.reading.image_traces.iptc import iptc_traces, resource_traces
from casereport.reading.image_traces.png_text import png_traces
from casereport.reading.image_traces.values import text_trace
from casereport.reading.image_traces.xmp import svg_traces, xmp_traces

__all__ = ["traces_of"]

_MOST = 100
_SVG_HEAD = 4096
_READERS: Mapping[BlockKind, Callable[[bytes], list[ImageTrace]]] = {
    "exif": exif_traces,
    "xmp": xmp_traces,
    "iptc": iptc_traces,
    "resources": resource_traces,
    "png": png_traces,
    "comment": partial(text_trace, "comment"),
}


def traces_of(content: bytes) -> tuple[ImageTrace, ...]:
    """What the file says of people, places, times and machines, each once; none for what is sound.

    A file of no known kind, or a damaged block of one, says nothing.
    """
    if is_dicom(content):
        return _once(dicom_traces(content))
    if b"<svg" in content[:_SVG_HEAD] or b":svg" in content[:_SVG_HEAD]:
        return _once(svg_traces(content))
    found: list[ImageTrace] = []
    for block in islice(blocks_of(content), _MOST):
        found += _READERS[block.kind](block.data)
    return _once(found)


def _once(found: list[ImageTrace]) -> tuple[ImageTrace, ...]:
    return tuple(dict.fromkeys(found))[:_MOST]
