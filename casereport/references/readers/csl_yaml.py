"""References in YAML (.yaml, .yml): a list of CSL items, typed by hand or by pandoc.

Scalars are text: ``page: 1-12`` and ``volume: 08`` mean what they say.
"""

from __future__ import annotations

import re

from casereport.diagnostics import N_, say
from casereport.references.item_lists import items_of, references_from
from casereport.references.read_result import MAX_CHARACTERS, ReadReferences, ReferenceFault
from casereport.text.yaml_nodes import parse_yaml
from casereport.text.yaml_tree import Node, Sequence, YamlFault

suffixes: tuple[str, ...] = (".yaml", ".yml")

_MAX_PIECES = 500
_MAX_PIECEWISE_CHARACTERS = 200_000
_ITEM = re.compile(r"^([ ]{0,8})- ", re.MULTILINE)


def read(text: str, file: str) -> ReadReferences:
    """The references of a YAML file; the YAML's own faults are among the faults."""
    result = parse_yaml(text, file, max_characters=MAX_CHARACTERS)
    found = result.faults
    items: tuple[Node, ...] = ()
    if result.root is not None:
        items = items_of(result.root)
    elif found and len(text) <= _MAX_PIECEWISE_CHARACTERS:
        items, found = _piecewise(text, file, found)
    references = references_from(items, says_unknown_fields=True)
    faults = tuple(_of_yaml(fault) for fault in found)
    return ReadReferences(references.references, (*faults, *references.faults))


def _of_yaml(fault: YamlFault) -> ReferenceFault:
    message = say(N_("The YAML of this file goes wrong here."))
    hint = say(N_("Check the indentation, quotation marks and colons of this entry."))
    return ReferenceFault("yaml", fault.span, message, hint, yaml=fault)


def _piecewise(
    text: str, file: str, found: tuple[YamlFault, ...]
) -> tuple[tuple[Node, ...], tuple[YamlFault, ...]]:
    """The items that can be read one by one where the whole cannot, and the others' faults."""
    first = _ITEM.search(text)
    if first is None:
        return (), found
    starts = [match.start() for match in _ITEM.finditer(text) if match[1] == first[1]]
    if not 1 < len(starts) <= _MAX_PIECES:
        return (), found
    items: list[Node] = []
    faults: list[YamlFault] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        # Empty lines before it keep the places of a piece those of the file.
        piece = parse_yaml("\n" * text.count("\n", 0, start) + text[start:end], file)
        faults.extend(piece.faults)
        if isinstance(piece.root, Sequence):
            items.extend(piece.root.items)
    return tuple(items), tuple(faults) or found
