"""An entry of the reference list is cited nowhere.

A list holds what the text cites. An entry that nothing points to was left behind by an edit, or
its citation was lost; in a numbered list it also has no place of its own. An entry cited in one
language only counts as cited.

Bad::

    en.md:
        Calcinosis is common in systemic sclerosis [@boulman2005].
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
        @article{reiter2011,
          author = {Reiter, Nina}, title = {Calcinosis cutis: part I},
          journal = {J Am Acad Dermatol}, year = {2011}, volume = {65}, pages = {1-12}
        }

Good::

    en.md:
        Calcinosis is common in systemic sclerosis [@boulman2005; @reiter2011].
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
        @article{reiter2011,
          author = {Reiter, Nina}, title = {Calcinosis cutis: part I},
          journal = {J Am Acad Dermatol}, year = {2011}, volume = {65}, pages = {1-12}
        }

References:
    ICMJE Recommendations, IV.A.3.g: references are listed as they are cited in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CIT002",
    name="reference-never-cited",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The reference {citekey} is never cited."),
    hint=N_("Cite it where it supports the text, {citation}, or remove the entry."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    uses = [use for use in context.article.citations if use.resolved]
    cited = {use.citekey for use in uses}
    numbers = {use.number for use in uses if not use.citekey}
    cited |= {ref.citekey for ref in context.article.references if ref.number in numbers}
    told = {""}  # without a key nothing can cite it, as reading tells
    for reference in context.case.references:
        # A key that stands twice is one entry to the reader; REF014 tells of the second.
        if reference.citekey in cited or reference.citekey in told:
            continue
        told.add(reference.citekey)
        key = reference.citekey
        yield Finding.at(reference.span(), citekey=key, citation=f"[@{key}]")
