"""What a merge takes: the PDFs in order, and what each is in the whole. Types only."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.errors import CaseReportError
from casereport.typesetting.result import PageLabels


class MergeError(CaseReportError):
    """A part that cannot be read as the PDF it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One PDF of the whole.

    ``title`` stands in the bookmarks, above the part's own; without one those stand by themselves.
    ``labels`` are of its pages, its blank ones included: ``blanks_after`` empty pages follow it.
    ``link`` is the URI by which another part leads to its first page.
    """

    pdf: bytes
    title: str
    labels: PageLabels
    blanks_after: int = 0
    link: str = ""
