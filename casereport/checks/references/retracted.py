"""A cited work was retracted.

What a retracted work says can no longer be relied on, and a patient may be treated by it. It may be
cited to speak of its retraction, and then the text and the list say so. The works are looked up in
a list that lies in the case folder as ``retractions.csv``: the Retraction Watch database, which
Crossref gives away, or a table with the columns doi, pmid, title, nature. Such a list may also lie,
under any name, in a folder of evidence (REF015), where saved records tell retractions themselves:
``update-to`` and ``updated-by`` of Crossref, "Retracted Publication" of PubMed. Works are found by
DOI and PubMed number; by their title only when an author agrees, which is a warning. An expression
of concern is a warning, as is the retraction of a part, a correction a note. Without a list nothing
is looked up but what has a record, and a note says so: silence would look like a clean list.

Bad::

    retractions.csv:
        Title,Author,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature
        Calcinosis,Nina Boulman,1/5/2010 0:00,10.1000/calcinosis,0,Retraction
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis}, journal = {Semin Arthritis Rheum},
          year = {2005}, volume = {34}, pages = {805-812}, doi = {10.1000/calcinosis}
        }

Bad (told by its record)::

    evidence/pubmed.json:
        {"result": {"uids": ["15942917"], "15942917": {"uid": "15942917", "title": "Calcinosis.",
         "authors": [{"name": "Boulman N", "authtype": "Author"}], "pubdate": "2005 Jun",
         "pubtype": ["Journal Article", "Retracted Publication"], "references": [{"refsource":
         "Semin Arthritis Rheum. 2010 Jan;39(4):328", "reftype": "Retraction in"}]}}}
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis}, journal = {Semin Arthritis Rheum},
          year = {2005}, volume = {34}, pages = {805-812}, pmid = {15942917}
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
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Reference, Retraction
from casereport.references.evidence.matching import RecordIndex
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
_SOME = N_("{count} of {total} references were not looked up among retracted works.")
_WORDS = 3
"""A shorter title names many works."""
_GRAVITY = {
    "retraction": None,
    "expression of concern": Severity.WARNING,
    "partial retraction": Severity.WARNING,
}


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    index = RecordIndex(case.evidence.records)
    without_record = 0
    for reference in case.references:
        near = [notice for record in index.near(reference) for notice in record.notices]
        own = index.match(reference).records
        without_record += not own
        told = [(_shared(reference, row), row) for row in (*(case.retractions or ()), *near)]
        # A record found by title and place also speaks of an entry without any number.
        told += [("title", row) for record in own for row in _own_notices(reference, record)]
        yield from _notices(reference, told)
    if case.retractions is None and without_record:
        span = case.references[0].span()
        yield Finding.at(
            Span.start_of(span.file) if span else (),
            message=_NOT_CHECKED if without_record == len(case.references) else _SOME,
            hint=_ADD_LIST,
            severity=Severity.NOTE,
            file="retractions.csv",
            count=without_record,
            total=len(case.references),
        )


def _own_notices(reference: Reference, record: WorkRecord) -> Iterator[Retraction]:
    """What a record tells of its own work, where no number of the reference tells it."""
    for notice in record.notices:
        is_own = (notice.doi, notice.pmid) == (record.doi, record.pmid)
        if is_own and not _shared(reference, notice):
            yield notice


def _notices(
    reference: Reference, rows: Iterable[tuple[str, Retraction]]
) -> Iterator[Finding]:
    """One finding a nature: several sources may tell the same."""
    natures: dict[str, list[tuple[str, Retraction]]] = {}
    for variable, row in rows:
        nature = row.nature.casefold().strip()
        if variable and nature != "reinstatement":
            natures.setdefault(nature, []).append((variable, row))
    for nature, told in natures.items():
        # What names the work by its number stands over what has its title.
        told.sort(key=lambda one: one[0] == "title")
        variable, row = told[0]
        severity = _GRAVITY.get(nature, Severity.NOTE)
        message, hint = ("", "") if severity is None else (_NOTICE, _READ_NOTICE)
        if variable == "title" and severity is None:
            message, hint, severity = _BY_TITLE, _COMPARE, Severity.WARNING
        places = dict.fromkeys(row.span for _, row in told if row.span)
        yield Finding.at(
            reference.span(variable),
            message=message,
            hint=hint,
            severity=severity,
            related=[(place, say(N_("The row of the list, or the record."))) for place in places],
            citekey=reference.citekey,
            nature=row.nature,
            date=next((row.date for _, row in told if row.date), "?"),
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
