"""A fault of the YAML itself becomes a diagnostic with a sentence for someone new to YAML."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from casereport.diagnostics import N_, Diagnostic, say
from casereport.reading import faults
from casereport.text.yaml_nodes import MAX_DEPTH, MAX_NODES, FaultKind, YamlFault

_SENTENCES: Mapping[FaultKind, tuple[str, str]] = MappingProxyType(
    {
        "syntax": (
            N_("This line cannot be read as YAML."),
            N_("Check the indentation and the colons of this line and the one above it."),
        ),
        "tab": (
            N_("A tab stands where the line is indented."),
            N_("Indent with spaces: two for each level."),
        ),
        "reserved-character": (
            N_("A value cannot begin with {detail} here."),
            N_("Put the whole value in quotation marks."),
        ),
        "unexpected-colon": (
            N_("There is a colon where none can stand."),
            N_("Put a value with a colon in quotation marks; indent keys of one level alike."),
        ),
        "missing-colon": (
            N_("A colon is missing after the key."),
            N_("Write the key, a colon, a space and the value."),
        ),
        "bad-indentation": (
            N_("This line is not indented like the others of its level."),
            N_("Indent keys of one level alike, and close every quotation mark above."),
        ),
        "unclosed-quote": (
            N_("The quotation mark that opens here is not closed."),
            N_("Close it at the end of the value."),
        ),
        "unclosed-bracket": (
            N_("The bracket that opens here is not closed."),
            N_("Close it, with commas between the items inside."),
        ),
        "bad-escape": (
            N_("The backslash in this quoted value means nothing here."),
            N_("Write it twice, or use single quotation marks."),
        ),
        "unknown-alias": (
            N_("{detail} is used after * but named nowhere."),
            N_("Put the value in quotation marks if it begins with an asterisk."),
        ),
        "recursive-alias": (
            N_("{detail} holds itself."),
            N_("Write the value out instead of using * inside it."),
        ),
        "complex-key": (
            N_("A key must be one plain word."),
            N_("Write the key, a colon, a space and the value."),
        ),
        "multiple-documents": (
            N_("A second document begins here; it is not read."),
            N_("Remove the line of hyphens."),
        ),
        "tag": (
            N_("The tag {detail} is not allowed."),
            N_("Remove it; put a value that begins with an exclamation mark in quotation marks."),
        ),
    }
)  # fmt: skip


def yaml_diagnostic(fault: YamlFault) -> Diagnostic:
    """The diagnostic for one fault: SRC002, SRC006, SRC010, SRC012 or SRC016."""
    if fault.kind == "duplicate-key":
        return faults.duplicate_key(fault.detail, fault.span, fault.related)
    if fault.kind == "forbidden-character":
        return faults.forbidden_character(fault.detail, fault.span)
    if fault.kind == "too-deep":
        return faults.nesting_too_deep(fault.span, MAX_DEPTH)
    if fault.kind == "too-many-nodes":
        return faults.too_many_nodes(fault.span, MAX_NODES)
    if fault.kind == "too-large":
        return faults.too_large(fault.span.file, "2 MB", fault.span)
    message, hint = _SENTENCES[fault.kind]
    values = {"detail": fault.detail} if "{detail}" in message else {}
    return faults.invalid_yaml(fault.span, say(message, **values), say(hint))
