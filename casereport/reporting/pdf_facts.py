"""What a PDF is: its facts as lines for people and as JSON.

PDF 32000-1: 7.7.2 (catalogue), 12.4.2 (page labels), 14.8 (tags), 14.9.2 (language).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from casereport.diagnostics import N_, Message, say
from casereport.inspection import PdfDocument, PdfImage, PdfPage
from casereport.reporting.rendering import render

_SIZES = {(210, 297): "A4", (148, 210): "A5", (176, 250): "B5", (216, 279): "Letter"}
_COARSE = 150
"""Dots an inch: below it a photograph looks coarse on paper (journals want 300)."""


def pdf_facts(document: PdfDocument) -> dict[str, object]:
    """The facts as JSON values; every key is written by hand, as a contract."""
    return {
        "version": document.version,
        "pages": [
            {
                "number": page.number,
                "label": page.label,
                "width_mm": round(page.width_mm, 1),
                "height_mm": round(page.height_mm, 1),
                "images": [
                    {
                        "pixels": [image.pixel_width, image.pixel_height],
                        "mm": [round(image.width_mm, 1), round(image.height_mm, 1)],
                        "dpi": round(image.dpi),
                    }
                    for image in page.images
                ],
            }
            for page in document.pages
        ],
        "fonts": [
            {"name": font.name, "embedded": font.embedded, "subset": font.subset}
            for font in document.fonts
        ],
        "metadata": dict(sorted(document.metadata.items())),
        "language": document.language,
        "reading_direction": document.reading_direction,
        "tagged": document.tagged,
        "bookmarks": len(document.bookmarks),
        "attachments": list(document.attachments),
    }


def report_pdf(document: PdfDocument, *, language: str) -> str:
    """The facts, a line each; no line feed at the end."""
    return "\n".join(render(line, language) for line in _lines(document))


def _lines(document: PdfDocument) -> Iterator[Message]:
    pages = document.pages
    yield say(
        N_("PDF {version}, number of pages: {count}"), version=document.version, count=len(pages)
    )
    for size, count in Counter(map(_size, pages)).items():
        yield say(N_("Page size: {size}, number of pages: {count}"), size=size, count=count)
    if any(page.label for page in pages):
        first, last = pages[0].label, pages[-1].label
        yield say(N_("Page numbers: {first} to {last}"), first=first, last=last)
    if document.language:
        yield say(N_("Language: {tag}"), tag=document.language)
    else:
        yield say(N_("Language: not told"))
    if document.reading_direction:
        yield say(_DIRECTED[document.reading_direction])
    yield say(_TAGGED[document.tagged])
    for font in document.fonts:
        yield say(_FONT[font.embedded, font.subset], font=font.name or "?")
    for page in pages:
        for image in page.images:
            yield _image(page, image)
    for key, value in sorted(document.metadata.items()):
        yield say(N_("{key}: {value}"), key=key, value=value)
    if document.attachments:
        yield say(N_("Attached files: {names}"), names=document.attachments)


_DIRECTED = {
    "rtl": N_("Reading direction: right to left"),
    "ltr": N_("Reading direction: left to right"),
}
_TAGGED = {
    True: N_("Tagged for screen readers"),
    False: N_("Not tagged for screen readers"),
}
_FONT = {
    (True, True): N_("Font {font}: embedded, only the letters in use"),
    (True, False): N_("Font {font}: embedded whole"),
    (False, True): N_("Font {font}: not embedded"),
    (False, False): N_("Font {font}: not embedded"),
}


def _image(page: PdfPage, image: PdfImage) -> Message:
    template = (
        N_("Image on page {page}: {size} pixels, {dpi} dpi as printed, which is coarse")
        if 0 < image.dpi < _COARSE
        else N_("Image on page {page}: {size} pixels, {dpi} dpi as printed")
    )
    size = f"{image.pixel_width}\u00d7{image.pixel_height}"
    return say(template, page=page.number, size=size, dpi=round(image.dpi))


def _size(page: PdfPage) -> str:
    """The size in millimetres, with its name when it has one."""
    width, height = round(page.width_mm), round(page.height_mm)
    name = _SIZES.get((min(width, height), max(width, height)), "")
    return f"{width}\u00d7{height} mm" + (f" ({name})" if name else "")
