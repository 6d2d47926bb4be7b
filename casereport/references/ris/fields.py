"""From the tags of RIS to a Reference, which has CSL's variables.

What a tag means depends on the type: T2 is a journal, a book, a series or a conference.
"""

from __future__ import annotations

import re

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Reference
from casereport.references.citekeys import is_citeable
from casereport.references.identifiers import (
    bare_doi,
    identifiers_in_note,
)
from casereport.references.languages import language_of_script, language_tag
from casereport.references.markup import plain
from casereport.references.names import NameList
from casereport.references.record_values import (
    addresses,
    doi_in,
    issue_and_supplement,
    issued_date,
    merged_identifiers,
    page_range,
    people,
    slashed_date,
    whole_list,
)
from casereport.references.ris.types import TYPES
from casereport.references.tagged import Record

PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
BOOKS = frozenset({"book", "report", "thesis", "classic", "dataset", "software", "standard"})
_JOURNALS = ("J2", "JA", "J1", "JO", "T2", "JF")
"""Abbreviated titles stand before full ones: the reference list prints them."""

_NOTE = re.compile(r"note\s*:\s*(\S.*)", re.IGNORECASE)


def reference_from(record: Record) -> Reference:
    """The reference that a record describes; the whole record as ``unparsed`` when it says none."""
    kind = _type(record)
    title_markup = record.first("TI", "T1", "CT") or (
        record.first("BT", "T2") if kind not in PARTS else ""
    )
    title = plain(title_markup)
    authors, editors = _people(record, kind)
    container = _container(record, kind) if title_markup != record.first("T2") else ""
    note, noted = _note(record)
    found = _identifiers(record, noted)
    spelt = " ".join(name.literal or name.family for name in authors.names)
    issue, supplement = issue_and_supplement(_issue(record, kind))
    read = title or authors.names or editors.names or container
    return Reference(
        citekey=record.first("ID") if is_citeable(record.first("ID")) else "",
        type=kind,
        title=title,
        title_markup=title_markup if title_markup != title else "",
        authors=authors.names,
        editors=editors.names,
        et_al=authors.et_al,
        container_title=container,
        collection_title=record.first("T3") or _series(record, kind, title_markup),
        publisher=record.first("PB"),
        publisher_place=record.first("CY", "PP"),
        edition=record.first("ET") if kind not in {"article-journal", "article"} else "",
        volume=record.first("VL", "VO"),
        issue=issue,
        supplement=supplement,
        page=page_range(record.first("SP", "C7"), record.first("EP")),
        number=_number(record, kind),
        issued=issued_date(record.first("PY", "Y1"), record.first("DA")),
        accessed=slashed_date(record.first("Y2")) if record.first("Y2") else Issued(),
        doi=found.get("DOI", ""),
        pmid=found.get("PMID", ""),
        pmcid=found.get("PMCID", ""),
        issn=record.first("SN") if kind not in PARTS | BOOKS else "",
        isbn=record.first("SN") if kind in PARTS | {"book", "classic"} else "",
        url=found.get("URL", ""),
        genre=_genre(record, kind),
        note=note,
        language=language_tag(record.first("LA")) or language_of_script(title, spelt),
        unparsed="" if read else record.source,
        spans=_spans(record, kind),
    )


def has_type(record: Record) -> bool:
    """True when the record says one of the types of RIS."""
    return record.first("TY").upper() in TYPES


def _type(record: Record) -> str:
    kind = TYPES.get(record.first("TY").upper(), "document")
    if kind != "document":
        return kind
    if record.first("JO", "JF", "JA", "J2") or (record.first("T2") and record.first("VL")):
        return "article-journal"
    return "webpage" if record.first("UR") and not record.first("PB") else kind


def _people(record: Record, kind: str) -> tuple[NameList, NameList]:
    authors = people(value.text for value in record.all("AU", "A1"))
    editors = [value.text for value in record.all("ED")]
    # A2 is the editor of the whole that a chapter stands in; of a book it is the series' editor,
    # and A3 the book's own.
    if kind in PARTS:
        editors += [value.text for value in record.all("A2")]
    elif kind in BOOKS:
        editors += [value.text for value in record.all("A3")]
        if not editors and not authors.names:
            editors += [value.text for value in record.all("A2")]
    return authors, people(editors)


def _container(record: Record, kind: str) -> str:
    if kind in PARTS:
        return plain(record.first("BT", "T2", "JO", "JF", "J2"))
    if kind in BOOKS:
        return ""
    return plain(record.first(*_JOURNALS))


