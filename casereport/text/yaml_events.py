"""libyaml's events become nodes, without recursion and within bounds.

``compose`` dies by SIGSEGV on 100,000 ``[``; here depth, nodes and aliases (counted as expanded,
so that no document grows when it is walked) are bounded as the events come. YAML 1.1 syntax.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from casereport.diagnostics import Span
from casereport.text.yaml_tree import (
    FATAL_KINDS,
    FORBIDDEN,
    FaultKind,
    Mapping,
    Node,
    Places,
    Scalar,
    Sequence,
    YamlFault,
)

MAX_DEPTH = 64
MAX_NODES = 200_000
_MOST_TWICE = 100
"""Keys of one mapping that are told as duplicates."""

_PROBLEMS: tuple[tuple[str, FaultKind], ...] = (
    ("found a tab character", "tab"),
    ("mapping values are not allowed", "unexpected-colon"),
    ("could not find expected ':'", "missing-colon"),
    ("did not find expected key", "bad-indentation"),
    ("did not find expected '-' indicator", "bad-indentation"),
    ("block sequence entries are not allowed", "bad-indentation"),
    ("block mapping keys are not allowed", "bad-indentation"),
    ("found unexpected end of stream", "unclosed-quote"),
    ("found unexpected document indicator", "unclosed-quote"),
    ("did not find expected ',' or", "unclosed-bracket"),
    ("found unknown escape character", "bad-escape"),
    ("found invalid Unicode character escape", "bad-escape"),
    ("did not find expected hexdecimal number", "bad-escape"),
    ("found undefined tag handle", "tag"),
    ("cannot start any token", "reserved-character"),
    # libyaml 0.2.6 looks a thousand brackets ahead, and meets its own bound before ours.
    ("exceeded maximum nesting depth", "too-deep"),
    ("did not find expected alphabetic or numeric character", "reserved-character"),
)
"""libyaml's own words for what went wrong, and our kind for it."""

_OPENED_EARLIER = frozenset({"unclosed-quote", "unclosed-bracket", "reserved-character"})
"""Kinds whose place is where the thing began, when libyaml says it."""


# "en: Course" before the place of the fault, on one line: there a second colon stands.
_COLON_IN_TEXT = re.compile(r":[ \t]+[^\s,:{}\[\]][^,:{}\[\]\r\n]*\Z")
_LOOK_BACK = 1000


class _Mark(Protocol):
    """libyaml's mark or PyYAML's own."""

    index: int


