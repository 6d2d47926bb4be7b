"""JSON as nodes that know their place, one element of a list at a time where the whole is broken.

RFC 8259. The nodes are those of our YAML, so that one function reads an entry of either. Numbers,
true, false stay text; nothing recurses, so no depth of brackets can exhaust the stack.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.text.yaml_tree import (
    FORBIDDEN,
    Mapping,
    Node,
    Places,
    Scalar,
    Sequence,
    YamlFault,
)

MAX_DEPTH = 64
_MOST_TOLD = 100
"""Forbidden characters that are told of; a file with more is mended in several rounds."""

_SPACES = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"')
_LITERAL = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
# An escape is passed over, or each quotation mark in a string without an end would be tried anew.
_BRACES_AND_STRINGS = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|\\.|[{}]')


@dataclass(frozen=True, slots=True)
class JsonSyntaxError(Exception):
    """Where JSON stops being JSON: an index into the text."""

    index: int


@dataclass(slots=True)
class _Open:
    start: int
    is_mapping: bool
    items: list[Node]
    keys: list[Scalar]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A JSON value, and the escapes in it that stand for what no text may hold."""

    node: Node
    forbidden: tuple[YamlFault, ...] = ()


def parse_json(text: str, places: Places, start: int = 0, end: int | None = None) -> Parsed:
    """The one JSON value between two indexes.

    Raises:
        JsonSyntaxError: it is not JSON, or nested deeper than 64.
    """
    parser = _Parser(text, places, len(text) if end is None else end)
    node = parser.parse(start)
    return Parsed(node, tuple(parser.forbidden))


def objects_in(text: str) -> Iterator[tuple[int, int]]:
    """The stretch of each outermost object of a list, found by its braces alone."""
    depth = 0
    start = text.find("[") + 1
    begin = start
    for match in _BRACES_AND_STRINGS.finditer(text, start):
        if match[0] == "{":
            begin = match.start() if depth == 0 else begin
            depth += 1
        elif match[0] == "}" and depth > 0:
            depth -= 1
            if depth == 0:
                yield begin, match.end()
    if depth > 0:
        yield begin, len(text)


class _Parser:
    def __init__(self, text: str, places: Places, end: int) -> None:
        self.text = text
        self.places = places
        self.end = end
        self.open: list[_Open] = []
        self.forbidden: list[YamlFault] = []
        self.at = 0

    def parse(self, start: int) -> Node:
        self.at = start
        while True:
            self._skip_spaces()
            value = self._value()
            while value is not None:
                if not self.open:
                    self._skip_spaces()
                    if self.at != self.end:
                        raise JsonSyntaxError(self.at)
                    return value
                self.open[-1].items.append(value)
                value = self._after_value()

    def _value(self) -> Node | None:
        """A value that is whole, or None when a list or an object was opened."""
        character = self._character()
        if character in "{[" and character:
            if len(self.open) == MAX_DEPTH:
                raise JsonSyntaxError(self.at)
            self.open.append(_Open(self.at, character == "{", [], []))
            self.at += 1
            self._skip_spaces()
            if self._character() == ("}" if character == "{" else "]"):
                return self._closed()
            if character == "{":
                self._key()
            return None
        if character == '"':
            return self._string()
        match = _LITERAL.match(self.text, self.at, self.end)
        if match is None:
            raise JsonSyntaxError(self.at)
        self.at = match.end()
        text = "" if match[0] == "null" else match[0]
        return Scalar(text, self.places.span(match.start(), match.end()))

    def _after_value(self) -> Node | None:
        """The list or object that ends here, or None when another value is to come."""
        self._skip_spaces()
        opened = self.open[-1]
        character = self._character()
        if character == ("}" if opened.is_mapping else "]"):
            return self._closed()
        if character != ",":
            raise JsonSyntaxError(self.at)
        self.at += 1
        if opened.is_mapping:
            self._skip_spaces()
            self._key()
        return None

    def _closed(self) -> Node:
        opened = self.open.pop()
        self.at += 1
        span = self.places.span(opened.start, self.at)
        if not opened.is_mapping:
            return Sequence(tuple(opened.items), span)
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(opened.keys, opened.items, strict=True):
            entries.setdefault(key.text, (key, value))
        return Mapping(tuple(entries.values()), span)

    def _key(self) -> None:
        if self._character() != '"':
            raise JsonSyntaxError(self.at)
        self.open[-1].keys.append(self._string())
        self._skip_spaces()
        if self._character() != ":":
            raise JsonSyntaxError(self.at)
        self.at += 1

    def _string(self) -> Scalar:
        match = _STRING.match(self.text, self.at, self.end)
        if match is None:
            raise JsonSyntaxError(self.at)
        try:
            text = json.loads(match[0])
        except json.JSONDecodeError as error:
            raise JsonSyntaxError(self.at + error.pos) from error
        self.at = match.end()
        span = self.places.span(match.start(), match.end())
        if (bad := FORBIDDEN.search(text)) is not None:  # by an escape
            if len(self.forbidden) < _MOST_TOLD:
                fault = YamlFault("forbidden-character", span, f"U+{ord(bad[0]):04X}")
                self.forbidden.append(fault)
            text = FORBIDDEN.sub("\ufffd", text)
        return Scalar(text, span, quoted=True)

    def _skip_spaces(self) -> None:
        match = _SPACES.match(self.text, self.at, self.end)
        if match is not None:
            self.at = match.end()

    def _character(self) -> str:
        return self.text[self.at] if self.at < self.end else ""
