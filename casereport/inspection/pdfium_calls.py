"""PDFium's C functions that its Python package does not wrap, as plain Python.

PDFium's public headers (fpdf_edit.h, fpdf_doc.h, fpdf_structtree.h, fpdf_ext.h, fpdf_catalog.h).
"""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable, Iterator
from typing import Any

_MAX_DEPTH = 200
_MAX_NAME = 128
"""Characters: PDF 32000-1 annex C allows a name 127 bytes."""
_URI_ACTION = 3


def _wide(call: Callable[[Any, int], int]) -> str:
    """The text of a function that fills a UTF-16LE buffer and returns its length in bytes."""
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")


def _narrow(call: Callable[[Any, int], int]) -> str:
    """The text of a function that fills a byte buffer and returns its length with the final NUL."""
    size = call(None, 0)
    if size <= 1:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(buffer, size)
    return buffer.value.decode("utf-8", errors="replace")


def font(text_object: Any) -> tuple[str, bool] | None:
    """The PostScript name of a text object's font, and whether its file is embedded."""
    from pypdfium2 import raw

    handle = raw.FPDFTextObj_GetFont(text_object)
    if not handle:
        return None
    name = _narrow(lambda buffer, size: raw.FPDFFont_GetBaseFontName(handle, buffer, size))
    return name, raw.FPDFFont_GetIsEmbedded(handle) == 1


def marks(page_object: Any) -> frozenset[str]:
    """The names of the marks (PDF 32000-1, 14.6) that an object stands in, as Artifact or P."""
    from pypdfium2 import raw

    names = set()
    for index in range(max(0, raw.FPDFPageObj_CountMarks(page_object))):
        mark = raw.FPDFPageObj_GetMark(page_object, index)
        length = ctypes.c_ulong(0)
        buffer = (raw.FPDF_WCHAR * _MAX_NAME)()
        size = ctypes.sizeof(buffer)
        if raw.FPDFPageObjMark_GetName(mark, buffer, size, ctypes.byref(length)):
            names.add(bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace"))
    return frozenset(names)


def language(document: Any) -> str:
    """The document's /Lang, or nothing."""
    from pypdfium2 import raw

    return _wide(
        lambda buffer, size: raw.FPDFCatalog_GetLanguage(
            document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
        )
    )


def viewer_preference(document: Any, name: str) -> str:
    """A viewer preference whose value is a name, or nothing."""
    from pypdfium2 import raw

    key = name.encode("ascii")
    return _narrow(lambda buffer, size: raw.FPDF_VIEWERREF_GetName(document, key, buffer, size))


def links(document: Any, page: Any) -> Iterator[str]:
    """The URIs of a page's link annotations."""
    from pypdfium2 import raw

    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == _URI_ACTION:
            yield _narrow(functools.partial(raw.FPDFAction_GetURIPath, document, action))


def comments(page: Any) -> Iterator[str]:
    """The author of each annotation that is a comment: no link, form field or part of another."""
    from pypdfium2 import raw

    silent = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_POPUP}
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetSubtype(annotation) not in silent:
            get = functools.partial(raw.FPDFAnnot_GetStringValue, annotation, b"T")
            yield _wide(
                lambda buffer, size, get=get: get(  # type: ignore[misc]
                    ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
                )
            )
        raw.FPDFPage_CloseAnnot(annotation)


def structure(page: Any) -> Iterator[tuple[str, str, str]]:
    """The tag tree of a page in its order: each element's type, alternate text and language."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _element(raw, raw.FPDF_StructTree_GetChildAtIndex(tree, index), 1)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _element(raw: Any, handle: Any, depth: int) -> Iterator[tuple[str, str, str]]:
    if not handle or depth > _MAX_DEPTH:
        return

    def text(function: Any) -> str:
        return _wide(lambda buffer, size: function(handle, buffer, size))

    yield (
        text(raw.FPDF_StructElement_GetType),
        text(raw.FPDF_StructElement_GetAltText),
        text(raw.FPDF_StructElement_GetLang),
    )
    for index in range(max(0, raw.FPDF_StructElement_CountChildren(handle))):
        child = raw.FPDF_StructElement_GetChildAtIndex(handle, index)
        yield from _element(raw, child, depth + 1)
