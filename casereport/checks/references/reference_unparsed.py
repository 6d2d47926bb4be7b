"""A reference could not be read into its parts.

It is kept whole and printed as it stands: its form is the author's, not the journal's, and nothing
in it can be checked, no pages, no year, no retraction. Given in parts, or exported from PubMed or a
reference manager, it is set and checked like the others.

Bad::

    references.yaml:
        - id: boulman2005
          unstructured: Boulman N et al, Calcinosis, Semin Arthritis Rheum 34, p. 805 ff.
    references.txt:
        1. Reiter N et al, Calcinosis cutis (J Am Acad Dermatol, vol. 65).

Good::

    references.yaml:
        - id: boulman2005
          type: article-journal
          author: Boulman N, Slobodin G, Rozenbaum M, Rosner I
          title: Calcinosis in rheumatic diseases
          container-title: Semin Arthritis Rheum
          issued: 2005
          volume: 34
          page: 805-812
    references.txt:
        1. Reiter N, Aberer E. Calcinosis cutis. J Am Acad Dermatol 2011; 65(1): 1-12.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import N_, Severity

check = Check(
    code="REF012",
    name="reference-unparsed",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The reference {citekey} could not be read into its parts; it prints as it stands."),
    hint=N_("Give it in parts, or export it from PubMed or a reference manager."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for reference in context.case.references:
        if reference.unparsed:
            yield Finding.at(reference.span(), citekey=reference.citekey)
