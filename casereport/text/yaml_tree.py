"""The nodes of a YAML document, what can be wrong with it, and where things stand in its text.

Types of :mod:`casereport.text.yaml_nodes`, which see. Positions are code points, counted here
from an index into the text: libyaml takes U+0085, U+2028 and U+2029 for line ends, editors do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from casereport.diagnostics import Span

FaultKind: TypeAlias = Literal[
    "syntax",
    "tab",
    "reserved-character",
    "unexpected-colon",
    "missing-colon",
    "bad-indentation",
    "unclosed-quote",
    "unclosed-bracket",
    "bad-escape",
    "unknown-alias",
    "recursive-alias",
    "duplicate-key",
    "complex-key",
    "multiple-documents",
    "tag",
    "forbidden-character",
    "too-deep",
    "too-large",
    "too-many-nodes",
]

FATAL_KINDS: frozenset[FaultKind] = frozenset(
    {
        "syntax", "tab", "reserved-character", "unexpected-colon", "missing-colon",
        "bad-indentation", "unclosed-quote", "unclosed-bracket", "bad-escape",
        "too-deep", "too-large", "too-many-nodes",
    }
)  # fmt: skip
"""After one of these there is no root; after the others the rest of the document is kept."""

# NUL and other controls but tab and line ends, lone surrogates, non-characters, a BOM inside.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text. ``quoted``: in quotes or a block scalar, so that an empty one was meant."""

    text: str
    span: Span
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """True when nothing was written, or YAML's own words for nothing (``~``, ``null``)."""
        return not self.quoted and self.text in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the file's order; each key occurs once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value under ``key``, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class YamlFault:
    """What is wrong with the YAML itself.

    ``detail`` is the value in question (the key, the character's code point ``U+0000``, the tag);
    ``related`` the place of the first key of a pair of duplicates.
    """

    kind: FaultKind
    span: Span
    detail: str = ""
    related: Span | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its ``#``; ``alone`` when nothing else stands on its line."""

    text: str
    span: Span
    alone: bool


@dataclass(frozen=True, slots=True)
class YamlResult:
    """The tree (None when there is none), what is wrong with it, and the comments."""

    root: Node | None
    faults: tuple[YamlFault, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(slots=True)
class Places:
    """From an index into the text to line and column."""

    text: str
    file: str
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def span(self, start: int, end: int) -> Span:
        """The stretch between two indexes."""
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, end))
        return Span(self.file, line, column, end_line, end_column)

    def place(self, index: int) -> tuple[int, int]:
        """1-based line and column of an index."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1
