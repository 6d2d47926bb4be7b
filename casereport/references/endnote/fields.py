"""From the elements of an EndNote record to a Reference, which has CSL's variables.

The elements are those of EndNote's generic type, whatever the type calls them: ``secondary-title``
is the journal, the book that a chapter stands in, or the series of a book.
"""

from __future__ import annotations

import html
import re

from casereport.diagnostics import Span
from casereport.model.reference import Reference
from casereport.references.citekeys import is_citeable
from casereport.references.endnote.records import TYPE, XmlRecord
from casereport.references.identifiers import identifiers_in_note
from casereport.references.languages import language_of_script, language_tag
from casereport.references.markup import plain
from casereport.references.record_values import (
    addresses,
    doi_in,
    issued_date,
    merged_identifiers,
    page_range,
    people,
    slashed_date,
    whole_list,
)
from casereport.references.ris.types import ENDNOTE_NAMES, ENDNOTE_TYPES

_PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
_BOOKS = frozenset({"book", "report", "thesis", "classic", "dataset", "software", "standard"})
_JOURNAL = ("periodical/abbr-1", "titles/alt-title", "alt-periodical/abbr-1",
            "titles/secondary-title", "periodical/full-title",
            "alt-periodical/full-title")  # fmt: skip
_BOOK = ("titles/secondary-title", "periodical/full-title")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_URLS = ("urls/related-urls/url", "urls/web-urls/url", "urls/url")

_NO_VARIABLES = ("notes", "titles/tertiary-title", "remote-database-name",
                 "remote-database-provider", "contributors/authors/author",
                 "contributors/secondary-authors/author",
                 "contributors/tertiary-authors/author")  # fmt: skip


def reference_from(record: XmlRecord) -> Reference:
    """The reference that a record describes; its text as ``unparsed`` when it says none."""
    kind = type_of(record) or "document"
    titles = record.all("titles/title", "titles/translated-title", "titles/short-title")
    title_markup = titles[0].markup if titles else ""
    title = plain(title_markup)
    authors = people(e.text for e in record.all("contributors/authors/author"))
    editors = people(e.text for path in _editor_paths(kind) for e in record.all(path))
    container = _container(record, kind)
    found = _identifiers(record)
    spelt = " ".join(name.literal or name.family for name in authors.names)
    label = record.first("label")
    read = title or authors.names or editors.names or container
    return Reference(
        citekey=label if is_citeable(label) else "",
        type=kind,
        title=title,
        title_markup=title_markup if title_markup != title else "",
        authors=authors.names,
        editors=editors.names,
        et_al=authors.et_al,
        container_title=container,
        collection_title=_series(record, kind),
        publisher=record.first("publisher"),
        publisher_place=record.first("pub-location"),
        edition=record.first("edition") if kind in _PARTS | _BOOKS else "",
        volume=record.first("volume"),
        issue=record.first("number") if kind not in _BOOKS else "",
        page=_page(record, kind),
        number=record.first("number", "isbn") if kind == "report" else "",
        issued=issued_date(record.first("dates/year"), record.first("dates/pub-dates/date")),
        accessed=slashed_date(record.first("access-date")),
        doi=found.get("DOI", ""),
        pmid=found.get("PMID", ""),
        pmcid=found.get("PMCID", ""),
        issn=_number(record) if kind not in _PARTS | _BOOKS else "",
        isbn=_number(record) if kind in _PARTS | {"book", "classic"} else "",
        url=found.get("URL", ""),
        genre=record.first("work-type") if kind in {"thesis", "report", "manuscript"} else "",
        language=language_tag(record.first("language")) or language_of_script(title, spelt),
        unparsed="" if read else _text_of(record),
        spans=_spans(record, kind),
    )


def type_of(record: XmlRecord) -> str:
    """The type of CSL that the record's name or number of a type stands for; empty if unknown."""
    for element in record.all(TYPE):
        name = element.attributes.get("name", "").lower()
        return ENDNOTE_NAMES.get(name) or ENDNOTE_TYPES.get(element.text, "")
    return ""


def _text_of(record: XmlRecord) -> str:
    """What a record says in any element."""
    return " ".join(html.unescape(_TAG.sub(" ", record.source)).split())


