"""There are more figures, tables or references than the journal prints.

Case reports have little room. The first one beyond the limit is the place; which of them to leave
out is the author's to say.

Bad::

    case.yaml:
        journal: clinical-brief
        figures:
          one: {caption: {fa: ا, en: a}}
          two: {caption: {fa: ا, en: a}}
          three: {caption: {fa: ا, en: a}}
          four: {caption: {fa: ا, en: a}}

Good::

    case.yaml:
        journal: clinical-brief
        figures:
          one: {caption: {fa: ا, en: a}}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import count_tables, manifest_of
from casereport.diagnostics import N_, Severity, Span

check = Check(
    code="JRN005",
    name="too-many-figures-or-references",
    severity=Severity.WARNING,
    scope="article",
    message=N_("There are {count} figures; the journal {journal} prints {limit}."),
    hint=N_("Leave out what the text can do without, or join what belongs together."),
)

_TABLES = N_("There are {count} tables; the journal {journal} prints {limit}.")
_REFERENCES = N_("There are {count} references; the journal {journal} prints {limit}.")


def run(context: ArticleContext) -> Iterator[Finding]:
    article, facts = context.article, context.case.facts
    limits, journal = manifest_of(article).limits, article.journal
    figures = list(facts.figures)
    if limits.figures is not None and len(figures) > limits.figures:
        place = ("figures", figures[limits.figures])
        yield Finding.at(place, count=len(figures), limit=limits.figures, journal=journal)
    tables = count_tables(article.main)
    if limits.tables is not None and tables > limits.tables:
        yield Finding.at(
            ("tables",), message=_TABLES, count=tables, limit=limits.tables, journal=journal
        )
    count = len(article.references)
    if limits.references is not None and count > limits.references:
        beyond = article.references[limits.references].citekey
        yield Finding.at(
            _place(beyond, context),
            message=_REFERENCES,
            count=count,
            limit=limits.references,
            journal=journal,
        )


def _place(citekey: str, context: ArticleContext) -> Span | None:
    found = (one.span() for one in context.case.references if one.citekey == citekey)
    return next(found, None)
