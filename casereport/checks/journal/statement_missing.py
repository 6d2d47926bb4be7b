"""A statement that the journal requires is missing.

Consent, ethics approval, competing interests and funding have checks of their own (ETH001 to
ETH004), whatever the journal; this one tells of the others that the journal's manifest requires:
the availability of data, the authors' contributions, acknowledgements, the patient's perspective.
One that the author declared ``not-stated`` is a note. The patient's perspective may be a section.

Bad::

    case.yaml:
        journal: clinical-brief

Good::

    case.yaml:
        journal: clinical-brief
        statements:
          data-availability: {fa: همه داده در متن است., en: All data are in the report.}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import manifest_of
from casereport.diagnostics import N_, Severity

check = Check(
    code="JRN007",
    name="statement-missing",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The statement {statement} is missing; the journal {journal} requires it."),
    hint=N_("Add it under statements, or write not-stated there."),
)

_SILENT = N_("The statement {statement} is declared not-stated; the journal {journal} requires it.")
_ASK = N_("Ask the authors for it.")
_CHECKED_ELSEWHERE = frozenset({"consent", "ethics", "competing-interests", "funding"})


def run(context: ArticleContext) -> Iterator[Finding]:
    statements, journal = context.case.facts.statements, context.article.journal
    given, silent = statements.given(), statements.silent()
    told = {section.id for text in context.case.narratives.values() for section in text.sections}
    for name in manifest_of(context.article).required.statements:
        route = ("statements", name)
        refused = {route, route[:1]} & context.case.source.refused
        if name in given or name in told or name in _CHECKED_ELSEWHERE or refused:
            continue
        if name in silent:
            yield Finding.at(
                route,
                message=_SILENT,
                hint=_ASK,
                severity=Severity.NOTE,
                statement=name,
                journal=journal,
            )
        else:
            yield Finding.at(route, statement=name, journal=journal)
