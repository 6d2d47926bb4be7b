"""Opens a PDF with PDFium, one at a time: PDFium holds process-wide state."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

from casereport.inspection.document import UnreadablePdfError

_ONE_AT_A_TIME = threading.Lock()
_HEADER_WITHIN = 1024
"""A PDF's header stands within its first bytes (PDF 32000-1, implementation note 13)."""


@contextlib.contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """The document, held for this thread alone.

    Raises:
        UnreadablePdfError: no PDF, one that wants a password, or one past mending; also when that
            shows only while it is read.
    """
    if b"%PDF-" not in content[:_HEADER_WITHIN]:
        raise UnreadablePdfError("not-a-pdf")
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            encrypted = "password" in str(error).lower()
            raise UnreadablePdfError("encrypted" if encrypted else "damaged", str(error)) from error
        try:
            yield pdf
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdfError("damaged", str(error)) from error
        finally:
            pdf.close()
