"""A reference says something else than the record of its work.

Saved records of Crossref and PubMed (their answers in JSON, PubMed's XML and ``.nbib`` files) are
looked for in the folder ``evidence`` of the case, and in the one that ``--evidence`` or
casereport.toml names. Nothing is fetched. Records are found by DOI and PubMed number, else by title
or by first author, volume and page. Compared are title, family names of the authors, year, journal,
volume, issue and supplement, pages, DOI and PubMed number, each at its place and with both values;
where one record of a work agrees, the others are taken to be wrong. A record of an author's own
folder is not asked where the other folder has one of the work.

What two sources write differently as a habit is no difference: dashes, case, accents, HTML
entities, abbreviated journals, shortened pages, initials, particles, lists cut by et al., subtitles
left out, translated titles, another script, Jalali years. A year that is one off, as between a
publication online and in print, is a note. An identifier that belongs to another work is an error:
the reader who follows it is led astray. How many references were compared is told in a note where
it was not all of them, and that none was where there are no records.

Bad::

    evidence/crossref.json:
        {"status": "ok", "message-type": "work", "message": {"DOI": "10.1000/calcinosis",
         "type": "journal-article", "title": ["Calcinosis in rheumatic diseases"],
         "author": [{"given": "Nina", "family": "Boulman"}], "volume": "34", "page": "805-812"}}
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-821},
          doi = {10.1000/calcinosis}
        }

Bad (another work)::

    evidence/pubmed.json:
        {"header": {"type": "esummary", "version": "0.3"}, "result": {"uids": ["15942917"],
         "15942917": {"uid": "15942917", "pubdate": "1999 Jun", "source": "Cutis",
          "authors": [{"name": "Reiter N", "authtype": "Author"}], "title": "Frostbite of the ear.",
          "volume": "12", "pages": "3-9", "pubtype": ["Journal Article"]}}}
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812},
          pmid = {15942917}
        }

Bad (not checked)::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }

Good::

    evidence/crossref.json:
        {"status": "ok", "message-type": "work-list", "message": {"items": [
         {"DOI": "10.1000/CALCINOSIS", "type": "journal-article",
          "title": ["Calcinosis in Rheumatic Diseases"],
          "author": [{"given": "N.", "family": "Boulman"}], "published-print":
          {"date-parts": [[2005, 6]]}, "container-title": ["Seminars in Arthritis and Rheumatism"],
          "volume": "34", "issue": "6", "page": "805\u201312"}]}}
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812},
          doi = {10.1000/calcinosis}
        }

References:
    Crossref REST API, works; NCBI E-utilities, ESummary 2.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._evidence_notes import not_compared
from casereport.checks.references._places import inside
from casereport.diagnostics import N_, Severity, Words, say
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Reference
from casereport.references.evidence.comparing import FIELD_NAMES, Compared, compare
from casereport.references.evidence.matching import Matches, RecordIndex

check = Check(
    code="REF015",
    name="differs-from-evidence",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{citekey}, {field}: here {ours}; in {source}: {theirs}."),
    hint=N_("Look at the work itself, and correct the entry where the record is right."),
)

_AUTHOR = N_("{citekey}, author {number}: here {ours}; in {source}: {theirs}.")
_LEFT_OUT = N_("{citekey} leaves out {theirs}, whom {source} names as author {number}.")
_ADDED = N_("{citekey} names {ours} as author {number}; {source} does not.")
_A_YEAR_OFF = N_("Between online and print a year may differ; write the one of the printed issue.")
_ANOTHER = N_("The {field} of {citekey} belongs to another work: {theirs} ({source}).")
_CORRECT = N_("Look up the {field} of the work itself.")
_WRITE = N_("Write {right}, which {source} has for this work.")


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    index = RecordIndex(case.evidence.records)
    compared: set[int] = set()
    for reference in case.references:
        matches = index.match(reference)
        if matches.found:
            compared.add(id(reference))
        yield from _differences(reference, matches)
    yield from not_compared(case.references, compared)


def _differences(reference: Reference, matches: Matches) -> Iterator[Finding]:
    fields = compare(reference, matches.records)
    told: set[str] = set()
    for variable, record in matches.strangers:
        if variable not in told:
            told.add(variable)
            yield _another_work(reference, variable, record, fields)
    for field in fields:
        if field.verdict in {"different", "near"} and field.variable not in told:
            yield _difference(reference, field)


def _another_work(
    reference: Reference, variable: str, stranger: WorkRecord, fields: Iterable[Compared]
) -> Finding:
    right = next((one for one in fields if one.variable == variable and one.theirs), None)
    return Finding.at(
        reference.span(variable),
        message=_ANOTHER,
        hint=_WRITE if right else _CORRECT,
        severity=Severity.ERROR,
        related=[(stranger.span, say(N_("The record.")))] if stranger.span else [],
        citekey=reference.citekey,
        field=variable,
        theirs=next(iter(stranger.titles), "").removesuffix("."),
        source=stranger.source,
        right=right.theirs if right else "",
    )


def _difference(reference: Reference, field: Compared) -> Finding:
    record, author = field.record, field.author
    near = field.verdict == "near"
    message = ""
    if author is not None:
        message = _AUTHOR if author.ours and author.theirs else _ADDED
        message = message if author.ours else _LEFT_OUT
    return Finding.at(
        inside(reference, field.variable, field.ours),
        message=message,
        hint=_A_YEAR_OFF if near else "",
        severity=Severity.NOTE if near else None,
        related=[(record.span, say(N_("The record.")))] if record and record.span else [],
        citekey=reference.citekey,
        field=Words(FIELD_NAMES[field.variable]),
        number=author.number if author else 0,
        ours=author.ours if author else field.ours,
        theirs=author.theirs if author else field.theirs,
        source=record.source if record else "",
    )
