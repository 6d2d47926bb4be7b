"""An identifier is written in Persian or Arabic digits.

DOI, PubMed number, ISSN, ISBN, ORCID iD and the code of an ethics committee are the same in every
language: they are searched, copied and followed, and in other digits none of that works.

Bad::

    references.bib:
        @article{ahmadi1399,
          author = {احمدی, سارا}, title = {درمان کلسینوز},
          journal = {مجله نمونه}, year = {1399}, volume = {3}, pages = {5-8},
          doi = {۱۰.۱۰۵۶/jmums.۲۰۲۰}
        }

Good::

    references.bib:
        @article{ahmadi1399,
          author = {احمدی, سارا}, title = {درمان کلسینوز},
          journal = {مجله نمونه}, year = {۱۳۹۹}, volume = {۳}, pages = {۵-۸},
          doi = {10.1056/jmums.2020}
        }
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._places import exactly
from casereport.diagnostics import N_, Fix, Route, Severity, Span, TextEdit, say
from casereport.model.case_report import CaseReport
from casereport.model.statements import Statement
from casereport.text.digits import to_latin_digits

check = Check(
    code="REF010",
    name="persian-digits-in-identifier",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The {kind} {value} is not in Latin digits."),
    hint=N_("Write {latin}."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for reference in context.case.references:
        identifiers = {
            "DOI": reference.doi,
            "PMID": reference.pmid,
            "PMCID": reference.pmcid,
            "ISSN": reference.issn,
            "ISBN": reference.isbn,
        }
        for kind, value in identifiers.items():
            exact = exactly(reference, kind, value)
            yield from _found(kind, value, exact or reference.span(kind), exact)
    for kind, value, route in _of_the_case(context.case):
        span = context.case.source.span(route)
        fits = span.line == span.end_line and span.end_column - span.column == len(value)
        yield from _found(kind, value, span, span if fits else None)


def _of_the_case(case: CaseReport) -> Iterator[tuple[str, str, Route]]:
    for index, person in enumerate(case.facts.contributors):
        yield "ORCID iD", person.orcid or "", ("contributors", index, "orcid")
    yield "DOI", case.facts.publication.doi or "", ("publication", "doi")
    ethics = case.facts.statements.ethics
    if isinstance(ethics, Statement):
        yield "ethics code", ethics.code or "", ("statements", "ethics", "code")


def _found(kind: str, value: str, place: Span | None, exact: Span | None) -> Iterator[Finding]:
    latin = to_latin_digits(value)
    if latin == value:
        return
    fix = None
    if exact is not None:
        description = say(N_("Write it in Latin digits."))
        fix = Fix(description, (TextEdit(exact, latin),))
    yield Finding.at(place, kind=kind, value=value, latin=latin, fix=fix)
