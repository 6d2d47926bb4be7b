"""The reference list is not written in one style.

Supplements written in several ways, one title with Capitals on Every Word among titles in sentence
case, a capital after one colon and none after the others, pages with and without spaces around the
hyphen: no style file can mend that, since it prints what the entries say. What most entries do is
taken for the list's style, and the others are told. A supplement to a volume (15 Suppl 1) and one
to an issue (57(2 Suppl)) are two things; they are told only where one thing is written in two ways.

Bad::

    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One work on calcinosis}, year = {2005},
          volume = {15 Suppl 1}, pages = {1-2}, journal = {Clin Calcium}}
        @article{b, author = {Reiter, Nina}, title = {Another work on calcinosis}, year = {2006},
          volume = {4}, number = {Suppl 2}, pages = {2-5}, journal = {Cureus}}

Bad (title case)::

    references.bib:
        @article{a, author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          year = {2005}, volume = {15}, pages = {1-2}, journal = {Clin Calcium}}
        @article{b, author = {Reiter, Nina}, title = {Treatment of calcinosis with diltiazem},
          year = {2006}, volume = {4}, pages = {2-5}, journal = {Cureus}}
        @article{c, author = {Emil, Nina}, title = {Tumoral Calcinosis of the Neck in Sclerosis},
          year = {2007}, volume = {5}, pages = {3-6}, journal = {Cutis}}

Good::

    references.bib:
        @article{a, author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          year = {2005}, volume = {15 Suppl 1}, pages = {1-2}, journal = {Clin Calcium}}
        @article{b, author = {Reiter, Nina}, title = {Treatment of calcinosis with diltiazem},
          year = {2006}, volume = {4}, number = {2 Suppl}, pages = {2-5}, journal = {Cureus}}
        @article{c, author = {Emil, Nina}, title = {Raynaud phenomenon and Sjögren syndrome},
          year = {2007}, volume = {5}, pages = {3-6}, journal = {Cutis}}

References:
    NLM, Citing Medicine, 2nd edition, chapter 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._places import inside
from casereport.checks.references._supplements import supplements, write_alike
from casereport.diagnostics import N_, Severity, say
from casereport.model.reference import Reference
from casereport.references.languages import primary_language
from casereport.references.title_case import after_colon, case_of, common_words

check = Check(
    code="REF009",
    name="style-varies",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The list writes supplements in several ways: {forms}."),
    hint=N_("Write all entries in one way, as the journal's style has it."),
)

_TITLE = N_("The title of {citekey} has capitals on every word; most of the list has not.")
_SENTENCE = N_("The title of {citekey} is in sentence case; most of the list is not.")
_COLON = N_("After the colon {citekey} goes on with a capital; most of the list does not.")
_PAGES = N_("The pages of {citekey} stand with spaces around the hyphen; most of the list do not.")
_ENGLISH = frozenset({"en"})
"""Elsewhere capitals follow other rules: German gives them to every noun."""
_SPACED = re.compile(r"\d\s{1,3}[-\u2013]\s{1,3}\w?\d")


def run(context: SourceContext) -> Iterator[Finding]:
    articles = [
        one for one in context.case.references if one.type == "article-journal" and not one.unparsed
    ]
    yield from _supplements(articles)
    english = [one for one in articles if primary_language(one.language or "en") in _ENGLISH]
    yield from _titles(english)
    yield from _colons(english)
    spaced = [one for one in articles if _SPACED.search(one.page)]
    if len(spaced) * 2 < sum("-" in one.page or "\u2013" in one.page for one in articles):
        for one in spaced:
            place = inside(one, "page", one.page)
            yield Finding.at(
                place, message=_PAGES, severity=Severity.NOTE, citekey=one.citekey, forms=""
            )


def _supplements(articles: list[Reference]) -> Iterator[Finding]:
    found = supplements(articles)
    if write_alike(found):
        return
    forms = tuple(dict.fromkeys(one.text for one in found))
    first, *others = found
    related = [(one.span, say(N_("Written so here."))) for one in others if one.span]
    yield Finding.at(first.span, related=related, forms=forms)


def _titles(articles: list[Reference]) -> Iterator[Finding]:
    common = _common(articles)
    cases = [(one, case) for one in articles if (case := case_of(one.title, common)) is not None]
    in_title_case = [one for one, case in cases if case == "title"]
    in_sentence_case = [one for one, case in cases if case == "sentence"]
    few, message = in_title_case, _TITLE
    if len(in_title_case) > len(in_sentence_case):
        few, message = in_sentence_case, _SENTENCE
    # Two and two are no style that one of them breaks.
    if len(few) * 2 < len(cases):
        for one in few:
            place = inside(one, "title", one.title)
            yield Finding.at(place, message=message, citekey=one.citekey, forms="")


def _common(articles: list[Reference]) -> frozenset[str]:
    return common_words(one.title for one in articles if case_of(one.title) == "sentence")


def _colons(articles: list[Reference]) -> Iterator[Finding]:
    common = _common(articles)
    found = [
        (one, colon)
        for one in articles
        if case_of(one.title, common) != "title"
        and (colon := after_colon(one.title, common)) is not None
    ]
    capitals = [(one, colon) for one, colon in found if colon.capital]
    if len(capitals) * 2 < len(found):
        for one, colon in capitals:
            place = inside(one, "title", one.title, colon.start, colon.end)
            yield Finding.at(
                place, message=_COLON, severity=Severity.NOTE, citekey=one.citekey, forms=""
            )
