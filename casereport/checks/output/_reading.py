"""What the checks on PDFs share: each file is read, and compared, once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casereport.checks.check import OutputContext
from casereport.diagnostics import Span
from casereport.inspection import (
    GlyphPage,
    PdfDocument,
    Proof,
    paragraphs_of,
    prove,
    read_glyphs,
    read_pdf,
)
from casereport.journals.classes import BLOCK_CLASSES, FLOATING_CLASSES, OPTIONAL_CLASSES
from casereport.model.case_report import CASE_FILE

_KEPT = 4


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF to be checked; ``printed`` is the HTML that it was typeset from, if it is ours."""

    path: str
    content: bytes
    place: Span
    printed: str

    @property
    def document(self) -> PdfDocument:
        """Its fonts, images and metadata."""
        return _document(self.content)

    @property
    def pages(self) -> tuple[GlyphPage, ...]:
        """Its glyphs."""
        return _pages(self.content)

    @property
    def proof(self) -> Proof | None:
        """How its pages differ from what was meant; None when nobody knows what was meant."""
        return _proof(self.content, self.printed) if self.printed else None


def pdfs(context: OutputContext) -> Iterator[Pdf]:
    """The PDFs among the files; those of a case are told at the head of its case.yaml."""
    for file in context.outputs:
        if file.path.lower().endswith(".pdf"):
            place = Span.start_of(CASE_FILE if context.case is not None else file.path)
            yield Pdf(file.path, file.content, place, context.printed.get(file.path, ""))


@lru_cache(maxsize=_KEPT)
def _document(content: bytes) -> PdfDocument:
    return read_pdf(content)


@lru_cache(maxsize=_KEPT)
def _pages(content: bytes) -> tuple[GlyphPage, ...]:
    return read_glyphs(content)


@lru_cache(maxsize=_KEPT)
def _proof(content: bytes, printed: str) -> Proof:
    paragraphs = paragraphs_of(
        printed,
        optional_classes=OPTIONAL_CLASSES,
        block_classes=BLOCK_CLASSES,
        floating_classes=FLOATING_CLASSES,
    )
    return prove(paragraphs, _pages(content))
