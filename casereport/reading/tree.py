"""The nodes of case.yaml as plain data for the schema, and the route of each node in the file.

Parts that the schema refuses are left out by their route, so that the rest can be read; list items
then move up, and the routes of what is left move with them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from pydantic import BaseModel

from casereport.diagnostics import Route, Span
from casereport.model.case_file import CaseFile
from casereport.model.case_report import SourceMap
from casereport.reading.schema import allowed
from casereport.text.yaml_nodes import Mapping, Node, Scalar, Sequence


def plain(
    node: Node,
    dropped: Collection[Route] = (),
    route: Route = (),
    model: type[BaseModel] = CaseFile,
) -> Any:
    """``node`` as dict, list and str; absent values and the dropped routes are left out.

    Routes are those of the file, ``model`` is the file's. The tree's depth is bounded by the YAML
    reader.
    """
    if isinstance(node, Mapping):
        return {
            key.text: plain(value, dropped, (*route, key.text), model)
            for key, value in node.entries
            if not _absent(value, (*route, key.text), dropped, model)
        }
    if isinstance(node, Sequence):
        return [
            plain(item, dropped, (*route, index), model)
            for index, item in kept(node, dropped, route)
        ]
    return None if node.is_null else node.text


def _absent(
    value: Node, route: Route, dropped: Collection[Route], model: type[BaseModel]
) -> bool:
    """True for what was dropped or not written, and for a text of which no language is left."""
    if route in dropped or (isinstance(value, Scalar) and value.is_null):
        return True
    if not isinstance(value, Mapping) or not allowed(route, model).languages:
        return False
    return all(_absent(inner, (*route, key.text), dropped, model) for key, inner in value.entries)


def kept(node: Sequence, dropped: Collection[Route], route: Route) -> list[tuple[int, Node]]:
    """The items of a list that are not dropped, with their index in the file."""
    return [(i, item) for i, item in enumerate(node.items) if (*route, i) not in dropped]


def cut_to(
    most: int, node: Node, route: Route = ()
) -> tuple[Node, tuple[tuple[Route, Span], ...]]:
    """``node`` with no more than ``most`` entries in each collection.

    With the route of every collection that was cut, and the place of the first entry it lost.
    """
    if isinstance(node, Scalar):
        return node, ()
    lost: list[tuple[Route, Span]] = []

    def inner(value: Node, part: str | int) -> Node:
        whole, below = cut_to(most, value, (*route, part))
        lost.extend(below)
        return whole

    if isinstance(node, Mapping):
        if len(node.entries) > most:
            lost.append((route, node.entries[most][0].span))
        entries = tuple((key, inner(value, key.text)) for key, value in node.entries[:most])
        return Mapping(entries, node.span), tuple(lost)
    if len(node.items) > most:
        lost.append((route, node.items[most].span))
    items = tuple(inner(item, index) for index, item in enumerate(node.items[:most]))
    return Sequence(items, node.span), tuple(lost)


def scalars(node: Node, route: Route = ()) -> Iterator[tuple[Route, Scalar]]:
    """Every single value of the file, with its route; keys are none."""
    if isinstance(node, Scalar):
        yield route, node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from scalars(value, (*route, key.text))
    else:
        for index, item in enumerate(node.items):
            yield from scalars(item, (*route, index))


def find(root: Node, route: Route) -> Node | None:
    """The node at a route of the file."""
    node: Node | None = root
    for part in route:
        if isinstance(node, Mapping) and isinstance(part, str):
            node = node.get(part)
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def key_span(root: Node, route: Route) -> Span | None:
    """The place of the key that ends ``route``; None when it ends in an index or is not there."""
    parent = find(root, route[:-1]) if route else None
    if not isinstance(parent, Mapping):
        return None
    return next((key.span for key, _ in parent.entries if key.text == route[-1]), None)


def node_span(root: Node, route: Route) -> Span | None:
    """Where a finding about the node at ``route`` points: a value, else the key above a block."""
    node = find(root, route)
    if node is None:
        return None
    if isinstance(node, Scalar) and not node.is_null:
        return node.span
    if (span := key_span(root, route)) is not None:
        return span
    return first_line(node)


def first_line(node: Node) -> Span:
    """The node's place, cut to where its first scalar ends: a block may be many lines long."""
    inner: Node = node
    while not isinstance(inner, Scalar):
        if isinstance(inner, Mapping) and inner.entries:
            inner = inner.entries[0][0]
        elif isinstance(inner, Sequence) and inner.items:
            inner = inner.items[0]
        else:
            return inner.span
    start, end = node.span, inner.span
    return Span(start.file, start.line, start.column, end.end_line, end.end_column)


def source_map(root: Node, dropped: Collection[Route]) -> SourceMap:
    """Every node that is left, by its route after the dropped ones are gone."""
    spans: dict[Route, Span] = {}
    keys: dict[Route, Span] = {}
    for route, node, key in _walk(root, dropped, (), ()):
        if key is not None:
            keys[route] = key
        own = isinstance(node, Scalar) and not node.is_null
        spans[route] = node.span if own else key or first_line(node)
    return SourceMap(spans, keys, frozenset(dropped))


def _walk(
    node: Node, dropped: Collection[Route], written: Route, route: Route
) -> Iterator[tuple[Route, Node, Span | None]]:
    """(route, node, its key's place): ``written`` is the route in the file, ``route`` the new."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if (*written, key.text) not in dropped:
                yield (*route, key.text), value, key.span
                yield from _walk(value, dropped, (*written, key.text), (*route, key.text))
    elif isinstance(node, Sequence):
        for index, (original, item) in enumerate(kept(node, dropped, written)):
            yield (*route, index), item, None
            yield from _walk(item, dropped, (*written, original), (*route, index))
