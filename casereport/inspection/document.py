"""A PDF as it was read. Types only; PDF 32000-1 is the source of the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

UnreadableReason: TypeAlias = Literal["not-a-pdf", "encrypted", "damaged"]


class UnreadablePdfError(Exception):
    """Bytes that cannot be read as a PDF; ``reason`` is a stable word for the cause."""

    def __init__(self, reason: UnreadableReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: UnreadableReason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True, order=True)
class PdfFont:
    """A font that sets text on some page; ``name`` is without the tag of a subset."""

    name: str
    embedded: bool
    subset: bool


@dataclass(frozen=True, slots=True)
class PdfImage:
    """A raster image as it is printed; sizes in pixels and in millimetres."""

    pixel_width: int
    pixel_height: int
    width_mm: float
    height_mm: float

    @property
    def dpi(self) -> float:
        """The lower of the two resolutions at which it prints; 0 for an image of no extent."""
        resolutions = [
            pixels / (extent / 25.4)
            for pixels, extent in (
                (self.pixel_width, self.width_mm),
                (self.pixel_height, self.height_mm),
            )
            if extent > 0
        ]
        return min(resolutions, default=0.0)


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its text in reading order (lines end in a line feed), and what a viewer calls it.

    ``label`` is empty when the document labels no pages. ``links`` are the URIs that it leads to;
    ``comments`` the authors of its notes and marks (empty where none is named).
    """

    number: int
    label: str
    width_mm: float
    height_mm: float
    text: str
    images: tuple[PdfImage, ...] = ()
    links: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfBookmark:
    """An entry of the outline; ``level`` and ``page`` start at 1 (page 0: it leads nowhere)."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class PdfElement:
    """An element of the tag tree: ``kind`` is its standard type (P, H1, Figure …)."""

    kind: str
    page: int
    alt: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """All that was read from one PDF.

    ``metadata`` holds the non-empty entries of the Info dictionary (Title, Author, Subject,
    Keywords, Creator, Producer, CreationDate, ModDate); ``xmp`` is the document's XMP packet as it
    stands, empty when there is none or it is compressed. ``reading_direction`` is what the viewer
    is told, None when it is told nothing.
    """

    version: str
    pages: tuple[PdfPage, ...]
    fonts: tuple[PdfFont, ...]
    metadata: Mapping[str, str]
    xmp: str
    language: str
    tagged: bool
    elements: tuple[PdfElement, ...]
    reading_direction: Literal["ltr", "rtl"] | None
    bookmarks: tuple[PdfBookmark, ...]
    attachments: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text of all pages, a form feed between them."""
        return "\f".join(page.text for page in self.pages)

    @property
    def links(self) -> tuple[str, ...]:
        """The URIs that the pages lead to, in their order."""
        return tuple(uri for page in self.pages for uri in page.links)
