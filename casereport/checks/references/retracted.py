"""A cited work was retracted.

What a retracted work says can no longer be relied on, and a patient may be treated by it. It may be
cited to speak of its retraction, and then the text and the list say so. The works are looked up in
a list that lies in the case folder as ``retractions.csv``: the Retraction Watch database, which
Crossref gives away, or a table with the columns doi, pmid, title, nature. Works are found by DOI
and PubMed number; by their title only when an author agrees, which is a warning. An expression of
concern is a warning, a correction a note. Without a list nothing is looked up, and a note says so:
silence would look like a clean list.

Bad::

    retractions.csv:
        Title,Author,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature
        Calcinosis,Nina Boulman,1/5/2010 0:00,10.1000/calcinosis,0,Retraction
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis}, journal = {Semin Arthritis Rheum},
          year = {2005}, volume = {34}, pages = {805-812}, doi = {10.1000/calcinosis}
        }

Bad (not checked)::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis}, journal = {Semin Arthritis Rheum},
          year = {2005}, volume = {34}, pages = {805-812}, doi = {10.1000/calcinosis}
        }

Good::

    retractions.csv:
        Title,Author,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature
        Another work,Nina Reiter,1/5/2010 0:00,10.1000/another,0,Retraction
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis}, journal = {Semin Arthritis Rheum},
          year = {2005}, volume = {34}, pages = {805-812}, doi = {10.1000/calcinosis}
        }

References:
    ICMJE Recommendations, IV.A.3.g.i: authors make sure that they cite no retracted work.
    The Retraction Watch database, Crossref.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import N_, Severity, Span, say
from casereport.model.reference import Reference, Retraction
from casereport.references.titles import title_words
from casereport.text.digits import to_latin_digits

check = Check(
    code="REF013",
    name="retracted",
    severity=Severity.ERROR,
    scope="source",
    message=N_("{citekey} was retracted ({date})."),
    hint=N_("Take it out of the text and the list, or say in both that it was retracted."),
)

_NOT_CHECKED = N_("The references were not looked up among retracted works.")
_ADD_LIST = N_("Put the Retraction Watch database into the case folder, as {file}.")
_NOTICE = N_("For {citekey} there is a notice ({nature}, {date}).")
_READ_NOTICE = N_("Read the notice, and look whether the citation still holds.")
_BY_TITLE = N_("{citekey} has the title and an author of a retracted work ({date}).")
_COMPARE = N_("Compare the two works; if they are one, take it out of the text and the list.")
_WORDS = 3
"""A shorter title names many works."""
_GRAVITY = {"retraction": None, "expression of concern": Severity.WARNING}


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    if case.retractions is None:
        if case.references:
            span = case.references[0].span()
            place = Span.start_of(span.file) if span else ()
            yield Finding.at(
                place,
                message=_NOT_CHECKED,
                hint=_ADD_LIST,
                severity=Severity.NOTE,
                file="retractions.csv",
            )
        return
    for reference in case.references:
        yield from _notices(reference, case.retractions)


def _notices(reference: Reference, retractions: Iterable[Retraction]) -> Iterator[Finding]:
    for row in retractions:
        nature = row.nature.casefold().strip()
        variable = _shared(reference, row)
        if not variable or nature == "reinstatement":
            continue
        severity = _GRAVITY.get(nature, Severity.NOTE)
        message, hint = ("", "") if severity is None else (_NOTICE, _READ_NOTICE)
        if variable == "title" and severity is None:
            message, hint, severity = _BY_TITLE, _COMPARE, Severity.WARNING
        yield Finding.at(
            reference.span(variable),
            message=message,
            hint=hint,
            severity=severity,
            related=[(row.span, say(N_("The row of the list.")))] if row.span else [],
            citekey=reference.citekey,
            nature=row.nature,
            date=row.date or "?",
        )


def _shared(reference: Reference, row: Retraction) -> str:
    """The variable by which the row speaks of this reference; empty when it does not."""
    doi = to_latin_digits(reference.doi).casefold().rstrip(".")
    if doi and row.doi:
        return "DOI" if doi == row.doi.casefold().rstrip(".") else ""
    if reference.pmid and row.pmid:
        return "PMID" if to_latin_digits(reference.pmid) == row.pmid else ""
    words = title_words(reference.title)
    if len(words) <= _WORDS or words != title_words(row.title) or not reference.authors:
        return ""
    family = title_words(reference.authors[0].family or reference.authors[0].literal)
    return "title" if family and set(family) <= set(title_words(row.authors)) else ""