def _index(mark: _Mark | None) -> int:
    return mark.index if mark else 0


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come; ``size`` and ``height`` count aliases as expanded."""

    mapping: bool
    flow: bool
    start: int
    anchor: str | None
    children: list[Node] = field(default_factory=list)
    last_end: int = 0
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class Builder:
    """Makes nodes of events, with a stack of its own instead of recursion."""

    places: Places
    faults: list[YamlFault]
    stack: list[_Open] = field(default_factory=list)
    # anchor -> node, its size and height with aliases expanded, the index of its end
    anchors: dict[str, tuple[Node, int, int]] = field(default_factory=dict)
    scalar_ranges: list[tuple[int, int]] = field(default_factory=list)
    root: Node | None = None
    documents: int = 0
    nodes: int = 0
    stopped: bool = False

    def build(self, text: str) -> Node | None:
        """The root of the document in ``text``; None when it is empty or cannot be read."""
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                self._take(event)
                if self.stopped:
                    break
        except yaml.MarkedYAMLError as error:
            self._syntax(error, text)
        except yaml.YAMLError as error:
            self._fault("syntax", 0, 0, str(error))
        fatal = any(fault.kind in FATAL_KINDS for fault in self.faults)
        return None if fatal else self.root

    def _fault(
        self, kind: FaultKind, start: int, end: int, detail: str = "", related: Span | None = None
    ) -> None:
        self.faults.append(YamlFault(kind, self.places.span(start, end), detail, related))

    def _syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        problem = error.problem or ""
        index = min(_index(error.problem_mark or error.context_mark), len(text))
        kind: FaultKind = next((kind for words, kind in _PROBLEMS if words in problem), "syntax")
        if (tab := self._tab_in_indentation(text, index)) is not None:
            kind, index = "tab", tab
        elif kind == "unclosed-bracket" and _COLON_IN_TEXT.search(text[:index][-_LOOK_BACK:]):
            kind = "unexpected-colon"
        elif kind in _OPENED_EARLIER and error.context_mark:
            index = min(_index(error.context_mark), len(text))
        character = text[index : index + 1]
        details: dict[FaultKind, str] = {"syntax": problem, "too-deep": str(MAX_DEPTH)}
        self._fault(kind, index, index + len(character), details.get(kind, character))

    def _tab_in_indentation(self, text: str, index: int) -> int | None:
        """The tab in the indentation of the line of a syntax error, else of the line before."""
        line = bisect_right(self.places.starts, index) - 1
        for start in reversed(self.places.starts[max(0, line - 1) : line + 1]):
            indentation = re.compile(r"[ \t]*").match(text, start)
            if indentation and "\t" in indentation[0] and text[indentation.end() :].strip():
                return start + indentation[0].index("\t")
        return None

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._fault("multiple-documents", _index(event.start_mark), _index(event.end_mark))
                self.stopped = True
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)

    def _count(self, size: int, height: int, start: int, end: int) -> None:
        self.nodes += size
        if self.nodes > MAX_NODES:
            self._fault("too-many-nodes", start, end, str(MAX_NODES))
            self.stopped = True
        if len(self.stack) + height > MAX_DEPTH:
            self._fault("too-deep", start, end, str(MAX_DEPTH))
            self.stopped = True

    def _alias(self, event: yaml.AliasEvent) -> None:
        start, end = _index(event.start_mark), _index(event.end_mark)
        name = event.anchor or ""
        if any(opened.anchor == name for opened in self.stack):
            self._fault("recursive-alias", start, end, name)
        elif name not in self.anchors:
            self._fault("unknown-alias", start, end, name)
        else:
            node, size, height = self.anchors[name]
            self._count(size, height, start, end)
            self._add(node, end, size=size, height=height)
            return
        self._add(Scalar("", self.places.span(start, end)), end, size=1, height=0)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _index(event.start_mark), _index(event.end_mark)
        text = self.places.text
        while end > start and text[end - 1] in " \t\r\n":
            end -= 1  # a block scalar's own end is after its last line end
        self._count(1, 0, start, end)
        if end > start:
            self.scalar_ranges.append((start, end))
        value: str = event.value
        if (bad := FORBIDDEN.search(value)) is not None:  # by an escape: "\0"
            self._fault("forbidden-character", start, end, f"U+{ord(bad[0]):04X}")
            value = FORBIDDEN.sub("\ufffd", value)
        self._refuse_tag(event.tag, start, end)
        node = Scalar(value, self.places.span(start, end), event.style in {"'", '"', "|", ">"})
        if event.anchor:
            self.anchors[event.anchor] = (node, 1, 0)
        self._add(node, end, size=1, height=0)

    def _refuse_tag(self, tag: str | None, start: int, end: int) -> None:
        if tag:
            self._fault("tag", start, end, tag.replace("tag:yaml.org,2002:", "!!"))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        start, end = _index(event.start_mark), _index(event.end_mark)
        self._count(1, 1, start, max(end, start + 1))
        self._refuse_tag(event.tag, start, end)
        mapping = isinstance(event, yaml.MappingStartEvent)
        opened = _Open(mapping, bool(event.flow_style), start, event.anchor, last_end=end)
        self.stack.append(opened)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        opened = self.stack.pop()
        # A block's end event stands where the next thing begins, after comments and blank lines.
        end = _index(event.end_mark) if opened.flow else opened.last_end
        span = self.places.span(opened.start, end)
        node: Node
        if opened.mapping:
            node = Mapping(tuple(self._pairs(opened.children)), span)
        else:
            node = Sequence(tuple(opened.children), span)
        if opened.anchor:
            self.anchors[opened.anchor] = (node, opened.size, opened.height)
        self._add(node, end, size=opened.size, height=opened.height)

    def _add(self, node: Node, end: int, *, size: int, height: int) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.children.append(node)
        parent.last_end = max(parent.last_end, end)
        parent.size += size
        parent.height = max(parent.height, height + 1)

    def _pairs(self, children: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Span] = {}
        twice = 0
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.faults.append(YamlFault("complex-key", key.span))
            elif key.text in seen:
                twice += 1
                if twice <= _MOST_TWICE:
                    self.faults.append(
                        YamlFault("duplicate-key", key.span, key.text, related=seen[key.text])
                    )
            else:
                seen[key.text] = key.span
                yield key, value
