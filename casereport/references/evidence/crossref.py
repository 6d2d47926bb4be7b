"""A work as Crossref's REST API gives it (``https://api.crossref.org/works/…``), as a record.

Dates are ``date-parts``; a notice names the works it updates (``update-to``), a retracted work its
notices (``updated-by``); publishers put RETRACTED before the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from casereport.diagnostics import Span
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Name, Retraction
from casereport.references.csl_item import TYPES
from casereport.references.evidence.record_text import plain_text, texts_of
from casereport.references.evidence.record_titles import is_marked_retracted
from casereport.references.identifiers import bare_doi

SOURCE = "Crossref"
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "journal-article": "article-journal", "book-chapter": "chapter", "monograph": "book",
        "edited-book": "book", "reference-book": "book", "proceedings-article": "paper-conference",
        "posted-content": "article", "dissertation": "thesis", "proceedings": "book",
    }
)  # fmt: skip
_NATURES: Mapping[str, str] = MappingProxyType(
    {
        "retraction": "Retraction", "withdrawal": "Retraction", "removal": "Retraction",
        "partial_retraction": "Partial retraction",
        "expression_of_concern": "Expression of concern",
        "correction": "Correction", "corrigendum": "Correction", "erratum": "Correction",
        "reinstatement": "Reinstatement",
    }
)  # fmt: skip
"""Kinds of updates that bear on what a work says; a new version or an addendum does not."""
_MOST_AUTHORS = 1_000


def is_work(value: Mapping[str, object]) -> bool:
    """True when the object looks like a work of Crossref."""
    return isinstance(value.get("DOI"), str) and ("title" in value or "type" in value)


def work_record(work: Mapping[str, object], span: Span | None = None) -> WorkRecord:
    """The record of one work; whatever does not have Crossref's shape is not there."""
    kind = plain_text(work.get("type"))
    issue = work.get("journal-issue")
    in_issue = issue if isinstance(issue, dict) else {}
    printed = _year(work.get("published-print")) or _year(in_issue.get("published-print"))
    online = _year(work.get("published-online")) or _year(in_issue.get("published-online"))
    if printed is None and online is None:
        printed = _year(work.get("issued")) or _year(work.get("published"))
    doi = bare_doi(plain_text(work.get("DOI")))
    titles = (*_titles(work), *texts_of(work.get("original-title")))
    names = ("container-title", "short-container-title")
    journals = tuple(text for name in names for text in texts_of(work.get(name)))
    pages = (plain_text(work.get("page")), plain_text(work.get("article-number")))
    return WorkRecord(
        source=SOURCE,
        type=_TYPES.get(kind, kind if kind in TYPES else ""),
        titles=tuple(dict.fromkeys(titles)),
        authors=tuple(_authors(work.get("author"))),
        journals=journals,
        printed=printed,
        online=online,
        volume=plain_text(work.get("volume")),
        issue=plain_text(work.get("issue")) or plain_text(in_issue.get("issue")),
        pages=tuple(text for text in pages if text),
        doi=doi,
        notices=tuple(_notices(work, doi, titles, span)),
        span=span,
    )


def _titles(work: Mapping[str, object]) -> Iterator[str]:
    """Each title with the subtitle, then as it is: publishers put subtitles in either place."""
    titles, subtitles = texts_of(work.get("title")), texts_of(work.get("subtitle"))
    for title in titles:
        if subtitles and subtitles[0].casefold() not in title.casefold():
            yield f"{title.rstrip(' :.')}: {subtitles[0]}"
        yield title


def _authors(value: object) -> Iterator[Name]:
    for one in value[:_MOST_AUTHORS] if isinstance(value, list) else ():
        if not isinstance(one, dict):
            continue
        family, given = plain_text(one.get("family")), plain_text(one.get("given"))
        if family:
            yield Name(family=family, given=given, suffix=plain_text(one.get("suffix")))
        elif group := plain_text(one.get("name")) or given:
            yield Name(literal=group)


def _year(date: object) -> int | None:
    parts = date.get("date-parts") if isinstance(date, dict) else None
    while isinstance(parts, list):
        parts = parts[0] if parts else None
    text = str(parts)
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None


def _notices(
    work: Mapping[str, object], doi: str, titles: tuple[str, ...], span: Span | None
) -> Iterator[Retraction]:
    for update in _updates(work.get("update-to")):
        yield _notice(update, doi=bare_doi(plain_text(update.get("DOI"))), notice=doi, span=span)
    told = [
        _notice(update, doi=doi, notice=plain_text(update.get("DOI")), span=span)
        for update in _updates(work.get("updated-by"))
    ]
    yield from told
    marked = any(is_marked_retracted(title) for title in titles)
    if marked and all(each.nature != "Retraction" for each in told):
        yield Retraction(nature="Retraction", title=titles[0], doi=doi, span=span)


def _updates(value: object) -> Iterator[Mapping[str, object]]:
    for update in value[:100] if isinstance(value, list) else ():
        if isinstance(update, dict) and plain_text(update.get("type")) in _NATURES:
            yield update


def _notice(
    update: Mapping[str, object], *, doi: str, notice: str, span: Span | None
) -> Retraction:
    updated = update.get("updated")
    year = _year(updated)
    return Retraction(
        nature=_NATURES[plain_text(update.get("type"))],
        doi=doi,
        date=str(year) if year else "",
        notice_doi=notice,
        span=span,
    )
