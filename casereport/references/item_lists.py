"""The items of a CSL-JSON or YAML file: a list, a list under ``references``, or one item alone."""

from __future__ import annotations

from collections.abc import Iterable

from casereport.diagnostics import N_, Message, say
from casereport.model.reference import Reference
from casereport.references.csl_item import reference_from_mapping
from casereport.references.read_result import (
    MAX_ENTRIES,
    ReadReferences,
    ReferenceFault,
    too_many_entries,
)
from casereport.text.yaml_tree import Mapping, Node, Sequence

_LIST_KEYS = ("references", "items")
FORM = say(N_("Write it as lines of the form title: …, author: …, issued: …."))


def items_of(root: Node) -> tuple[Node, ...]:
    """What stands in the list of a file."""
    if isinstance(root, Sequence):
        return root.items
    if isinstance(root, Mapping):
        for key in _LIST_KEYS:
            listed = root.get(key)
            if isinstance(listed, Sequence):
                return listed.items
    return (root,)


def references_from(
    items: Iterable[Node], *, says_unknown_fields: bool, form: Message = FORM
) -> ReadReferences:
    """The references that items describe; an item that is no mapping costs itself alone.

    ``says_unknown_fields``: fields that are no CSL variables are told of, as typing errors are
    likely where people type; programs add fields of their own. ``form``: what to write instead of
    an item that is no mapping.
    """
    references: list[Reference] = []
    faults: list[ReferenceFault] = []
    for item in items:
        if len(references) == MAX_ENTRIES:
            faults.append(too_many_entries(item.span))
            break
        if not isinstance(item, Mapping):
            message = say(N_("This entry is not a set of fields."))
            faults.append(ReferenceFault("broken-entry", item.span, message, form))
            continue
        reference, found = reference_from_mapping(item)
        faults.extend(
            fault for fault in found if says_unknown_fields or fault.kind != "unknown-field"
        )
        if reference.citekey:
            references.append(reference)
    return ReadReferences(tuple(references), tuple(faults))
