"""An author list is cut sooner than the journal cuts it.

The journal's style says how many authors print before "et al.": six, in the style of the National
Library of Medicine. A list that the reference file itself cuts after three cannot be completed by
any style, and the entry stands out among its neighbours. A longer list than the journal prints is
no fault: the style cuts it. A journal whose style cuts no list at all wants every author.

Bad::

    references.bib:
        @article{palmieri1995,
          author = {Palmieri, G. M. and Sebes, J. I. and Aelion, J. A. and others},
          title = {Treatment of calcinosis with diltiazem}, journal = {Arthritis Rheum},
          year = {1995}, volume = {38}, pages = {1646-1654}
        }
    en.md:
        Diltiazem has been tried [@palmieri1995].

Good::

    references.bib:
        @article{palmieri1995,
          author = {Palmieri, G. M. and Sebes, J. I. and Aelion, J. A. and Moinuddin, M. and
                    Ray, M. W. and Wood, G. C. and others},
          title = {Treatment of calcinosis with diltiazem}, journal = {Arthritis Rheum},
          year = {1995}, volume = {38}, pages = {1646-1654}
        }
    en.md:
        Diltiazem has been tried [@palmieri1995].

References:
    NLM, Citing Medicine, 2nd edition, chapter 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity
from casereport.journals import load_journal
from casereport.references import authors_before_et_al

check = Check(
    code="REF007",
    name="author-list-style",
    severity=Severity.WARNING,
    scope="article",
    message=N_("{citekey} is cut after {count} authors; the journal prints {wanted}."),
    hint=N_("Write the authors in full; the journal's style cuts the list where it wants."),
)

_ALL = N_("{citekey} is cut after {count} authors; the journal prints them all.")


def run(context: ArticleContext) -> Iterator[Finding]:
    own = context.case.reference_style
    journal = load_journal(context.article.journal)
    wanted = authors_before_et_al(own.text) if own is not None else journal.authors_before_et_al
    for reference in context.case.references:
        count = len(reference.authors)
        if not reference.et_al or not count or reference.unparsed:
            continue
        if wanted is None or count < wanted:
            yield Finding.at(
                reference.span("author"),
                message=_ALL if wanted is None else "",
                citekey=reference.citekey,
                count=count,
                wanted=wanted or 0,
            )
