"""The reference files of a case: every ``references.*`` at the top of its folder."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from casereport.diagnostics import Diagnostic, Severity
from casereport.model.reference import Reference
from casereport.reading import faults
from casereport.reading.case_yaml import yaml_ignores
from casereport.reading.ignores import Ignores, last_line_of_block
from casereport.reading.yaml_sentences import yaml_diagnostic
from casereport.references.pasted.numbers import begins_with_number
from casereport.references.read_result import ReferenceFault, ReferenceFaultKind
from casereport.references.reading import read_references, supported_suffixes
from casereport.text.yaml_nodes import parse_yaml
from casereport.text.yaml_tree import Places

MAX_BYTES = 20_000_000

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
_LINE_COMMENTS = {
    ".bib": re.compile(r"^[ \t]*%([^\n]*)", re.MULTILINE),
    # These formats have no comments; ours stand where their readers look for none.
    ".ris": re.compile(r"^[ \t]*#([^\r\n]*)", re.MULTILINE),
    ".nbib": re.compile(r"^[ \t]*#([^\r\n]*)", re.MULTILINE),
    ".txt": re.compile(r"^[ \t]*#([^\r\n]*)", re.MULTILINE),
    ".xml": re.compile(r"<!--([^<>]{0,1000})-->"),
}
_RIS_END = re.compile(r"[ \t]*ER {1,2}-")


def is_reference_file(name: str) -> bool:
    """True for ``references.bib`` and its like; not for copies that editors leave behind."""
    if name.removeprefix("references").lower() in supported_suffixes():
        return name.startswith("references.")
    return re.fullmatch(r"references\.[A-Za-z0-9]{1,10}", name) is not None


def usual_names() -> tuple[str, ...]:
    """The names that a reference file of each known format has."""
    return tuple(f"references{suffix}" for suffix in supported_suffixes())


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


def ignores_of(file: str, text: str) -> Ignores:
    """The ignore comments: ``%`` in BibTeX, XML's own, ``#`` in every other that has them."""
    if file.endswith((".yaml", ".yml")):
        return yaml_ignores(text, parse_yaml(text, file, max_characters=MAX_BYTES).comments)
    ignores = Ignores()
    suffix = f".{file.lower().rsplit('.', maxsplit=1)[-1]}"
    if (comment := _LINE_COMMENTS.get(suffix)) is None:
        return ignores
    places = Places(text, file)
    lines = text.split("\n")
    for match in comment.finditer(text):
        span = places.span(*match.span(1))
        ignores.take(match[1], span, partial(_last_line, suffix, lines, span.end_line))
    return ignores


def _last_line(suffix: str, lines: Sequence[str], line: int) -> int:
    """The last line of the entry that follows the comment, or holds it."""
    if suffix == ".txt":
        # The entries of a list need no empty line between them, but then they have numbers.
        end = last_line_of_block(lines, line)
        numbered = (n for n in range(line + 1, end) if begins_with_number(lines[n]))
        return next(numbered, end)
    if suffix not in {".ris", ".xml"}:
        return last_line_of_block(lines, line)
    for number in range(line, len(lines)):
        text = lines[number]
        if "</record>" in text if suffix == ".xml" else _RIS_END.match(text):
            return number + 1
    return len(lines)
