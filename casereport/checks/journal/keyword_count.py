"""There are fewer or more keywords than the journal wants.

Keywords are how databases find the report. What is counted is each printed language of its own; a
language that has none beside one that has some is told as such (LANG001).

Bad::

    case.yaml:
        journal: jmums
        keywords:
          fa: [کلسینوز, اسکلرودرمی]
          en: [calcinosis, scleroderma]

Bad (none at all)::

    case.yaml:
        journal: jmums

Good::

    case.yaml:
        journal: jmums
        keywords:
          fa: [کلسینوز, اسکلرودرمی, گزارش مورد]
          en: [calcinosis, scleroderma, case report]
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import manifest_of, printed_editions
from casereport.diagnostics import N_, Severity

check = Check(
    code="JRN004",
    name="keyword-count",
    severity=Severity.WARNING,
    scope="article",
    message=N_("There are {count} keywords; the journal {journal} wants {least} at least."),
    hint=N_("Add what the report would be looked for by."),
)

_MANY = N_("There are {count} keywords; the journal {journal} wants {most} at most.")
_FEWER = N_("Keep those that the report would be looked for by.")
_NONE = N_("There are no keywords; the journal {journal} wants {least} at least.")


def run(context: ArticleContext) -> Iterator[Finding]:
    limits = manifest_of(context.article).limits
    least, most = limits.keywords_least or 0, limits.keywords_most
    keywords, journal = context.case.facts.keywords, context.article.journal
    if keywords is None or not any(keywords.texts.values()):
        # What was refused as it stands has its own error.
        if least and ("keywords",) not in context.case.source.refused:
            yield Finding.at(("keywords",), message=_NONE, journal=journal, least=least)
        return
    for edition in printed_editions(context.article):
        count = len(keywords.get(edition.language))
        place = ("keywords", edition.language)
        if 0 < count < least:
            yield Finding.at(place, count=count, least=least, journal=journal)
        elif most is not None and count > most:
            yield Finding.at(
                place, message=_MANY, hint=_FEWER, count=count, most=most, journal=journal
            )
