"""Records in PubMed's own format (``.nbib``), which also tells retractions.

The publication type is "Retracted Publication"; the notices are RIN (retraction in), ECI
(expression of concern in), EIN (erratum in), RPI (retracted and republished in).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from casereport.diagnostics import Span
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Retraction
from casereport.references.evidence.pubmed_summary import RETRACTED, SOURCE
from casereport.references.evidence.record_text import plain_text, year_in
from casereport.references.evidence.record_titles import is_marked_retracted
from casereport.references.nbib.fields import reference_from
from casereport.references.nbib.records import read_records
from casereport.references.tagged import Record

_NATURES: Mapping[str, str] = MappingProxyType(
    {
        "RIN": "Retraction", "RPI": "Retraction", "PRIN": "Partial retraction",
        "ECI": "Expression of concern", "EIN": "Correction",
    }
)  # fmt: skip


def nbib_records(text: str, file: str) -> Iterator[WorkRecord]:
    """The records of a file; those without a PubMed number and a DOI say nothing of any work."""
    for record in read_records(text, file):
        reference = reference_from(record)
        if not reference.pmid and not reference.doi:
            continue
        span = Span(file, record.span.line, 1, record.span.line, 1)
        titles = [plain_text(value.text) for value in record.all("TI", "TT", "BTI")]
        found = WorkRecord(
            source=SOURCE,
            type=reference.type,
            titles=tuple(title for title in titles if title),
            authors=reference.authors,
            journals=tuple(plain_text(value.text) for value in record.all("TA", "JT")),
            printed=year_in(record.first("DP")),
            online=year_in(record.first("DEP")[:4]),
            volume=reference.volume,
            issue=reference.issue,
            pages=(reference.page,) if reference.page else (),
            doi=reference.doi,
            pmid=reference.pmid,
            span=span,
        )
        yield replace(found, notices=tuple(_notices(record, found)))


def _notices(record: Record, work: WorkRecord) -> Iterator[Retraction]:
    natures: list[str] = []
    for value in record.all(*_NATURES):
        natures.append(_NATURES[value.tag])
        year = year_in(value.text)
        yield Retraction(
            nature=natures[-1],
            doi=work.doi,
            pmid=work.pmid,
            date=str(year) if year else "",
            span=work.span,
        )
    marked = any(value.text.casefold() == RETRACTED for value in record.all("PT"))
    marked = marked or any(map(is_marked_retracted, work.titles))
    if marked and "Retraction" not in natures:
        yield Retraction(nature="Retraction", doi=work.doi, pmid=work.pmid, span=work.span)
