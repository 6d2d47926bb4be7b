"""References: reading them in any format, numbering them, setting them by a journal's style.

Pure functions: text in, values out; no file is opened here.
"""

from __future__ import annotations

from casereport.references.csl.citations import CitationStyle, CitedWork, CitePart
from casereport.references.csl.soundness import StyleFault, find_style_fault
from casereport.references.formatting import (
    FormattedReference,
    ReferenceStyleError,
    Run,
    authors_before_et_al,
    format_references,
    sort_references,
    style_kind,
)
from casereport.references.numbering import number_by_first_appearance
from casereport.references.pages import PageRange
from casereport.references.read_result import ReadReferences, ReferenceFault
from casereport.references.reading import read_references, supported_suffixes

__all__ = [
    "CitationStyle", "CitePart", "CitedWork", "FormattedReference", "PageRange", "ReadReferences",
    "ReferenceFault", "ReferenceStyleError", "Run", "StyleFault", "authors_before_et_al",
    "find_style_fault", "format_references", "number_by_first_appearance", "read_references",
    "sort_references", "style_kind", "supported_suffixes",
]  # fmt: skip
