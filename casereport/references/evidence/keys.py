"""By what a work is found: its DOI, its PubMed number, the beginning of its title, its place.

Keys only narrow down; whether two things are one work is judged when they are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.model.evidence import WorkRecord
from casereport.model.reference import Reference
from casereport.references.evidence.printed_places import first_number, first_page
from casereport.references.identifiers import bare_doi, bare_pmid
from casereport.references.titles import title_words
from casereport.text.digits import to_latin_digits

NOTHING = frozenset({"", "0", "unavailable"})
"""What a list of retractions writes where a work has no DOI or PubMed number."""
_TITLE_BEGINS = 24


def comparable_doi(doi: str) -> str:
    """A DOI in small letters, without its address: DOIs know no capitals.

    >>> comparable_doi("https://doi.org/10.1000/ABC.")
    '10.1000/abc'
    """
    doi = doi.casefold()
    return (doi if doi.startswith("10.") else bare_doi(to_latin_digits(doi))).rstrip(".")


def comparable_pmid(pmid: str) -> str:
    """A PubMed number in Latin digits, without its label."""
    if pmid.isascii() and pmid.isdigit():
        return pmid
    return bare_pmid(to_latin_digits(pmid))


def identity_keys(doi: str, pmid: str, title: str) -> Iterator[str]:
    """By what a row of a list is looked up: a title by its first letters."""
    if (doi := comparable_doi(doi)) not in NOTHING:
        yield doi
    if (pmid := comparable_pmid(pmid)) not in NOTHING:
        yield f"pmid {pmid}"
    letters = "".join(filter(str.isalnum, title[:60].casefold()))
    if letters:
        yield f"title {letters[:_TITLE_BEGINS]}"


def keys_of_reference(reference: Reference) -> tuple[str, ...]:
    """The keys by which records and rows may speak of ``reference``."""
    family = reference.authors[0].family if reference.authors else ""
    place = _place(family, reference.volume, reference.page)
    known = identity_keys(to_latin_digits(reference.doi), reference.pmid, reference.title)
    return (*known, *_words(reference.title), *place)


def keys_of_record(record: WorkRecord) -> tuple[str, ...]:
    """The keys of a record: of its own work, and of those whose retraction it tells."""
    found = [*identity_keys(record.doi, record.pmid, "")]
    for title in record.titles:
        found += identity_keys("", "", title)
        found += _words(title)
    for notice in record.notices:
        found += identity_keys(notice.doi, notice.pmid, "")
    family = record.authors[0].family if record.authors else ""
    for pages in record.pages:
        found += _place(family, record.volume, pages)
    return tuple(dict.fromkeys(found))


def _words(title: str) -> Iterator[str]:
    """By the first words as they are compared: accents, dashes, brackets do not count."""
    if words := title_words(title)[:4]:
        yield f"words {' '.join(words)}"


def _place(family: str, volume: str, pages: str) -> Iterator[str]:
    """By where a work was printed, for a title that is misspelt at its beginning."""
    words, number, page = title_words(family), first_number(volume), first_page(pages)
    if words and number and page:
        yield f"place {words[-1]} {number} {page}"
