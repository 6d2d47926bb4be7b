"""PubMed's files (.nbib): «Send to: Citation manager», or «Save: PubMed»."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.diagnostics import N_, say
from casereport.references.nbib.fields import reference_from
from casereport.references.nbib.records import read_records
from casereport.references.read_result import ReadReferences, ReferenceFault
from casereport.references.tagged import Record
from casereport.references.tagged_reading import TaggedFormat, read_tagged, repeated_tags

_SINGLE = frozenset(str.split("TI BTI TA JT DP VI IP PG PMID PMC"))


def read(text: str, file: str) -> ReadReferences:
    """The references of a PubMed file; faults carry the line of their record or value."""
    return read_tagged(text, file, _FORMAT)


def _faults_of(record: Record) -> Iterator[ReferenceFault]:
    for tag, span in record.slips:
        message = say(
            N_("This line begins with {tag} but is not in PubMed's form; it is not read."),
            tag=tag,
        )
        hint = say(N_("Write {example}: the tag and spaces up to four places, a hyphen, a space."),
                   example=f"{tag:4}- \u2026")  # fmt: skip
        yield ReferenceFault("broken-field", span, message, hint)
    yield from repeated_tags(record.values, _SINGLE)


_FORMAT = TaggedFormat(
    records=read_records,
    reference=reference_from,
    faults=_faults_of,
    nothing=say(N_("Nothing in this file is a PubMed record.")),
    form=say(
        N_("A record begins with {begin}; save it from PubMed for a citation manager."),
        begin="PMID- \u2026",
    ),
)
