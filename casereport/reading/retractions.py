"""The local list of retracted works, ``retractions.csv``: what it says of a case's references.

It is the Retraction Watch database as Crossref gives it (columns ``OriginalPaperDOI``,
``OriginalPaperPubMedID``, ``Title``, ``Author``, ``RetractionNature``, ``RetractionDate``,
``RetractionDOI``), or a table of one's own with the columns ``doi``, ``pmid``, ``title``,
``nature`` and the like. Of its many thousand rows only those are kept that may speak of a
reference.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from casereport.diagnostics import Span
from casereport.model.reference import Reference, Retraction
from casereport.references.identifiers import bare_doi, bare_pmid
from casereport.text.digits import to_latin_digits

RETRACTION_FILE = "retractions.csv"

_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "doi": ("originalpaperdoi", "doi"),
        "pmid": ("originalpaperpubmedid", "pmid"),
        "title": ("title",),
        "authors": ("author", "authors"),
        "nature": ("retractionnature", "nature", "status"),
        "date": ("retractiondate", "date"),
        "notice_doi": ("retractiondoi", "notice"),
    }
)
_NOTHING = frozenset({"", "0", "unavailable"})
"""What the database writes where a work has no DOI or PubMed number."""
_TITLE_BEGINS = 24


def read_retractions(
    text: str, file: str, references: Iterable[Reference]
) -> tuple[Retraction, ...] | None:
    """The rows that share a DOI, a PubMed number or the beginning of a title with a reference.

    None when the file has no column to find a work by.
    """
    wanted = frozenset(key for reference in references for key in _keys_of_reference(reference))
    found: list[Retraction] = []
    rows = csv.reader(io.StringIO(text))
    columns = _columns(_next_row(rows) or [])
    if not columns.keys() & {"doi", "pmid"}:
        return None
    looked_up: dict[str, int] = {
        name: columns[name] for name in ("doi", "pmid", "title") if name in columns
    }
    while (row := _next_row(rows)) is not None:
        # Many thousand rows come by here: what is not looked up by is not touched.
        if wanted.intersection(_keys(_cells(row, looked_up))):
            held = _cells(row, columns)
            line = rows.line_num - sum(cell.count("\n") for cell in row)
            place = Span(file, line, 1, rows.line_num, 1)
            found.append(_retraction(held, place))
    return tuple(found)


def _cells(row: list[str], columns: Mapping[str, int]) -> dict[str, str]:
    return {name: row[place].strip() for name, place in columns.items() if place < len(row)}


def _next_row(rows: Iterator[list[str]]) -> list[str] | None:
    """The next row that can be read; None at the end."""
    while True:
        try:
            return next(rows, None)
        except csv.Error:  # a cell that is too long: this row says nothing to us
            continue


def _columns(head: list[str]) -> dict[str, int]:
    """Our names of the columns → their places."""
    named = {cell.strip().casefold(): place for place, cell in reversed(list(enumerate(head)))}
    return {
        name: next(named[alias] for alias in aliases if alias in named)
        for name, aliases in _COLUMNS.items()
        if any(alias in named for alias in aliases)
    }


def _keys_of_reference(reference: Reference) -> Iterator[str]:
    doi, pmid = to_latin_digits(reference.doi), to_latin_digits(reference.pmid)
    return _keys({"doi": doi, "pmid": pmid, "title": reference.title})


def _keys(held: Mapping[str, str]) -> Iterator[str]:
    """By what a work is looked up: a title by its first letters, the rest is compared later."""
    doi, pmid = held.get("doi", "").casefold(), held.get("pmid", "")
    if not doi.startswith("10."):
        doi = bare_doi(doi)
    doi = doi.rstrip(".")
    if doi not in _NOTHING:
        yield doi
    if pmid not in _NOTHING:
        yield f"pmid {pmid if pmid.isdigit() else bare_pmid(pmid)}"
    letters = "".join(filter(str.isalnum, held.get("title", "")[:60].casefold()))
    if letters:
        yield f"title {letters[:_TITLE_BEGINS]}"


def _retraction(held: Mapping[str, str], place: Span) -> Retraction:
    doi, pmid = bare_doi(held.get("doi", "")), bare_pmid(held.get("pmid", ""))
    return Retraction(
        nature=held.get("nature") or "Retraction",
        title=held.get("title", ""),
        authors=held.get("authors", ""),
        doi="" if doi.casefold() in _NOTHING else doi,
        pmid="" if pmid in _NOTHING else pmid,
        date=held.get("date", "").split(" ")[0],
        notice_doi=held.get("notice_doi", ""),
        span=place,
    )
