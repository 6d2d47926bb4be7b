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

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import N_, Severity, say
from casereport.references.duplicates import duplicates

check = Check(
    code="REF003",
    name="duplicate-reference",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{citekey} looks like the same work as {other}: {shared}."),
    hint=N_("Keep one of the two entries and cite it in every place; or correct what they share."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for reference, other, shared in duplicates(context.case.references):
        # A key that stands twice is told by REF014.
        if other.citekey != reference.citekey:
            place, there = reference.span(shared), other.span(shared)
            yield Finding.at(
                place,
                related=[(there, say(N_("The other entry.")))] if there else [],
                citekey=reference.citekey,
                other=other.citekey,
                shared=shared,
            )