def _editor_paths(kind: str) -> tuple[str, ...]:
    """The editors of the book itself: of a book, the second authors are the series' editors."""
    if kind in _PARTS:
        return ("contributors/secondary-authors/author",)
    return ("contributors/tertiary-authors/author",) if kind == "book" else ()


def _container(record: XmlRecord, kind: str) -> str:
    if kind in _BOOKS:
        return ""
    elements = record.all(*(_BOOK if kind in _PARTS else _JOURNAL))
    return elements[0].text if elements else ""


def _series(record: XmlRecord, kind: str) -> str:
    if kind in {"book", "report"}:
        return record.first("titles/secondary-title")
    return record.first("titles/tertiary-title") if kind in _PARTS else ""


def _page(record: XmlRecord, kind: str) -> str:
    """Of a book it is the number of its pages, which no list prints."""
    number = record.first("custom7") if kind == "article-journal" else ""
    return page_range(record.first("pages") or number, "") if kind not in {"book", "thesis"} else ""


def _identifiers(record: XmlRecord) -> dict[str, str]:
    linked = addresses(element.text for element in record.all(*_URLS))
    noted: dict[str, str] = {}
    for element in record.all("notes"):
        noted = {**identifiers_in_note(element.text)[1], **noted}
    resource = record.first("electronic-resource-num")
    own = {
        "DOI": resource if doi_in(resource) or resource.startswith("doi") else "",
        "PMID": _pmid(record),
        "PMCID": _pmcid(record),
    }
    return merged_identifiers(noted, linked, own)


def _pmid(record: XmlRecord) -> str:
    """EndNote's filter for PubMed writes it as the accession number."""
    number = record.first("accession-num")
    source = record.first("remote-database-name", "remote-database-provider").lower()
    known = re.search(r"pubmed|medline|\bnlm\b", source) is not None
    is_pmid = re.fullmatch(r"[0-9]{5,8}" if not source else r"[0-9]{1,8}", number) is not None
    return number if is_pmid and (known or not source) else ""


def _pmcid(record: XmlRecord) -> str:
    """EndNote's custom 2 of an article."""
    number = record.first("custom2")
    return number if re.fullmatch(r"PMC[0-9]{3,9}", number) else ""


def _number(record: XmlRecord) -> str:
    """The first of several ISSNs («0049-0172 (Print) 0049-0172 (Linking)») or the ISBN."""
    text = record.first("isbn")
    issn = re.match(r"([0-9]{4}-?[0-9]{3}[0-9Xx])(?=\W|\Z)", text)
    isbn = re.match(r"([0-9][0-9Xx -]{8,16}[0-9Xx])(?=\s*(?:\Z|[(;,]))", text)
    found = isbn or issn
    return found[1] if found else text


_CSL_NAMES = {
    "label": "id", "ref-type": "type", "titles/title": "title",
    "titles/translated-title": "title", "titles/short-title": "title", "publisher": "publisher",
    "pub-location": "publisher-place", "edition": "edition", "volume": "volume",
    "number": "issue", "pages": "page", "custom7": "page", "dates/year": "issued",
    "dates/pub-dates/date": "issued", "access-date": "accessed",
    "electronic-resource-num": "DOI", "accession-num": "PMID", "custom2": "PMCID",
    "isbn": "ISSN", "urls/related-urls/url": "URL", "urls/web-urls/url": "URL",
    "work-type": "genre", "language": "language",
}  # fmt: skip

PATHS = frozenset((*_CSL_NAMES, *_JOURNAL, *_BOOK, *_URLS, *_NO_VARIABLES))
"""The elements that are read."""


def _spans(record: XmlRecord, kind: str) -> tuple[tuple[str, Span], ...]:
    names = dict(_CSL_NAMES)
    if kind in _PARTS | _BOOKS:
        names["isbn"] = "ISBN"
    if kind == "report":
        names["number"] = "number"
    containers = () if kind in _BOOKS else _BOOK if kind in _PARTS else _JOURNAL
    names.update(dict.fromkeys(containers, "container-title"))
    spans: dict[str, Span] = {"": record.span}
    for path, name in names.items():
        for element in record.all(path)[:1]:
            spans.setdefault(name, element.span)
    authors = record.all("contributors/authors/author")
    editors = [element for path in _editor_paths(kind) for element in record.all(path)]
    spans.update(whole_list("author", (element.span for element in authors)))
    spans.update(whole_list("editor", (element.span for element in editors)))
    return tuple(spans.items())
