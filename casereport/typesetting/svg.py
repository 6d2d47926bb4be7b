"""An SVG rebuilt from what may be in a picture: shapes, text, paint servers, and its own parts.

SVG 2 (elements and attributes). Scripts, foreign objects, other namespaces (where editors keep the
author's name and paths), entities, and every reference that leaves the file are gone; what could
grow without bound (elements, depth, ``<use>`` of ``<use>``) is counted and refused.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Callable
from typing import Any, TypeAlias
from urllib.parse import unquote_to_bytes

from casereport.typesetting.clean_image import CleanImage, UnfitImageError
from casereport.typesetting.svg_style import clean_sheet, clean_value

MAX_BYTES = 16 * 1024 * 1024
MAX_ELEMENTS = 50_000
MAX_DEPTH = 60
MAX_DRAWN = 100_000
"""Elements drawn when every ``<use>`` is followed."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "image",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern",
        "clipPath", "mask", "marker", "filter", "feOffset", "feBlend", "feFlood",
    }
)  # fmt: skip
_REFERRING = frozenset({"use", "textPath", "linearGradient", "radialGradient", "pattern"})
_LENGTH = re.compile(
    r"\s*((?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?\d+)?)\s*+"
    r"(px|pt|pc|mm|cm|in|Q|em|ex)?\s*"
)
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_PIXELS = {
    None: 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
    "Q": 96 / 101.6, "em": 16.0, "ex": 8.0,
}  # fmt: skip
_DEFAULT_SIZE = (300.0, 150.0)

RasterCleaner: TypeAlias = Callable[[bytes], CleanImage]


def clean_svg(content: bytes, *, clean_raster: RasterCleaner) -> CleanImage:
    """The drawing, rebuilt; images inside it (``data:`` rasters only) go through ``clean_raster``.

    Raises:
        UnfitImageError: not well-formed, with entities, or too complex.
    """
    from lxml import etree

    root = _parse(content, etree)
    builder = _Builder(etree, clean_raster)
    rebuilt = builder.rebuild(root, depth=1)
    if rebuilt is None:
        raise UnfitImageError("not-an-image", "the root element is not <svg>")
    _count_drawn(rebuilt)
    width, height = _size(rebuilt)
    return CleanImage(
        content=etree.tostring(rebuilt, encoding="utf-8", xml_declaration=False),
        media_type="image/svg+xml",
        width=width,
        height=height,
        has_alpha=True,
        mode="vector",
        has_rtl_text=any(_has_rtl(text) for text in rebuilt.iter(f"{{{_SVG}}}text")),
    )


def _parse(content: bytes, etree: Any) -> Any:
    if len(content) > MAX_BYTES:
        raise UnfitImageError("too-complex", f"{len(content)} bytes")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnfitImageError("damaged", str(error)[:200]) from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnfitImageError("unsafe-svg", "entities")
    if root.tag != f"{{{_SVG}}}svg":
        raise UnfitImageError("not-an-image", "the root element is not <svg> of SVG's namespace")
    return root


