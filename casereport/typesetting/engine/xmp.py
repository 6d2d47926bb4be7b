"""The XMP packet of a PDF, saying what its Info dictionary says (XMP Part 1 §7, PDF 32000-1 §14.3).

Only what the document itself tells: no date of writing, no history, no identifier.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

import weasyprint

_HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
"""
_FOOT = """</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def xmp_packet(metadata: Any) -> bytes:
    """The packet for a document's metadata (WeasyPrint's ``DocumentMetadata``), as UTF-8."""
    language = metadata.lang or ""
    parts = [_simple("dc:format", "application/pdf")]
    parts += _alternative("dc:title", metadata.title, language)
    parts += _list("dc:creator", "Seq", metadata.authors)
    parts += _alternative("dc:description", metadata.description, language)
    parts += _list("dc:subject", "Bag", metadata.keywords)
    parts += _list("dc:language", "Bag", [language] if language else [])
    if metadata.keywords:
        parts.append(_simple("pdf:Keywords", ", ".join(metadata.keywords)))
    parts.append(_simple("pdf:Producer", f"WeasyPrint {weasyprint.VERSION}"))
    for name, value in (
        ("xmp:CreatorTool", metadata.generator),
        ("xmp:CreateDate", metadata.created),
        ("xmp:ModifyDate", metadata.modified),
    ):
        if value:
            parts.append(_simple(name, value))
    return (_HEAD + "".join(parts) + _FOOT).encode("utf-8")


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>\n"


def _alternative(name: str, value: str | None, language: str) -> list[str]:
    """A text in the document's language, and as the default for readers of any."""
    if not value:
        return []
    languages = ["x-default", *([language] if language else [])]
    items = "".join(
        f"<rdf:li xml:lang={quoteattr(tag)}>{escape(value)}</rdf:li>" for tag in languages
    )
    return [f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>\n"]


def _list(name: str, container: str, values: list[str]) -> list[str]:
    if not values:
        return []
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return [f"<{name}><rdf:{container}>{items}</rdf:{container}></{name}>\n"]
