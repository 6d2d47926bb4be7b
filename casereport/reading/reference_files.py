"""The reference files of a case: every ``references.*`` at the top of its folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from casereport.diagnostics import Diagnostic, Severity, Span
from casereport.model.reference import Reference
from casereport.reading import faults
from casereport.reading.case_yaml import yaml_ignores
from casereport.reading.ignores import Ignore, last_line_of_block, read_ignore
from casereport.reading.yaml_sentences import yaml_diagnostic
from casereport.references.read_result import ReferenceFault, ReferenceFaultKind
from casereport.references.reading import read_references
from casereport.text.yaml_nodes import parse_yaml

MAX_BYTES = 5_000_000

_CODES: Mapping[ReferenceFaultKind, str] = MappingProxyType(
    {
        "invalid-file": "SRC001",
        "too-large": "SRC010",
        "broken-entry": "SRC001",
        "broken-field": "SRC004",
        "missing-citekey": "SRC005",
        "unknown-type": "SRC004",
        "unknown-field": "SRC003",
        "duplicate-field": "SRC006",
        "undefined-string": "SRC007",
    }
)
_BIBTEX_COMMENT = re.compile(r"^[ \t]*%([^\n]*)", re.MULTILINE)


def is_reference_file(name: str) -> bool:
    """True for ``references.bib`` and its like; not for copies that editors leave behind."""
    return re.fullmatch(r"references\.[A-Za-z0-9]{1,10}", name) is not None


def references_of(file: str, text: str) -> tuple[tuple[Reference, ...], list[Diagnostic]]:
    """The references in ``text``, and what in it could not be used."""
    read = read_references(file, text)
    return read.references, [_diagnostic(fault) for fault in read.faults]


def _diagnostic(fault: ReferenceFault) -> Diagnostic:
    if fault.yaml is not None:
        return yaml_diagnostic(fault.yaml)
    diagnostic = faults.make(
        _CODES.get(fault.kind, "SRC001"), fault.message, fault.span, fault.hint
    )
    # What costs no entry leaves every reference in the list: not a reason to stop.
    return diagnostic if fault.loses_entry else replace(diagnostic, severity=Severity.WARNING)


def ignores_of(file: str, text: str) -> tuple[tuple[Ignore, ...], list[Diagnostic]]:
    """The ignore comments: ``#`` in YAML, lines that begin with ``%`` in BibTeX."""
    if file.endswith((".yaml", ".yml")):
        return yaml_ignores(text, parse_yaml(text, file, max_characters=MAX_BYTES).comments)
    if not file.endswith(".bib"):
        return (), []
    lines = text.split("\n")
    ignores: list[Ignore] = []
    diagnostics: list[Diagnostic] = []
    for match in _BIBTEX_COMMENT.finditer(text):
        line = text.count("\n", 0, match.start(1)) + 1
        column = match.start(1) - text.rfind("\n", 0, match.start(1))
        span = Span(file, line, column, line, column + len(match[1]))
        ignore, fault = read_ignore(match[1], span, last_line_of_block(lines, line))
        ignores += [ignore] if ignore else []
        diagnostics += [fault] if fault else []
    return tuple(ignores), diagnostics
