"""A title is longer than the journal allows.

A long title is cut in lists and search results, and what it is about is lost in its words.

Bad::

    case.yaml:
        journal: clinical-brief
        title:
          fa: گزارش یک مورد
          en: >-
            A case report of a woman of forty-four years with a long history of limited systemic
            sclerosis who had extensive dystrophic calcinosis of the soft tissues of both elbows

Good::

    case.yaml:
        journal: clinical-brief
        title:
          fa: گزارش یک مورد
          en: Extensive dystrophic calcinosis in scleroderma
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import count_words, manifest_of, printed_editions
from casereport.diagnostics import N_, Severity

check = Check(
    code="JRN008",
    name="title-length",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The title has {count} words; the journal {journal} allows {limit}."),
    hint=N_("Shorten it."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    limit = manifest_of(context.article).limits.title_words
    for edition in printed_editions(context.article):
        title = context.case.facts.title.get(edition.language) or ""
        count = count_words(title)
        if limit is not None and count > limit:
            yield Finding.at(
                ("title", edition.language),
                count=count,
                limit=limit,
                journal=context.article.journal,
            )
