r"""Fields as they stand in their files: the text between braces or quotation marks, and its place.

A change is made to these very characters, so that everything round them stays.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from casereport.diagnostics import Span, TextEdit
from casereport.model.reference import Reference
from casereport.references.bibtex.encoding import encode_plain
from casereport.references.bibtex.latex import decode_plain
from casereport.references.markup import plain
from casereport.text.yaml_tree import Places

Form: TypeAlias = Literal["latex", "json", "single-quoted", "bare"]

EDITABLE = (".bib", ".json", ".yaml", ".yml", ".ris", ".nbib")
"""Suffixes of the files whose fields can be changed in their place."""

_NUMBER = re.compile(r"[0-9]+")
_PLAIN_YAML = re.compile(r"[^\W_][^:#\[\]{}\n]*")


@dataclass(frozen=True, slots=True)
class FieldText:
    """The text of a field as written, without what encloses it; ``start``: its index in the file.

    ``form`` says how text is written there: as LaTeX, inside double quotation marks (JSON, YAML),
    inside single ones (YAML), or bare (YAML, RIS, PubMed).
    """

    source: SourceText
    text: str
    start: int
    form: Form

    @property
    def span(self) -> Span:
        """Its place."""
        return self.source.span(self.start, self.start + len(self.text))

    @property
    def meaning(self) -> str:
        """The text that is meant, without LaTeX, escapes and tags."""
        text = self.text
        if self.form == "latex":
            text = decode_plain(text)
        elif self.form == "json":
            try:
                text = str(json.loads(f'"{text}"', strict=False))
            except ValueError:
                return text
        elif self.form == "single-quoted":
            text = text.replace("''", "'")
        return " ".join((text if self.form == "latex" else plain(text)).split())

    def written(self, text: str) -> str | None:
        """Plain text in the form of this place; None where it cannot be written there."""
        match self.form:
            case "latex":
                return encode_plain(text)
            case "json":
                return json.dumps(text, ensure_ascii=False)[1:-1]
            case "single-quoted":
                return text.replace("'", "''")
            case "bare":
                is_yaml = self.source.file.lower().endswith((".yaml", ".yml"))
                return text if not is_yaml or _PLAIN_YAML.fullmatch(text) else None

    def edit(self, start: int, end: int, replacement: str) -> TextEdit:
        """The edit that puts ``replacement`` in the place of ``text[start:end]``."""
        return TextEdit(self.source.span(self.start + start, self.start + end), replacement)


class SourceText:
    """The text of a reference file (LF line ends), in which fields are found by their spans."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._places = Places(text, file)

    def span(self, start: int, end: int) -> Span:
        """From two indexes to a place."""
        return self._places.span(start, end)

    def index(self, line: int, column: int) -> int:
        """From line and column to the index."""
        return self._places.starts[line - 1] + column - 1

    def line_of(self, index: int) -> int:
        """The number of the line in which an index stands, from 1."""
        return bisect_right(self._places.starts, index)

    def line_start(self, line: int) -> int:
        """The index of the beginning of a line; after the last one the end of the text."""
        starts = self._places.starts
        return starts[line - 1] if line <= len(starts) else len(self.text)

    def bounds(self, span: Span) -> tuple[int, int]:
        """The indexes of a place."""
        return self.index(span.line, span.column), self.index(span.end_line, span.end_column)

    def field(self, reference: Reference, variable: str) -> FieldText | None:
        """A field's text; None where the file does not hold it as one text (a macro, two parts)."""
        span = dict(reference.spans).get(variable)
        if span is None or span.file != self.file:
            return None
        start, end = self.bounds(span)
        return self._inside(start, end)

    def strings(self, reference: Reference, variable: str, key: str) -> Iterator[FieldText]:
        """The values of one key inside a field that is a list of JSON: each ``given`` of a name."""
        span = dict(reference.spans).get(variable)
        if span is None or not self.file.lower().endswith(".json"):
            return
        start, end = self.bounds(span)
        pattern = re.compile(rf'"{key}"\s{{0,20}}:\s{{0,20}}"((?:[^"\\]|\\.)*)"')
        for match in pattern.finditer(self.text, start, end):
            yield FieldText(self, match[1], match.start(1), "json")

    def _inside(self, start: int, end: int) -> FieldText | None:
        raw = self.text[start:end]
        suffix = self.file.lower().rpartition(".")[2]
        if suffix == "bib":
            inner = _braced(raw)
            if inner is None:
                is_bare = _NUMBER.fullmatch(raw) is not None
                return FieldText(self, raw, start, "latex") if is_bare else None
            return FieldText(self, inner, start + 1, "latex")
        if suffix == "json":
            is_text = len(raw) > 1 and raw[0] == raw[-1] == '"'
            return FieldText(self, raw[1:-1], start + 1, "json") if is_text else None
        if suffix in {"yaml", "yml"}:
            return self._inside_yaml(raw, start)
        if suffix in {"ris", "nbib"} and "\n" not in raw:
            return FieldText(self, raw, start, "bare")
        return None

    def _inside_yaml(self, raw: str, start: int) -> FieldText | None:
        if raw[:1] in {'"', "'"} and raw[-1:] == raw[:1] and len(raw) > 1:
            form: Form = "json" if raw[0] == '"' else "single-quoted"
            return FieldText(self, raw[1:-1], start + 1, form)
        # A block scalar, an anchor, a list are no plain text on one line.
        is_plain = raw[:1] not in set("|>&*![{-") and "\n" not in raw and bool(raw)
        return FieldText(self, raw, start, "bare") if is_plain else None


def _braced(raw: str) -> str | None:
    """What stands between the braces or quotation marks of a BibTeX value that is one part."""
    if len(raw) < 2 or (raw[0], raw[-1]) not in {("{", "}"), ('"', '"')}:
        return None
    depth = 0
    inner = raw[1:-1]
    for match in re.finditer(r'\\.|[{}"]', inner, re.DOTALL):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif match[0] == '"' and raw[0] == '"' and depth == 0:
            return None
        if depth < 0:
            return None
    return inner if depth == 0 else None
