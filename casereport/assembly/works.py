"""The reference list by its style: in which order it stands, and how its works are cited.

A numeric style lists works as they are numbered. An author-date style sorts them, those in the
script of the article's own language first, and cites them by name: no number is printed anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casereport.assembly.numbering import Numbering
from casereport.diagnostics import Diagnostic
from casereport.journals import Journal
from casereport.model.case_report import CaseReport
from casereport.model.reference import Reference
from casereport.reading.style_faults import failing_style
from casereport.references import (
    CitationStyle,
    FormattedReference,
    ReferenceStyleError,
    format_references,
    sort_references,
    style_kind,
)
from casereport.references.pages import PageForm


@dataclass(frozen=True, slots=True)
class Works:
    """What an author-date style cites by; ``typed``: number typed by hand → place in the list."""

    style: CitationStyle
    typed: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The list, ready to print. ``works`` is None where works are cited by number."""

    numbering: Numbering
    formatted: tuple[FormattedReference, ...] = ()
    works: Works | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def listed(
    numbering: Numbering, case: CaseReport, journal: Journal, language: str
) -> ReferenceList:
    """The list by the case's own style where it brings one that works, else by the journal's."""
    own = case.reference_style
    if own is not None:
        try:
            return _listed(numbering, own.text, None, language)
        except ReferenceStyleError as error:
            told = failing_style(own.file, error)
            return replace(_journals(numbering, journal, language), diagnostics=(told,))
    return _journals(numbering, journal, language)


def _journals(numbering: Numbering, journal: Journal, language: str) -> ReferenceList:
    return _listed(numbering, journal.csl, journal.manifest.references.pages, language)


def _listed(
    numbering: Numbering, style: str, pages: PageForm | None, language: str
) -> ReferenceList:
    references = numbering.references
    if style_kind(style) == "numeric":
        # Half of what is done with a case needs no list: then nothing of it is loaded.
        if not references:
            return ReferenceList(numbering)
        return ReferenceList(numbering, format_references(references, style, pages=pages))
    ordered = sort_references(references, style, first=language)
    cited = CitationStyle(style, ordered)
    formatted = format_references(ordered, style, pages=pages, letters=cited.letters)
    places = _places(references, ordered)
    citations = {key: places[number] for key, number in numbering.citations.items()}
    return ReferenceList(
        replace(numbering, references=ordered, citations=citations),
        formatted,
        Works(cited, places),
    )


def _places(before: Sequence[Reference], after: Sequence[Reference]) -> dict[int, int]:
    """Number in the one order → number in the other, both from 1."""
    places = {id(reference): place for place, reference in enumerate(after, 1)}
    return {number: places[id(reference)] for number, reference in enumerate(before, 1)}
