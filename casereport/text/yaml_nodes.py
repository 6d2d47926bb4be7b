"""YAML as nodes that know their place: every scalar is text, nothing is guessed, nothing is run.

YAML 1.1 syntax through libyaml; see :mod:`casereport.text.yaml_events` for the bounds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from casereport.diagnostics import Span
from casereport.text.yaml_events import MAX_DEPTH, MAX_NODES, Builder
from casereport.text.yaml_tree import (
    FATAL_KINDS,
    FORBIDDEN,
    Comment,
    FaultKind,
    Mapping,
    Node,
    Places,
    Scalar,
    Sequence,
    YamlFault,
    YamlResult,
)

__all__ = [
    "FATAL_KINDS", "MAX_CHARACTERS", "MAX_DEPTH", "MAX_NODES", "Comment", "FaultKind", "Mapping",
    "Node", "Scalar", "Sequence", "YamlFault", "YamlResult", "parse_yaml",
]  # fmt: skip

MAX_CHARACTERS = 2_000_000
_MAX_FORBIDDEN = 20
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")


def parse_yaml(text: str, file: str, *, max_characters: int = MAX_CHARACTERS) -> YamlResult:
    """The nodes of one YAML document; every fault is in the result, none is raised.

    ``text`` may begin with a BOM and may use any line ends; ``file`` is what spans will say.

    >>> parse_yaml("received: 1402-02-31", "case.yaml").root.get("received").text
    '1402-02-31'
    """
    text = text.removeprefix("\ufeff")
    places = Places(text, file)
    if len(text) > max_characters:
        return YamlResult(None, (YamlFault("too-large", Span.start_of(file), str(max_characters)),))
    faults = list(_forbidden_characters(text, places))
    # Same length, so that every position stays true.
    builder = Builder(places, faults)
    root = builder.build(FORBIDDEN.sub("\ufffd", text))
    faults.sort(key=lambda fault: (fault.span, fault.kind))
    return YamlResult(root, tuple(faults), tuple(_comments(text, places, builder.scalar_ranges)))


def _forbidden_characters(text: str, places: Places) -> Iterator[YamlFault]:
    for count, match in enumerate(FORBIDDEN.finditer(text)):
        if count == _MAX_FORBIDDEN:
            return
        code_point = f"U+{ord(match[0]):04X}"
        yield YamlFault("forbidden-character", places.span(*match.span()), code_point)


def _comments(text: str, places: Places, scalars: list[tuple[int, int]]) -> Iterator[Comment]:
    """Comments, told from a ``#`` inside a scalar by the scalars' own stretches."""
    position = upcoming = 0
    while match := _COMMENT.search(text, position):
        while upcoming < len(scalars) and scalars[upcoming][1] <= match.start():
            upcoming += 1
        if upcoming < len(scalars) and scalars[upcoming][0] <= match.start():
            position = scalars[upcoming][1]
            continue
        line_start = places.starts[bisect_right(places.starts, match.start()) - 1]
        alone = not text[line_start : match.start()].strip()
        yield Comment(match[0], places.span(*match.span()), alone)
        position = match.end()
