"""CSL-JSON files (.json), as Zotero, Crossref and pandoc write them.

An element that is not JSON costs itself alone: the others are found by their braces.
"""

from __future__ import annotations

from itertools import islice

from casereport.diagnostics import N_, Span, say
from casereport.references.item_lists import items_of, references_from
from casereport.references.json_nodes import JsonSyntaxError, objects_in, parse_json
from casereport.references.read_result import (
    MAX_ENTRIES,
    ReadReferences,
    ReferenceFault,
    too_many_entries,
)
from casereport.text.yaml_tree import Node, Places, YamlFault

suffixes: tuple[str, ...] = (".json",)
_MAX_BRACES = 20 * MAX_ENTRIES
"""An item has one, and each of its names and dates."""
_FORM = say(
    N_("Write it in braces, such as {example}."),
    example='{"id": "…", "type": "article-journal", "title": "…"}',
)


def read(text: str, file: str) -> ReadReferences:
    """The references of a CSL-JSON file; faults carry the place where JSON breaks off."""
    places = Places(text, file)
    if not text.strip():
        return ReadReferences()
    if text.count("{") > _MAX_BRACES:
        return ReadReferences((), (too_many_entries(Span.start_of(file)),))
    try:
        parsed = parse_json(text, places)
    except JsonSyntaxError as error:
        return _piecewise(text, places, error)
    read = references_from(items_of(parsed.node), says_unknown_fields=False, form=_FORM)
    return ReadReferences(read.references, (*map(_forbidden, parsed.forbidden), *read.faults))


def _forbidden(fault: YamlFault) -> ReferenceFault:
    message = say(N_("The character {code_point} is not allowed in text."), code_point=fault.detail)
    return ReferenceFault("yaml", fault.span, message, yaml=fault)


def _piecewise(text: str, places: Places, error: JsonSyntaxError) -> ReadReferences:
    items: list[Node] = []
    faults: list[ReferenceFault] = []
    # One more than are read, so that the file is told to be too long.
    for start, end in islice(objects_in(text), MAX_ENTRIES + 1):
        try:
            parsed = parse_json(text, places, start, end)
        except JsonSyntaxError as inner:
            faults.append(_broken(places, inner))
        else:
            items.append(parsed.node)
            faults += map(_forbidden, parsed.forbidden)
    if not items or not faults:
        # Not an element but what joins them is wrong: nothing tells how much was meant.
        faults = [_broken(places, error, whole=not items)]
    read = references_from(items, says_unknown_fields=False, form=_FORM)
    return ReadReferences(read.references, (*faults, *read.faults))


def _broken(places: Places, error: JsonSyntaxError, *, whole: bool = False) -> ReferenceFault:
    index = min(error.index, len(places.text))
    span = places.span(index, min(index + 1, len(places.text)))
    message = say(N_("This is not JSON."))
    hint = say(N_("Check the quotation marks, commas and brackets here and just before."))
    return ReferenceFault("invalid-file" if whole else "broken-entry", span, message, hint)
