"""An abstract is longer than the journal allows.

Databases cut what is too long, and the journal sends it back. Counted is what prints: the facts
that the text calls by name are counted as their words, and a word with a half-space in it is one.

Bad::

    case.yaml:
        journal: clinical-brief
    en.md:
        ## Abstract {#abstract}

        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight
        one two three four five six seven eight nine ten one two three four five six seven eight

Good::

    case.yaml:
        journal: clinical-brief
    en.md:
        ## Abstract {#abstract}

        A woman of 44 had calcinosis of both hands.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import count_words_of, manifest_of, printed_editions
from casereport.diagnostics import N_, Severity

check = Check(
    code="JRN003",
    name="abstract-length",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The abstract has {count} words; the journal {journal} allows {limit}."),
    hint=N_("Shorten it."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    limit = manifest_of(context.article).limits.abstract_words
    for edition in printed_editions(context.article):
        narrative = context.case.narratives.get(edition.language)
        abstract = narrative.section("abstract") if narrative is not None else None
        count = count_words_of(edition.front.abstract)
        if limit is not None and abstract is not None and count > limit:
            journal = context.article.journal
            yield Finding.at(abstract.span, count=count, limit=limit, journal=journal)
