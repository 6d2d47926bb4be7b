"""What the readers of tagged files (RIS, MEDLINE) have in common: record by record, with bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from casereport.diagnostics import N_, Message, Span, say
from casereport.model.reference import Reference
from casereport.references.citekeys import with_citekeys
from casereport.references.read_result import (
    MAX_ENTRIES,
    MAX_LINES,
    ReadReferences,
    ReferenceFault,
    too_many_entries,
    too_many_lines,
)
from casereport.references.tagged import Record, Tagged


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedFormat:
    """How one format is read; ``nothing`` and ``form`` tell and mend a file without a record."""

    records: Callable[[str, str], Iterator[Record]]
    reference: Callable[[Record], Reference]
    faults: Callable[[Record], Iterable[ReferenceFault]]
    nothing: Message
    form: Message


def read_tagged(text: str, file: str, how: TaggedFormat) -> ReadReferences:
    """The references of a file; faults carry the line of their record or value."""
    if text.count("\n") + text.count("\r") > MAX_LINES:
        return ReadReferences((), (too_many_lines(file),))
    references: list[Reference] = []
    faults: list[ReferenceFault] = []
    for count, record in enumerate(how.records(text, file)):
        if count == MAX_ENTRIES:
            faults.append(too_many_entries(record.span))
            break
        faults.extend(how.faults(record))
        references.append(how.reference(record))
    if not references and text.strip():
        faults.append(ReferenceFault("invalid-file", Span.start_of(file), how.nothing, how.form))
    return ReadReferences(tuple(with_citekeys(references)), tuple(faults))


def repeated_tags(
    values: Iterable[Tagged], single: frozenset[str], citekey: str = ""
) -> Iterator[ReferenceFault]:
    """The values whose tag one work can have only once, where an earlier one says otherwise."""
    seen: dict[str, str] = {}
    for value in values:
        if value.tag in single and seen.setdefault(value.tag, value.text) != value.text:
            message = say(N_("The tag {tag} stands twice in this record; the first is used."),
                          tag=value.tag)  # fmt: skip
            hint = say(N_("Remove one of the two."))
            yield ReferenceFault("duplicate-field", value.span, message, hint, citekey)
