"""Reads a PDF with PDFium, whose text order is the best of the extractors for Persian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Literal

from casereport.inspection import pdfium_calls as calls
from casereport.inspection.document import (
    PdfBookmark,
    PdfDocument,
    PdfElement,
    PdfFont,
    PdfImage,
    PdfPage,
)
from casereport.inspection.opening import opened

_MM_PER_POINT = 25.4 / 72
_SUBSET_TAG = re.compile(r"[A-Z]{6}\+")
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)


def read_pdf(content: bytes) -> PdfDocument:
    """What the PDF holds.

    Raises:
        UnreadablePdfError: no PDF, one that wants a password, or one past mending.
    """
    with opened(content) as pdf:
        return _read(pdf, content)


def _read(pdf: Any, content: bytes) -> PdfDocument:
    fonts: set[PdfFont] = set()
    pages: list[PdfPage] = []
    elements: list[PdfElement] = []
    for index in range(len(pdf)):
        page = pdf[index]
        pages.append(_read_page(pdf, page, index, fonts))
        elements += (
            PdfElement(kind, index + 1, alt, language)
            for kind, alt, language in calls.structure(page.raw)
        )
        page.close()
    version = pdf.get_version()
    return PdfDocument(
        version=f"{version // 10}.{version % 10}" if version else "",
        pages=tuple(pages),
        fonts=tuple(sorted(fonts)),
        metadata=MappingProxyType(pdf.get_metadata_dict(skip_empty=True)),
        xmp=_xmp(content),
        language=calls.language(pdf.raw),
        tagged=bool(pdf.is_tagged()),
        elements=tuple(elements),
        reading_direction=_reading_direction(pdf),
        bookmarks=tuple(_bookmarks(pdf)),
        attachments=tuple(
            pdf.get_attachment(index).get_name() for index in range(pdf.count_attachments())
        ),
    )


def _read_page(pdf: Any, page: Any, index: int, fonts: set[PdfFont]) -> PdfPage:
    from pypdfium2 import raw

    images = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE]):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            images.append(_image(item))
        elif (font := calls.font(item.raw)) is not None:
            name, embedded = font
            tag = _SUBSET_TAG.match(name)
            fonts.add(PdfFont(name[7:] if tag else name, embedded, tag is not None))
    width, height = page.get_size()
    return PdfPage(
        number=index + 1,
        label=pdf.get_page_label(index),
        width_mm=width * _MM_PER_POINT,
        height_mm=height * _MM_PER_POINT,
        text=_text(page),
        images=tuple(images),
        links=tuple(calls.links(pdf.raw, page.raw)),
        comments=tuple(calls.comments(page.raw)),
    )


def _text(page: Any) -> str:
    textpage = page.get_textpage()
    try:
        # PDFium puts U+FFFE for a hyphen at a line's end and joins the lines.
        text = str(textpage.get_text_range())
        return text.replace("\r\n", "\n").replace("\ufffe", "\u00ad")
    finally:
        textpage.close()


def _image(item: Any) -> PdfImage:
    pixel_width, pixel_height = item.get_px_size()
    matrix, outer = item.get_matrix(), item.container
    while outer is not None:
        matrix, outer = matrix.multiply(outer.get_matrix()), outer.container
    # The image is the unit square under the matrix: its sides are the columns' lengths.
    return PdfImage(
        pixel_width=pixel_width,
        pixel_height=pixel_height,
        width_mm=(matrix.a**2 + matrix.b**2) ** 0.5 * _MM_PER_POINT,
        height_mm=(matrix.c**2 + matrix.d**2) ** 0.5 * _MM_PER_POINT,
    )


def _bookmarks(pdf: Any) -> Iterator[PdfBookmark]:
    for bookmark in pdf.get_toc():
        destination = bookmark.get_dest()
        index = destination.get_index() if destination else None
        yield PdfBookmark(
            bookmark.get_title(), bookmark.level + 1, 0 if index is None else index + 1
        )


def _reading_direction(pdf: Any) -> Literal["ltr", "rtl"] | None:
    names: dict[str, Literal["ltr", "rtl"]] = {"L2R": "ltr", "R2L": "rtl"}
    return names.get(calls.viewer_preference(pdf.raw, "Direction"))


def _xmp(content: bytes) -> str:
    """The XMP packet, which a writer leaves uncompressed so that it can be found (XMP Part 3)."""
    packets = _XMP.findall(content)
    return packets[-1].decode("utf-8", errors="replace") if packets else ""
