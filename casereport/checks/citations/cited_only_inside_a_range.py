"""A work is cited only inside a range that was typed by hand.

In «(8-10)» the work 9 is cited without being named. Nobody can see from the text that it is meant,
and when the list changes, the range goes on to cover whatever stands between its ends. The work may
well belong there, so this is a note: look whether it was meant. A group of keys, ``[@a; @b; @c]``,
names each of its works and is never told of, though it prints as a range.

Bad::

    en.md:
        Bisphosphonates have been tried [1-3].
    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One}, journal = {J}, year = {2001}}
        @article{b, author = {Reiter, Nina}, title = {Two}, journal = {J}, year = {2002}}
        @article{c, author = {Song, Peter}, title = {Three}, journal = {J}, year = {2003}}

Good::

    en.md:
        Bisphosphonates have been tried [1-3], once with success [2].
    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One}, journal = {J}, year = {2001}}
        @article{b, author = {Reiter, Nina}, title = {Two}, journal = {J}, year = {2002}}
        @article{c, author = {Song, Peter}, title = {Three}, journal = {J}, year = {2003}}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.article.article import CitationUse
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Severity

check = Check(
    code="CIT005",
    name="cited-only-inside-a-range",
    severity=Severity.NOTE,
    scope="article",
    message=N_("Reference {number} is cited only inside the range {citation}."),
    hint=N_("Name it where it is meant, or shorten the range if it is not."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    named = {use.number for use in context.article.citations if not use.inside_range}
    first: dict[int, CitationUse] = {}
    for use in context.article.citations:
        # One that is not in the list has its own error, CIT001.
        if use.inside_range and use.resolved and use.number is not None:
            first.setdefault(use.number, use)
    for number, use in first.items():
        if number not in named:
            yield Finding.at(use.span, number=number, citation=use.text)
