"""HTML in values of case.yaml that are plain text: a unit, a name, a keyword.

Texts that may hold Markdown (a title, a caption, a note) are told of when they are set.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.diagnostics import Diagnostic, Route, Span
from casereport.model.case_report import SourceMap
from casereport.reading import faults
from casereport.reading.markdown.inline_rules import TAG
from casereport.reading.markdown.positions import LineMap
from casereport.reading.scalar_places import stretches_of
from casereport.reading.tree import scalars
from casereport.text.yaml_nodes import Node, Scalar

_ANY = "*"
_MARKDOWN: tuple[Route, ...] = (
    ("title",),
    ("running-title",),
    ("statements",),
    ("figures", _ANY, "caption"),
    ("figures", _ANY, "credit"),
    ("figures", _ANY, "panels", _ANY, "caption"),
    ("tables", _ANY, "caption"),
    ("tables", _ANY, "note"),
    ("labs", _ANY, "name"),
    ("labs", _ANY, "value"),
    ("labs", _ANY, "note"),
    ("timeline", _ANY, "when"),
    ("timeline", _ANY, "event"),
)
_MOST = 20


def html_in_values(root: Node, source: SourceMap) -> Iterator[Diagnostic]:
    """SRC014 for each tag in a plain value, but for those in a part that was refused."""
    found = 0
    for route, scalar in scalars(root):
        if "<" not in scalar.text or _is_markdown(route) or source.is_refused(route):
            continue
        for match in TAG.finditer(scalar.text):
            found += 1
            if found > _MOST:
                return
            yield faults.html_in_value(match[0], _place(scalar, *match.span(), source))


def _is_markdown(route: Route) -> bool:
    return any(
        len(known) <= len(route)
        and all(part in {_ANY, given} for part, given in zip(known, route, strict=False))
        for known in _MARKDOWN
    )


def _place(scalar: Scalar, start: int, end: int, source: SourceMap) -> Span:
    stretches = stretches_of(scalar.text, scalar.span, source.lines)
    if not stretches:
        return scalar.span
    return LineMap(scalar.span.file, stretches).span(start, end)