class _Builder:
    """Copies what may stay, element by element."""

    def __init__(self, etree: Any, clean_raster: RasterCleaner) -> None:
        self._etree = etree
        self._clean_raster = clean_raster
        self._count = 0

    def rebuild(self, source: Any, depth: int) -> Any | None:
        name = _local_name(source)
        if name == "a":
            name = "g"  # a link in a picture leads nowhere
        if name not in _ELEMENTS:
            return None
        self._count += 1
        if self._count > MAX_ELEMENTS or depth > MAX_DEPTH:
            raise UnfitImageError("too-complex", "too many elements, or nested too deeply")
        made = self._etree.Element(f"{{{_SVG}}}{name}", nsmap={None: _SVG} if depth == 1 else None)
        for attribute, value in source.attrib.items():
            kept = _clean_attribute(attribute, value)
            if kept is not None:
                made.set(*kept)
        reference = source.get("href", source.get(_XLINK_HREF, "")).strip()
        if not self._refer(made, name, reference):
            return None
        if name == "style":
            made.text = clean_sheet("".join(source.itertext()))
            return made
        made.text = source.text
        self._add_children(source, made, depth)
        return made

    def _add_children(self, source: Any, made: Any, depth: int) -> None:
        for child in source:
            kept = self.rebuild(child, depth + 1)
            if kept is not None:
                kept.tail = child.tail
                made.append(kept)
            elif child.tail and len(made):
                made[-1].tail = (made[-1].tail or "") + child.tail
            elif child.tail:
                made.text = (made.text or "") + child.tail

    def _refer(self, made: Any, name: str, reference: str) -> bool:
        """Set the element's reference if it may have it; False when it is nothing without."""
        if name == "image":
            embedded = self._embedded(reference)
            if embedded is None:
                return False
            made.set("href", embedded)
        elif name in _REFERRING and reference.startswith("#"):
            made.set("href", reference)
        return True

    def _embedded(self, reference: str) -> str | None:
        """A data: image of the drawing, clean, or None for a reference to anything else."""
        header, comma, payload = reference.partition(",")
        if not comma or not header.lower().startswith("data:image/"):
            return None
        content = unquote_to_bytes(payload)
        if header.lower().replace(" ", "").endswith(";base64"):
            content = base64.b64decode(content, validate=False)
        image = self._clean_raster(content)
        return f"data:{image.media_type};base64,{base64.b64encode(image.content).decode('ascii')}"


def _has_rtl(text: Any) -> bool:
    return any(
        unicodedata.bidirectional(letter) in {"R", "AL"} for letter in "".join(text.itertext())
    )


def _local_name(element: Any) -> str:
    """The element's name in SVG's namespace, or nothing for any other (and for entities)."""
    tag = element.tag
    prefix = f"{{{_SVG}}}"
    return tag[len(prefix) :] if isinstance(tag, str) and tag.startswith(prefix) else ""


def _clean_attribute(name: str, value: str) -> tuple[str, str] | None:
    if name in {_XML_SPACE, _XML_LANG}:
        return name, value
    lowered = name.lower()
    if name.startswith("{") or lowered.startswith(("on", "data-")) or lowered in {"href", "src"}:
        return None
    cleaned = clean_value(name, value)
    return None if cleaned is None else (name, cleaned)


def _count_drawn(root: Any) -> None:
    """Refuse a drawing whose ``<use>`` elements multiply, or that uses itself."""
    by_id: dict[str, Any] = {}
    for element in root.iter():
        by_id.setdefault(element.get("id", ""), element)
    sizes: dict[Any, int] = {}
    open_elements: set[Any] = set()

    def size(element: Any) -> int:
        if element in sizes:
            return sizes[element]
        if element in open_elements:
            raise UnfitImageError("unsafe-svg", "a part that refers to itself")
        open_elements.add(element)
        total = 1 + sum(size(child) for child in element)
        for target in _targets(element):
            if target in by_id:
                total += size(by_id[target])
        if total > MAX_DRAWN:
            raise UnfitImageError("too-complex", "parts that use parts that use parts")
        open_elements.discard(element)
        sizes[element] = total
        return total

    try:
        size(root)
    except RecursionError as error:
        raise UnfitImageError("too-complex", "a long chain of references") from error


def _targets(element: Any) -> list[str]:
    """The ids that an element brings in: by reference, and by ``url(#…)`` in its attributes."""
    found = re.findall(r"url\(\s*[\"']?#([^)\"']+)", " ".join(element.attrib.values()))
    reference = element.get("href", "")
    return [*found, reference[1:]] if reference.startswith("#") else found


def _size(root: Any) -> tuple[int, int]:
    """Width and height in CSS pixels, from the attributes or the view box (SVG 2 §7.2)."""
    box = [float(part) for part in _NUMBER.findall(root.get("viewBox", ""))]
    ratio = box[2] / box[3] if len(box) == 4 and box[2] > 0 and box[3] > 0 else None
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    if width is None and height is None:
        width, height = (box[2], box[3]) if ratio else _DEFAULT_SIZE
    elif width is None:
        width = (height or 0) * ratio if ratio else _DEFAULT_SIZE[0]
    elif height is None:
        height = width / ratio if ratio else _DEFAULT_SIZE[1]
    return max(1, round(width)), max(1, round(height or 0))


def _pixels(length: str | None) -> float | None:
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _PIXELS[match[2]] if match else None
