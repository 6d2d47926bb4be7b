"""An identifier cannot be right: a DOI, a PubMed number, an ISSN or an ORCID iD.

Identifiers are what programs follow. A DOI begins with 10. and a registrant's number, and ends in
no full stop; a PubMed number has at most eight digits; the last character of an ISSN and of an
ORCID iD is reckoned from the others, so that one wrong digit shows. Whether a well-formed one leads
to the right work cannot be seen here.

Bad::

    references.bib:
        @article{riley2017,
          author = {Riley, David}, title = {CARE guidelines}, journal = {J Clin Epidemiol},
          year = {2017}, volume = {89}, pages = {218-235}, doi = {10.1016 j.jclinepi.2017.04.026}
        }

Bad (a digit of an ISSN)::

    references.bib:
        @article{riley2017,
          author = {Riley, David}, title = {CARE guidelines}, journal = {J Clin Epidemiol},
          year = {2017}, volume = {89}, pages = {218-235}, issn = {1735-9261}
        }

Bad (a digit of an ORCID iD)::

    case.yaml:
        contributors:
          - name: {fa: سارا احمدی, en: Sara Ahmadi}
            orcid: 0000-0002-1825-0098

Good::

    references.bib:
        @article{riley2017,
          author = {Riley, David}, title = {CARE guidelines}, journal = {J Clin Epidemiol},
          year = {2017}, volume = {89}, pages = {218-235}, doi = {10.1016/j.jclinepi.2017.04.026},
          pmid = {28529185}, issn = {1735-9260 (Print) 1735-9279 (Electronic)}
        }
    case.yaml:
        contributors:
          - name: {fa: سارا احمدی, en: Sara Ahmadi}
            orcid: 0000-0002-1694-233X

References:
    DOI Handbook, 2.2; ISO 3297 (ISSN); ISO 7064, mod 11-2 (ORCID).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._checksums import is_sound_issn, is_sound_orcid
from casereport.checks.references._places import exactly, inside
from casereport.diagnostics import N_, Fix, Severity, TextEdit, say
from casereport.model.reference import Reference
from casereport.text.digits import to_latin_digits

check = Check(
    code="REF004",
    name="identifier-malformed",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{value} cannot be a {kind}."),
    hint=N_("Copy it from the work itself, or from PubMed or Crossref."),
)

_CHECK_DIGIT = N_("The check digit of the {kind} {value} is wrong, so one of its digits is.")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s\"]{1,500}")
_DOI_END = re.compile(r"[.,;:]{1,5}$")
_NUMBERS = {"PMID": re.compile(r"[1-9]\d{0,7}"), "PMCID": re.compile(r"PMC[1-9]\d{0,8}(\.\d)?")}
_MOST_ISSNS = 5
_ISSN = re.compile(r"(?<![\w-])(\d{4})-?(\d{3}[\dXx])(?![\w-])")


def run(context: SourceContext) -> Iterator[Finding]:
    for reference in context.case.references:
        # Persian digits in it are another fault, REF010.
        if reference.doi:
            yield from _doi(reference, to_latin_digits(reference.doi))
        for kind, value in (("PMID", reference.pmid), ("PMCID", reference.pmcid)):
            if value and not _NUMBERS[kind].fullmatch(to_latin_digits(value)):
                yield Finding.at(inside(reference, kind, value), kind=kind, value=value)
        if reference.issn:
            yield from _issn(reference, to_latin_digits(reference.issn))
    for index, person in enumerate(context.case.facts.contributors):
        if person.orcid and not is_sound_orcid(to_latin_digits(person.orcid)):
            place = ("contributors", index, "orcid")
            yield Finding.at(place, message=_CHECK_DIGIT, kind="ORCID iD", value=person.orcid)


def _doi(reference: Reference, doi: str) -> Iterator[Finding]:
    surplus = _DOI_END.search(doi)
    if _DOI.fullmatch(doi) and surplus is None:
        return
    fix = None
    if surplus is not None and _DOI.fullmatch(doi[: surplus.start()]):
        span = exactly(reference, "DOI", reference.doi, *surplus.span())
        if span is not None:
            edit = TextEdit(span, "")
            fix = Fix(say(N_("Take away what follows the DOI.")), (edit,))
    place = inside(reference, "DOI", reference.doi)
    yield Finding.at(place, kind="DOI", value=reference.doi[:100], fix=fix)


def _issn(reference: Reference, issn: str) -> Iterator[Finding]:
    found = list(islice(_ISSN.finditer(issn), _MOST_ISSNS))
    if not found:
        yield Finding.at(inside(reference, "ISSN", issn), kind="ISSN", value=issn[:100])
    for match in found:
        if not is_sound_issn(match[1] + match[2]):
            place = inside(reference, "ISSN", reference.issn, *match.span())
            yield Finding.at(place, message=_CHECK_DIGIT, kind="ISSN", value=match[0])
