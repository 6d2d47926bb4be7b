"""A work as PubMed's ESummary gives it in JSON (version 2.0, ``retmode=json``), as a record.

Authors are ``Boulman N``; that a work was retracted is one of its ``pubtype``, and the notices are
among its ``references`` ("Retraction in").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from casereport.diagnostics import Span
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Name, Retraction
from casereport.references.evidence.record_text import plain_text, texts_of, year_in
from casereport.references.evidence.record_titles import is_marked_retracted
from casereport.references.identifiers import bare_doi

SOURCE = "PubMed"
NATURES: Mapping[str, str] = MappingProxyType(
    {
        "retraction in": "Retraction",
        "retracted and republished in": "Retraction",
        "partial retraction in": "Partial retraction",
        "expression of concern in": "Expression of concern",
        "erratum in": "Correction",
    }
)
"""What PubMed calls a notice about this work, in small letters."""
RETRACTED = "retracted publication"
_SUFFIX = re.compile(r" (Jr|Sr|I{2,3}|IV|2nd|3rd|4th)$")
_INITIALS = re.compile(r" ([^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])?)$")
_DOI = re.compile(r"doi: ?(10\.[^\s;]+)", re.IGNORECASE)
_MOST_AUTHORS = 1_000


def is_summary(value: Mapping[str, object]) -> bool:
    """True when the object looks like a document summary of PubMed."""
    return "uid" in value and ("pubtype" in value or "articleids" in value)


def summary_record(summary: Mapping[str, object], span: Span | None = None) -> WorkRecord:
    """The record of one summary; whatever does not have PubMed's shape is not there."""
    pmid = plain_text(summary.get("uid"))
    identifiers = dict(_identifiers(summary.get("articleids")))
    elsewhere = _DOI.search(plain_text(summary.get("elocationid")))
    doi = bare_doi(identifiers.get("doi", "") or (elsewhere[1] if elsewhere else ""))
    titles = tuple(
        dict.fromkeys((*texts_of(summary.get("title")), *texts_of(summary.get("vernaculartitle"))))
    )
    fields = ("fulljournalname", "source", "booktitle")
    names = (plain_text(summary.get(field)) for field in fields)
    pages = plain_text(summary.get("pages"))
    return WorkRecord(
        source=SOURCE,
        type="book" if plain_text(summary.get("doctype")) == "book" else "article-journal",
        titles=titles,
        authors=tuple(_authors(summary.get("authors"))),
        journals=tuple(dict.fromkeys(name for name in names if name)),
        printed=year_in(summary.get("pubdate")),
        online=year_in(summary.get("epubdate")),
        volume=plain_text(summary.get("volume")),
        issue=plain_text(summary.get("issue")),
        pages=(pages,) if pages else (),
        doi=doi,
        pmid=pmid,
        notices=tuple(_notices(summary, pmid, doi, titles, span)),
        span=span,
    )


def _identifiers(value: object) -> Iterator[tuple[str, str]]:
    for one in value[:50] if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield plain_text(one.get("idtype")), plain_text(one.get("value"))


def _authors(value: object) -> Iterator[Name]:
    for one in value[:_MOST_AUTHORS] if isinstance(value, list) else ():
        if not isinstance(one, dict) or not (name := plain_text(one.get("name"))):
            continue
        kind = plain_text(one.get("authtype")).casefold()
        if kind.startswith("collective"):
            yield Name(literal=name)
        elif not kind.startswith("editor"):
            yield person(name)


def person(name: str) -> Name:
    """A person as PubMed writes one: family name, initials, suffix.

    >>> person("van der Meer JW 3rd")
    Name(family='van der Meer', given='JW', literal='', suffix='3rd')
    """
    suffix = _SUFFIX.search(name)
    name = name[: suffix.start()] if suffix else name
    initials = _INITIALS.search(name)
    family = name[: initials.start()] if initials else name
    return Name(
        family=family,
        given=initials[1] if initials else "",
        suffix=suffix[1] if suffix else "",
    )


def _notices(
    summary: Mapping[str, object], pmid: str, doi: str, titles: tuple[str, ...], span: Span | None
) -> Iterator[Retraction]:
    found: list[Retraction] = []
    value = summary.get("references")
    for one in value[:100] if isinstance(value, list) else ():
        if not isinstance(one, dict):
            continue
        if nature := NATURES.get(plain_text(one.get("reftype")).casefold()):
            year = year_in(one.get("refsource"))
            found.append(
                Retraction(
                    nature=nature, doi=doi, pmid=pmid, date=str(year) if year else "", span=span
                )
            )
    yield from found
    kinds = {kind.casefold() for kind in texts_of(summary.get("pubtype"))}
    marked = RETRACTED in kinds or any(map(is_marked_retracted, titles))
    if marked and all(each.nature != "Retraction" for each in found):
        yield Retraction(nature="Retraction", doi=doi, pmid=pmid, span=span)
