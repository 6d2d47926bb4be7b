"""What a PDF holds: pages, text, fonts, images, metadata; knows nothing of case reports.

``read_pdf`` tells what is there; ``prove`` compares the glyphs of the pages with the paragraphs
that an HTML document means.
"""

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
from casereport.inspection.glyphs import Glyph, GlyphLine, GlyphPage, read_glyphs
from casereport.inspection.locating import pages_of
from casereport.inspection.mappings import glyph_meanings
from casereport.inspection.meant import Paragraph, paragraphs_of
from casereport.inspection.privacy import commentators, has_camera_data, paths_in
from casereport.inspection.proof import Fault, Proof, is_empty, prove
from casereport.inspection.reading import read_pdf

__all__ = [
    "Fault",
    "Glyph",
    "GlyphLine",
    "GlyphPage",
    "Paragraph",
    "PdfBookmark",
    "PdfDocument",
    "PdfElement",
    "PdfFont",
    "PdfImage",
    "PdfPage",
    "Proof",
    "UnreadablePdfError",
    "commentators",
    "glyph_meanings",
    "has_camera_data",
    "is_empty",
    "pages_of",
    "paragraphs_of",
    "paths_in",
    "presentation_forms",
    "private_use",
    "prove",
    "read_glyphs",
    "read_pdf",
]
