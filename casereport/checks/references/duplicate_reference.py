"""One work stands twice in the reference list.

It then has two numbers, and the list looks longer than it is. Two entries are one work when they
share a DOI or a PubMed number, or when title, year and first author are the same and nothing speaks
against it: another volume or first page, another DOI. A title may differ by a slip of the pen in
one word; names may not, for Antonopoulos and Andonopoulos are two people, and neither may the
numbers of parts. A guideline that several journals printed is several works.

Bad::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
        @article{boulman2005b,
          author = {Boulman, N.}, title = {Calcinosis in Rheumatic Diseases.},
          journal = {Seminars in Arthritis and Rheumatism}, year = {2005}
        }

Good::

    references.bib:
        @article{reiter2011a,
          author = {Reiter, Nina}, title = {Calcinosis cutis: part I. Diagnostic pathway},
          journal = {J Am Acad Dermatol}, year = {2011}, volume = {65}, pages = {1-12}
        }
        @article{reiter2011b,
          author = {Reiter, Nina}, title = {Calcinosis cutis: part II. Diagnostic pathway},
          journal = {J Am Acad Dermatol}, year = {2011}, volume = {65}, pages = {15-22}
        }
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import N_, Severity, say
from casereport.model.reference import Reference
from casereport.references.titles import are_near, title_words
from casereport.text.digits import to_latin_digits

check = Check(
    code="REF003",
    name="duplicate-reference",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{citekey} looks like the same work as {other}: {shared}."),
    hint=N_("Keep one of the two entries and cite it in every place; or correct what they share."),
)

_IDENTIFIERS: tuple[tuple[str, Callable[[Reference], str]], ...] = (
    ("DOI", lambda one: to_latin_digits(one.doi).casefold().rstrip(".")),
    ("PMID", lambda one: to_latin_digits(one.pmid)),
    ("PMCID", lambda one: to_latin_digits(one.pmcid).casefold()),
)
_TELLING = 4
"""So many words of a title tell a work where no author is named."""
_COMPARED = 40
"""With so many entries before it is each compared that begin or end with the same words."""


def run(context: SourceContext) -> Iterator[Finding]:
    first: dict[tuple[str, str], Reference] = {}
    alike: dict[tuple[str, ...], list[tuple[tuple[str, ...], Reference]]] = {}
    for reference in context.case.references:
        shared, other = _by_identifier(reference, first)
        if other is None:
            shared, other = "title", _by_title(reference, alike)
        # A key that stands twice is told by REF014.
        if other is not None and other.citekey != reference.citekey:
            place, there = reference.span(shared), other.span(shared)
            yield Finding.at(
                place,
                related=[(there, say(N_("The other entry.")))] if there else [],
                citekey=reference.citekey,
                other=other.citekey,
                shared=shared,
            )


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
