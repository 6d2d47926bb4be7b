"""Two entries of the reference list have the same key.

A citation names its entry by the key. When two entries share one, only the first can ever be
cited, and the reader may be led to the wrong work.

Bad::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Treatment of calcinosis},
          journal = {Clin Rheumatol}, year = {2005}, volume = {24}, pages = {20-25}
        }

Good::

    references.bib:
        @article{boulman2005a,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
        @article{boulman2005b,
          author = {Boulman, Nina}, title = {Treatment of calcinosis},
          journal = {Clin Rheumatol}, year = {2005}, volume = {24}, pages = {20-25}
        }
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import N_, Severity, say
from casereport.model.reference import Reference

check = Check(
    code="REF014",
    name="duplicate-citekey",
    severity=Severity.ERROR,
    scope="source",
    message=N_("The key {citekey} already names another reference."),
    hint=N_("Give this entry a key of its own, or remove it if both are the same work."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    first: dict[str, Reference] = {}
    # An entry without a key cannot be cited at all; reading tells of it.
    for reference in filter(lambda entry: entry.citekey, context.case.references):
        earlier = first.setdefault(reference.citekey, reference)
        if earlier is reference:
            continue
        place = earlier.span()
        related = [(place, say(N_("The first entry with this key.")))] if place else []
        yield Finding.at(reference.span(), related=related, citekey=reference.citekey)
