"""PubMed's own format: the elements of a MEDLINE record, as PubMed saves them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casereport.model.reference import Issued, Name, Reference
from casereport.references.languages import medline_code

name = "nbib"
suffix = ".nbib"
head = ""
between = "\n"
tail = ""

_PUBLICATION_TYPES = {
    "article": "Preprint", "article-journal": "Journal Article", "dataset": "Dataset",
    "chapter": "Book Chapter", "article-newspaper": "Newspaper Article",
    "report": "Technical Report", "thesis": "Academic Dissertation",
    "motion_picture": "Video-Audio Media",
}  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENDS = (".", "?", "!")


def entry(reference: Reference) -> str:
    """One record. It begins with its number, even where it has none: by that it is known."""
    return "".join(
        f"{tag:<4}- {' '.join(text.split())}\n"
        for tag, text in _values(reference)
        if text or tag == "PMID"
    )


def _values(reference: Reference) -> Iterator[tuple[str, str]]:
    kind = reference.type
    in_book = kind in {"book", "chapter"}
    yield "PMID", reference.pmid
    yield "IS", "" if in_book else reference.issn
    yield "ISBN", reference.isbn
    yield "VI", reference.volume
    yield "IP", reference.issue or reference.supplement
    yield "DP", _date(reference.issued)
    title = reference.title_markup or reference.title
    title = title if title.endswith(_ENDS) or not title else f"{title}."
    yield "BTI" if kind == "book" else "TI", title
    yield "PG", reference.page
    yield "LID", f"{reference.doi} [doi]" if reference.doi else ""
    yield from _people(reference.authors, "FAU", "AU", "CN")
    yield "LA", medline_code(reference.language)
    yield "PT", _PUBLICATION_TYPES.get(kind, "")
    yield "PL", reference.publisher_place if in_book else ""
    yield "BTI" if kind == "chapter" else "TA", reference.container_title
    yield "CTI", reference.collection_title
    yield "PB", reference.publisher
    yield "EN", reference.edition
    yield from _people(reference.editors, "FED", "ED", "")
    yield "PMC", reference.pmcid
    yield "GN", f"Note: {reference.note}" if reference.note else ""


def _people(
    people: Iterable[Name], full: str, short: str, group: str
) -> Iterator[tuple[str, str]]:
    for person in people:
        if person.literal:
            yield group, person.literal if group else ""
            continue
        given = " ".join(filter(None, (person.given, person.suffix)))
        yield full, ", ".join(filter(None, (person.family, given)))
        letters = "".join(re.findall(r"(?<![^\W\d_])[^\W\d_]", person.given))
        yield short, " ".join(filter(None, (person.family, letters.upper(), person.suffix)))


def _date(date: Issued) -> str:
    if date.year is None:
        return date.literal
    parts = [str(date.year)]
    if date.month is not None and 1 <= date.month <= len(_MONTHS):
        parts.append(_MONTHS[date.month - 1])
        parts += [str(date.day)] if date.day is not None else []
    return " ".join(parts)
