"""Reference lists pasted as text (.txt), one entry after the other in the form a journal prints.

An entry that cannot be read into fields with certainty is kept whole (``unparsed``); a check tells.
"""

from __future__ import annotations

from itertools import islice

from casereport.diagnostics import N_, Span, say
from casereport.model.reference import Reference
from casereport.references.citekeys import with_citekeys
from casereport.references.pasted.entries import entries_of
from casereport.references.pasted.fields import reference_of
from casereport.references.pasted.working import Entry
from casereport.references.read_result import (
    MAX_ENTRIES,
    ReadReferences,
    ReferenceFault,
    too_many_entries,
)
from casereport.text.yaml_tree import Places


def read(text: str, file: str) -> ReadReferences:
    """The references of a pasted list; a number out of its place in the list is a fault."""
    places = Places(text, file)
    entries = list(islice(entries_of(text), MAX_ENTRIES + 1))
    faults = _numbering_faults(entries, places)
    if len(entries) > MAX_ENTRIES:
        faults.append(too_many_entries(places.span(entries[-1].start, entries[-1].start)))
        entries.pop()
    references: list[Reference] = [
        reference_of(entry, places) for entry in entries if entry.text.strip()
    ]
    return ReadReferences(tuple(with_citekeys(references)), tuple(faults))


def _numbering_faults(entries: list[Entry], places: Places) -> list[ReferenceFault]:
    """The first number that is not the entry's place in the list, which typed citations follow."""
    for position, entry in enumerate(entries, 1):
        if entry.number is None or entry.number == position:
            continue
        message = say(
            N_("This entry is numbered {number} but is number {position} of the list."),
            number=entry.number, position=position,
        )  # fmt: skip
        hint = say(N_("Number the entries from 1, each once: citations typed as digits follow it."))
        span: Span = places.span(entry.start, entry.start + 1)
        return [ReferenceFault("broken-field", span, message, hint)]
    return []
