"""What a PDF holds: pages, text, fonts, images, metadata; knows nothing of case reports."""

from casereport.inspection.characters import presentation_forms, private_use
from casereport.inspection.document import (
    PdfBookmark,
    PdfDocument,
    PdfElement,
    PdfFont,
    PdfImage,
    PdfPage,
    UnreadablePdfError,
)
from casereport.inspection.reading import read_pdf

__all__ = [
    "PdfBookmark",
    "PdfDocument",
    "PdfElement",
    "PdfFont",
    "PdfImage",
    "PdfPage",
    "UnreadablePdfError",
    "presentation_forms",
    "private_use",
    "read_pdf",
]
