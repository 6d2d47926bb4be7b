"""What WeasyPrint does not write into a PDF: page labels, reading direction, XMP, no dates.

PDF 32000-1: §12.4.2 page labels, §12.2 viewer preferences, §14.3.2 metadata streams.
"""

from __future__ import annotations

from typing import Any, Literal

import pydyf

from casereport.typesetting.engine.xmp import xmp_packet
from casereport.typesetting.result import PageLabels


def finish(
    document: Any,
    pdf: pydyf.PDF,
    *,
    page_labels: PageLabels | None,
    reading_direction: Literal["ltr", "rtl"] | None,
) -> None:
    """Complete a PDF before it is written (WeasyPrint's ``finisher``)."""
    if page_labels is not None:
        pdf.catalog["PageLabels"] = _page_labels(page_labels)
    # WeasyPrint sets some of these for tagged documents: ours are added to them.
    preferences = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
    if document.metadata.title:
        preferences["DisplayDocTitle"] = "true"
    else:
        preferences.pop("DisplayDocTitle", None)
    if reading_direction is not None:
        preferences["Direction"] = "/R2L" if reading_direction == "rtl" else "/L2R"
    _undate_attachments(pdf)
    metadata = pydyf.Stream(
        [xmp_packet(document.metadata)], {"Type": "/Metadata", "Subtype": "/XML"}
    )
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference


def _page_labels(labels: PageLabels) -> pydyf.Dictionary:
    entry = pydyf.Dictionary(
        {"S": "/r" if labels.style == "roman" else "/D", "St": labels.first}
    )
    if labels.prefix:
        entry["P"] = pydyf.String(labels.prefix)
    return pydyf.Dictionary({"Nums": pydyf.Array([0, entry])})


def _undate_attachments(pdf: pydyf.PDF) -> None:
    """Take the dates from embedded files: they would be those of the rendering."""
    for item in pdf.objects:
        extra = getattr(item, "extra", None)
        if extra and extra.get("Type") == "/EmbeddedFile":
            extra["Params"].pop("CreationDate", None)
            extra["Params"].pop("ModDate", None)
