"""What YAML reads otherwise than its author meant, without being wrong as YAML.

Braces and brackets part at every Latin comma and at no Persian one: ``{value: 12,500}`` is a value
12 and a key 500, ``[الف، ب]`` one item. Cut or joined so, a text would print without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from casereport.diagnostics import N_, Diagnostic, Route, Span, say
from casereport.reading import faults
from casereport.reading.schema import allowed
from casereport.text.characters import ARABIC_COMMA
from casereport.text.yaml_nodes import Mapping, Node, Scalar, Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")
_NEAR = 20
"""A text in braces goes over no more lines; what stands farther off came by an alias."""

Slip = tuple[Diagnostic, tuple[Route, ...]]
"""The finding, and the routes of what must not be used."""


def slips(root: Mapping, text: str) -> Iterator[Slip]:
    """Every slip of a file whose nodes are ``root`` and whose characters are ``text``."""
    yield from _languages_twice(root)
    yield from _slips(root, (), _LINE_END.split(text))


def _slips(node: Node, route: Route, lines: list[str]) -> Iterator[Slip]:
    if isinstance(node, Mapping):
        yield from _cut_texts(node, route, lines)
        for key, value in node.entries:
            yield from _slips(value, (*route, key.text), lines)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            if isinstance(item, Scalar) and not item.quoted and ARABIC_COMMA in item.text:
                yield _joined_items(item), ((*route, index),)
            yield from _slips(item, (*route, index), lines)


def _cut_texts(node: Mapping, route: Route, lines: list[str]) -> Iterator[Slip]:
    """A plain text, and after it keys without a colon: what followed its commas."""
    fields = allowed(route).fields

    def is_rest(entry: tuple[Scalar, Node]) -> bool:
        key, value = entry
        alone = isinstance(value, Scalar) and value.is_null and not value.text
        named = key.quoted or key.text in fields
        near = 0 <= value.span.line - key.span.end_line < _NEAR
        return alone and not named and near and ":" not in _between(key, value.span, lines)

    for index, (key, value) in enumerate(node.entries):
        if not isinstance(value, Scalar) or value.quoted or value.is_null:
            continue
        if not 0 <= value.span.line - key.span.end_line < _NEAR:
            continue
        rest = tuple(takewhile(is_rest, node.entries[index + 1 :]))
        if rest:
            last = rest[-1][0]
            whole = value.text + _between(value, last.span, lines) + last.text
            routes = tuple((*route, part.text) for part, _ in ((key, value), *rest))
            yield _cut_text(key.text, " ".join(whole.split()), rest[0][0].span), routes


def _between(node: Scalar, until: Span, lines: list[str]) -> str:
    """The characters of the file from the end of ``node`` to the beginning of ``until``."""
    span = node.span
    if span.end_line == until.line:
        return lines[until.line - 1][span.end_column - 1 : until.column - 1]
    first, last = lines[span.end_line - 1], lines[until.line - 1]
    inner = lines[span.end_line : until.line - 1]
    return "\n".join([first[span.end_column - 1 :], *inner, last[: until.column - 1]])


def _cut_text(key: str, whole: str, span: Span) -> Diagnostic:
    hint = N_("Put a text with a comma inside braces in quotation marks: {example}.")
    return faults.make(
        "SRC003",
        say(N_("A comma cuts the text {text} in two here."), text=whole),
        span,
        say(hint, example=f'{key}: "{whole}"'),
    )


def _joined_items(item: Scalar) -> Diagnostic:
    return faults.wrong_type(
        item.span,
        say(N_("The Persian comma in {value} does not part the items of a list."), value=item.text),
        say(
            N_(
                "Part them by the Latin comma, or put each on a line of its own after a hyphen; "
                "one item with a comma stands in quotation marks."
            )
        ),
    )


def _languages_twice(root: Mapping) -> Iterator[Slip]:
    for name in ("languages", "language-order"):
        seen: dict[str, Span] = {}
        items = root.get(name)
        for index, item in enumerate(items.items if isinstance(items, Sequence) else ()):
            if not isinstance(item, Scalar):
                continue
            if item.text in seen:
                message = say(N_("{key} occurs twice."), key=item.text)
                yield faults.twice(message, item.span, seen[item.text]), ((name, index),)
            seen.setdefault(item.text, item.span)
