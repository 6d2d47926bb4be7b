"""Which entries are one work: by an identifier, or by title, year, place and first author.

Precision before completeness: a misspelt word of a title may differ, names and the numbers of parts
may not, nor may another DOI, volume or first page speak against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from casereport.model.reference import Reference
from casereport.references.titles import are_near, title_words
from casereport.text.digits import to_latin_digits

_IDENTIFIERS: tuple[tuple[str, Callable[[Reference], str]], ...] = (
    ("DOI", lambda one: to_latin_digits(one.doi).casefold().rstrip(".")),
    ("PMID", lambda one: to_latin_digits(one.pmid)),
    ("PMCID", lambda one: to_latin_digits(one.pmcid).casefold()),
)
_TELLING = 4
"""So many words of a title tell a work where no author is named."""
_COMPARED = 40
"""With so many entries before it is each compared that begin or end with the same words."""


def duplicates(references: Iterable[Reference]) -> Iterator[tuple[Reference, Reference, str]]:
    """Each entry that is the work of an earlier one: with that one, and what they share.

    What they share is a CSL name: DOI, PMID, PMCID, title.
    """
    first: dict[tuple[str, str], Reference] = {}
    alike: dict[tuple[str, ...], list[tuple[tuple[str, ...], Reference]]] = {}
    for reference in references:
        shared, other = _by_identifier(reference, first)
        if other is None:
            shared, other = "title", _by_title(reference, alike)
        if other is not None:
            yield reference, other, shared


def _by_identifier(
    reference: Reference, first: dict[tuple[str, str], Reference]
) -> tuple[str, Reference | None]:
    for kind, value_of in _IDENTIFIERS:
        # Chapters are found by the DOI of their book.
        if (value := value_of(reference)) and reference.type != "chapter":
            earlier = first.setdefault((kind, value), reference)
            if earlier is not reference:
                return kind, earlier
    return "", None


def _by_title(
    reference: Reference, alike: dict[tuple[str, ...], list[tuple[tuple[str, ...], Reference]]]
) -> Reference | None:
    words = title_words(reference.title)
    if not words:
        return None
    # A misspelt word spoils one end of the title, not both.
    found: Reference | None = None
    for key in (("begins", *words[:2]), ("ends", *words[-2:])):
        earlier = alike.setdefault(key, [])
        for their_words, other in earlier[-_COMPARED:]:
            if found is None and are_near(words, their_words) and _may_be_one(reference, other):
                found = other
        earlier.append((words, reference))
    return found


def _may_be_one(one: Reference, other: Reference) -> bool:
    """True when nothing in two entries of one title says that they are two works."""
    pairs = [(value_of(one), value_of(other)) for _, value_of in _IDENTIFIERS[:2]]
    same_place = [(one.volume, other.volume), (_first_page(one), _first_page(other))]
    if any(a and b and a != b for a, b in (*pairs, *same_place)):
        return False
    if all(a and a == b for a, b in same_place):
        return True
    years = {one.issued.year, other.issued.year} - {None}
    return len(years) <= 1 and one.type == other.type and _same_first_author(one, other)


def _first_page(reference: Reference) -> str:
    return to_latin_digits(reference.page).replace("\u2013", "-").partition("-")[0].strip()


def _same_first_author(one: Reference, other: Reference) -> bool:
    families = [title_words(r.authors[0].family or r.authors[0].literal) if r.authors else ()
                for r in (one, other)]  # fmt: skip
    if not all(families):
        return len(title_words(one.title)) >= _TELLING
    return families[0] == families[1]
