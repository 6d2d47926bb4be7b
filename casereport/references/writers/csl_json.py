"""CSL-JSON, as the schema of CSL 1.0.2 has it: what Zotero, pandoc and citeproc read."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable

from casereport.model.reference import Issued, Name, Reference

name = "csl-json"
suffix = ".json"
head = "[\n"
between = ",\n"
tail = "\n]\n"


def entry(reference: Reference) -> str:
    """One object of the list, its empty variables left out."""
    item: dict[str, object] = {
        "id": reference.citekey,
        "type": reference.type,
        "title": reference.title_markup or reference.title,
        "author": _people(reference.authors),
        "editor": _people(reference.editors),
        "container-title": reference.container_title,
        "collection-title": reference.collection_title,
        "publisher": reference.publisher,
        "publisher-place": reference.publisher_place,
        "edition": reference.edition,
        "volume": reference.volume,
        "issue": reference.issue,
        "supplement-number": reference.supplement,
        "page": reference.page,
        "number": reference.number,
        "issued": _date(reference.issued),
        "accessed": _date(reference.accessed),
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "ISSN": reference.issn,
        "ISBN": reference.isbn,
        "URL": reference.url,
        "genre": reference.genre,
        "language": reference.language,
        "note": reference.note,
    }
    said = {
        key: _text(value) if isinstance(value, str) else value
        for key, value in item.items()
        if value
    }
    # Not by textwrap, which breaks lines where JSON does not (U+2028).
    return "  " + json.dumps(said, ensure_ascii=False, indent=2).replace("\n", "\n  ")


def _people(people: Iterable[Name]) -> list[dict[str, str]]:
    return [_person(person) for person in people]


def _person(person: Name) -> dict[str, str]:
    if person.literal:
        return {"literal": _text(person.literal)}
    parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {key: _text(text) for key, text in parts.items() if text}


def _date(date: Issued) -> dict[str, object]:
    if date.year is None:
        return {"literal": _text(date.literal)} if date.literal else {}
    parts = [date.year]
    if date.month is not None:
        parts.append(date.month)
        parts += [date.day] if date.day is not None else []
    return {"date-parts": [parts]}


def _text(text: str) -> str:
    """The text; where it holds what reads as an entity of HTML, with its ampersands written out."""
    return text if html.unescape(text) == text else text.replace("&", "&amp;")