def _series(record: Record, kind: str, title: str) -> str:
    series = record.first("T2") if kind in {"book", "report"} else ""
    return series if series != title else ""


def _issue(record: Record, kind: str) -> str:
    return record.first("IS", "CP") if kind not in {"report", "standard", "patent"} else ""


def _number(record: Record, kind: str) -> str:
    if kind == "report":
        return record.first("IS", "M1", "SN")
    return record.first("IS", "M1") if kind in {"standard", "patent"} else ""


def _genre(record: Record, kind: str) -> str:
    """The kind of thesis or report; of an article it is a word of the database («Review»)."""
    return record.first("M3") if kind in {"thesis", "report", "manuscript", "article"} else ""


def _note(record: Record) -> tuple[str, dict[str, str]]:
    """Identifiers in notes, and what is marked as meant for readers: ``N1  - Note: …``.

    Else N1 is for the library's owner («Export Date: …», «Cited By: 12»): a list prints none of it.
    """
    texts: list[str] = []
    noted: dict[str, str] = {}
    for value in record.all("N1"):
        text, found = identifiers_in_note(value.text)
        noted = {**found, **noted}
        if match := _NOTE.fullmatch(text):
            texts.append(match[1])
    return "; ".join(texts), noted


def _identifiers(record: Record, noted: dict[str, str]) -> dict[str, str]:
    found = {
        "DOI": bare_doi(record.first("DO")) or doi_in(record.first("M3")),
        "PMID": _pmid(record),
        "PMCID": _pmcid(record),
    }
    linked = addresses(value.text for value in record.all("UR", "L2", "LK"))
    return merged_identifiers(noted, linked, found)


def _pmid(record: Record) -> str:
    """PubMed Central writes it into U1, EndNote into AN beside DB, Scopus into C2."""
    database = " ".join(value.text for value in record.all("DB", "DP")).lower()
    if own := record.first("PMID"):
        return own
    if match := re.fullmatch(r"([0-9]{1,8})\[pmid\]", record.first("U1")):
        return match[1]
    number = record.first("AN")
    if re.fullmatch(r"[0-9]{1,8}", number) and re.search(r"pubmed|medline|\bnlm\b", database):
        return number
    number = record.first("C2")
    return number if re.fullmatch(r"[0-9]{6,8}", number) and "scopus" in database else ""


def _pmcid(record: Record) -> str:
    if own := record.first("PMCID"):
        return own
    return next((v.text for v in record.all("C2") if re.fullmatch(r"PMC[0-9]{3,9}", v.text)), "")


_CSL_NAMES = {
    "ID": "id", "TY": "type", "AU": "author", "A1": "author", "ED": "editor", "TI": "title",
    "T1": "title", "CT": "title", "J2": "container-title", "JA": "container-title",
    "J1": "container-title", "JO": "container-title", "BT": "container-title",
    "T2": "container-title", "JF": "container-title", "T3": "collection-title",
    "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "ET": "edition",
    "VL": "volume", "VO": "volume", "IS": "issue", "CP": "issue", "SP": "page", "C7": "page",
    "PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed", "DO": "DOI", "SN": "ISSN",
    "UR": "URL", "PMID": "PMID", "PMCID": "PMCID", "M3": "genre", "N1": "note", "LA": "language",
}  # fmt: skip
_BY_KIND = {
    "part": {"SN": "ISBN", "A2": "editor"},
    "book": {"SN": "ISBN", "A3": "editor", "T2": "collection-title"},
    "report": {"IS": "number", "M1": "number", "SN": "number", "T2": "collection-title"},
}


def _spans(record: Record, kind: str) -> tuple[tuple[str, Span], ...]:
    """The place of each variable: of the tag that it was taken from where several can give it."""
    names = {**_CSL_NAMES, **_BY_KIND.get("part" if kind in PARTS else kind, {})}
    rank = {tag: number for number, tag in enumerate(names)}
    places = sorted(
        (rank[value.tag], number, value)
        for number, value in enumerate(record.values)
        if value.text and value.tag in rank
    )
    spans: dict[str, Span] = {"": record.span}
    for _, _, value in places:
        spans.setdefault(names[value.tag], value.span)
    for name in ("author", "editor"):
        spans.update(whole_list(name, [v.span for _, _, v in places if names[v.tag] == name]))
    return tuple(spans.items())
