"""One HTML document to PDF: the contract of ``typeset``, and the lock that sets one at a time.

Fontconfig and Pango hold process-wide state, and a font configuration shared between threads
corrupts memory: documents are set one after the other in a process. Several at once take several
processes.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from casereport.errors import TypesettingError
from casereport.typesetting.assets import AssetStore
from casereport.typesetting.engine.environment import engine_environment
from casereport.typesetting.result import PageLabels, TypesetResult

_ONE_AT_A_TIME = threading.Lock()
_NOTHING: Mapping[str, bytes] = MappingProxyType({})


def typeset(html: str, *, assets: Mapping[str, bytes] = _NOTHING) -> bytes:
    """Set one HTML document as PDF with the bundled fonts (see :func:`typeset_report`)."""
    return typeset_report(html, assets=assets).pdf


def typeset_report(
    html: str,
    *,
    assets: Mapping[str, bytes] = _NOTHING,
    page_labels: PageLabels | None = None,
    reading_direction: Literal["ltr", "rtl"] | None = None,
) -> TypesetResult:
    """Set one HTML document as a tagged PDF, and report what was refused to it.

    Every URL in the document is ``asset:NAME``, naming an entry of ``assets``, or a ``data:``
    image; anything else is refused unopened: the resource is absent, an image's alt text prints,
    and the refusal stands in the result. A link may lead to ``#…``, ``http(s):`` or ``mailto:``;
    another loses its target and keeps its text. The bytes depend on the arguments alone.

    Args:
        html: the document; its ``<title>``, ``<meta name=author|keywords|description>`` and
            ``<html lang>`` become the PDF's metadata.
        assets: what the document may use, by name.
        page_labels: the numbers a viewer shows for the pages; counted from 1 without it.
        reading_direction: ``rtl`` makes a viewer lay facing pages from the right.

    Raises:
        MissingLibraryError: Pango, HarfBuzz or fontconfig cannot be loaded.
        TypesettingError: the engine failed on this document.
    """
    if any("\ud800" <= character <= "\udfff" for character in html):
        raise TypesettingError("the document holds a lone surrogate (half a character)")
    with _ONE_AT_A_TIME, engine_environment():
        # WeasyPrint costs half a second: it is loaded with the first document, not before.
        from casereport.typesetting.engine.render import render

        return render(
            html,
            AssetStore(assets),
            page_labels=page_labels,
            reading_direction=reading_direction,
        )


def bidi_html() -> Any:
    """``weasyprint.HTML`` with true bidirectional text, for documents of any kind.

    For users of WeasyPrint: a class that takes what ``weasyprint.HTML`` takes, with their own
    fonts, style sheets and fetcher. WeasyPrint is patched for the whole process (``casereport
    doctor`` watches the functions).

    Raises:
        MissingLibraryError: Pango, HarfBuzz or fontconfig cannot be loaded.
    """
    with _ONE_AT_A_TIME, engine_environment():
        from casereport.typesetting.engine.bidi.direction import DirectedHTML

        return DirectedHTML
