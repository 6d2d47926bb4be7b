"""A reference lacks what is needed to find the work.

An article needs authors, title, journal, year, and volume and pages or a DOI; a book its publisher;
a chapter the book; a thesis its school; a page of the web its address and the day it was read. What
the entry lacks is named by the field that would hold it. An article that is in press, or has a DOI,
needs no volume and pages.

Bad::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases}, year = {2005}
        }

Good::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
        @article{reiter2025,
          author = {Reiter, Nina}, title = {Calcinosis cutis}, journal = {J Am Acad Dermatol},
          year = {2025}, doi = {10.1016/j.jaad.2025.01.001}
        }
        @article{song2026,
          author = {Song, Peter}, title = {Calcinosis}, journal = {Cureus}, year = {in press}
        }
        @book{emil2010,
          author = {Emil, Nina}, title = {Calcinosis}, publisher = {Press}, year = {2010}
        }
        @online{who2024,
          author = {{WHO}}, title = {Calcinosis}, url = {https://example.org/calcinosis},
          urldate = {2024-05-01}
        }

References:
    NLM, Citing Medicine, 2nd edition, chapters 1, 2, 5 and 26.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import N_, Severity
from casereport.model.reference import Issued, Reference

check = Check(
    code="REF006",
    name="reference-incomplete",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The reference {citekey} lacks {fields}."),
    hint=N_("Take what is missing from the work itself, or from PubMed."),
)

_AUTHOR_TITLE_YEAR = ("author", "title", "year")
_NEEDS: dict[str, tuple[str, ...]] = {
    "article-journal": ("author", "title", "journal", "year", "volume", "pages"),
    "article-magazine": ("title", "journal", "year"),
    "article-newspaper": ("title", "journal", "year"),
    "book": (*_AUTHOR_TITLE_YEAR, "publisher"),
    "chapter": (*_AUTHOR_TITLE_YEAR, "booktitle", "publisher"),
    "paper-conference": (*_AUTHOR_TITLE_YEAR, "booktitle"),
    "report": ("title", "year", "publisher"),
    "thesis": (*_AUTHOR_TITLE_YEAR, "school"),
    "webpage": ("title", "url", "accessed"),
}
"""What a type needs, by the field's name in a reference file. Other types need a title."""


def run(context: SourceContext) -> Iterator[Finding]:
    for reference in context.case.references:
        if reference.unparsed:
            continue
        needed = _NEEDS.get(reference.type, ("title",))
        missing = tuple(name for name in needed if not _has(reference, name))
        if missing:
            yield Finding.at(reference.span("id"), citekey=reference.citekey, fields=missing)


def _has(reference: Reference, field: str) -> bool:
    held: dict[str, object] = {
        "author": reference.authors or reference.editors,
        "title": reference.title,
        "journal": reference.container_title,
        "booktitle": reference.container_title or reference.collection_title,
        "year": reference.issued != Issued(),
        "volume": reference.volume or reference.issue or _is_found_otherwise(reference),
        "pages": reference.page or reference.number or _is_found_otherwise(reference),
        "publisher": reference.publisher or reference.doi or reference.url,
        "school": reference.publisher,
        "url": reference.url or reference.doi,
        "accessed": reference.accessed != Issued() or reference.doi,
    }
    return bool(held[field])


def _is_found_otherwise(reference: Reference) -> bool:
    """True for what is in press (its year is a word), and what a DOI or an archive leads to."""
    in_press = reference.issued.year is None and bool(reference.issued.literal)
    pending = "press" in reference.note.lower() or "print" in reference.note.lower()
    return in_press or pending or bool(reference.doi or reference.pmid or reference.pmcid)
