"""PubMed's files (.nbib): «Send to: Citation manager», or «Save: PubMed»."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.diagnostics import N_, Span, say
from casereport.model.reference import Reference
from casereport.references.citekeys import with_citekeys
from casereport.references.nbib.fields import reference_from
from casereport.references.nbib.records import read_records
from casereport.references.read_result import (
    MAX_ENTRIES,
    MAX_LINES,
    ReadReferences,
    ReferenceFault,
    too_many_entries,
    too_many_lines,
)
from casereport.references.tagged import Record

suffixes: tuple[str, ...] = (".nbib",)

_SINGLE = frozenset(str.split("TI BTI TA JT DP VI IP PG PMID PMC"))


def read(text: str, file: str) -> ReadReferences:
    """The references of a PubMed file; faults carry the line of their record or value."""
    if text.count("\n") + text.count("\r") > MAX_LINES:
        return ReadReferences((), (too_many_lines(file),))
    references: list[Reference] = []
    faults: list[ReferenceFault] = []
    for count, record in enumerate(read_records(text, file)):
        if count == MAX_ENTRIES:
            faults.append(too_many_entries(record.span))
            break
        faults.extend(_faults_of(record))
        references.append(reference_from(record))
    if not references and text.strip():
        message = say(N_("Nothing in this file is a PubMed record."))
        hint = say(N_("A record begins with {begin}; save it from PubMed for a citation manager."),
                   begin="PMID- \u2026")  # fmt: skip
        faults.append(ReferenceFault("invalid-file", Span.start_of(file), message, hint))
    return ReadReferences(tuple(with_citekeys(references)), tuple(faults))


def _faults_of(record: Record) -> Iterator[ReferenceFault]:
    for tag, span in record.slips:
        message = say(
            N_("This line begins with {tag} but is not in PubMed's form; it is not read."),
            tag=tag,
        )
        hint = say(N_("Write {example}: the tag and spaces up to four places, a hyphen, a space."),
                   example=f"{tag:4}- \u2026")  # fmt: skip
        yield ReferenceFault("broken-field", span, message, hint)
    seen: dict[str, str] = {}
    for value in record.values:
        if value.tag in _SINGLE and seen.setdefault(value.tag, value.text) != value.text:
            message = say(N_("The tag {tag} stands twice in this record; the first is used."),
                          tag=value.tag)  # fmt: skip
            yield ReferenceFault("duplicate-field", value.span, message,
                                 say(N_("Remove one of the two.")))  # fmt: skip
