"""Where in the manuscript a finding stands, in words an author knows: heading, key, entry.

A report is read beside the manuscript, not beside its line numbers. Files are known by their names:
a narrative by its language (``fa.md``), references by their suffix; folders before the name (of
several cases) do not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from casereport.diagnostics import Span
from casereport.locale import available_languages, load_locale
from casereport.model.case_report import CASE_FILE
from casereport.reporting.rendering import has_rtl
from casereport.text.bidi import base_level
from casereport.text.isolates import Direction
from casereport.text.yaml_nodes import Mapping, Node, Sequence, parse_yaml

FileKind = Literal["facts", "text", "references", "other"]

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S.*)$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_ATTRIBUTES = re.compile(r"(?:(?<!\s)\s++)?\{[^{}]*\}\s*$|(?<!\s)\s++#++\s*$")
_OF_SEVERAL = re.compile(r"[{}\[\]]")
_KEY = re.compile(r"^[\s\u2026-]*+[\w-]{1,80}+:\s")
_ENTRY = re.compile(r"^\s*@\w+\s*[{(]\s*([^\s,{}()]+)")
_REFERENCES = (".bib", ".json", ".ris", ".nbib", ".yaml", ".yml")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST = 4096


def file_kind(file: str) -> FileKind:
    """What a file of a case is, by its name."""
    name = file.rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    if name == CASE_FILE:
        return "facts"
    if suffix == "md" and stem in available_languages():
        return "text"
    return "references" if name.endswith(_REFERENCES) else "other"


def file_order(file: str) -> tuple[str, int, str]:
    """A sort key: by folder, then the facts, the texts, the references, what else there is."""
    kinds: tuple[FileKind, ...] = ("facts", "text", "references", "other")
    return (file.rpartition("/")[0], kinds.index(file_kind(file)), file)


def line_direction(file: str, text: str) -> Direction:
    """How a line of a file reads: of a narrative as its language does, of code from the left."""
    if not has_rtl(text):
        return "ltr"
    kind = file_kind(file)
    if kind == "text":
        return load_locale(file.rpartition("/")[2].removesuffix(".md")).direction
    # A line of YAML that holds one text: the text, or its continuation, with or without its key.
    if kind == "facts" and not _OF_SEVERAL.search(text) and base_level(_KEY.sub("", text)):
        return "rtl"
    return "ltr"


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of one file: the line on which each begins, and its name."""

    starts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()

    def part(self, span: Span) -> str:
        """The name of the part that holds the finding; empty before the first one."""
        index = bisect_right(self.starts, span.line)
        return self.names[index - 1] if index else ""


def outline(file: str, text: str) -> Outline:
    """The headings of a narrative, the top keys of YAML, the entries of BibTeX."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    if file.endswith(".md"):
        found = _headings(lines)
    elif file.endswith((".yaml", ".yml")):
        found = _keys(text, file)
    elif file.endswith(".bib"):
        found = [
            (number, match[1])
            for number, line in enumerate(lines, start=1)
            if (match := _ENTRY.match(line[:_LONGEST]))
        ]
    else:
        found = []
    return Outline(tuple(line for line, _ in found), tuple(name for _, name in found))


def _headings(lines: list[str]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    inside = ""
    for number, line in enumerate(lines, start=1):
        if fence := _FENCE.match(line):
            inside = "" if inside == fence[1] else inside or fence[1]
        elif not inside and (match := _HEADING.match(line[:_LONGEST])):
            found.append((number, _ATTRIBUTES.sub("", match[1]).strip()))
    return found


def _keys(text: str, file: str) -> list[tuple[int, str]]:
    """Each key of the file with the keys above it, such as ``dates.received``, by its line."""
    root = parse_yaml(text, file).root
    if root is None:
        pattern = re.compile(r"^([A-Za-z][\w-]{0,80}):")
        lines = enumerate(_LINE_END.split(text.removeprefix("\ufeff")), start=1)
        return [(number, match[1]) for number, line in lines if (match := pattern.match(line))]
    found: dict[int, str] = {}
    _walk(root, "", found)
    return sorted(found.items())


def _walk(node: Node, above: str, found: dict[int, str]) -> None:
    # The tree's depth is bounded by the YAML reader. The first key of a line names it.
    if isinstance(node, Mapping):
        for key, value in node.entries:
            name = f"{above}.{key.text}" if above else key.text
            found.setdefault(key.span.line, name)
            _walk(value, name, found)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, start=1):
            found.setdefault(item.span.line, f"{above}[{number}]" if above else str(number))
            _walk(item, f"{above}[{number}]" if above else str(number), found)
