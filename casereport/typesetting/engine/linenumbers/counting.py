"""Which lines of a page are numbered, and where each number stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from casereport.text.digits import to_persian_digits

_NONE = frozenset({"", "none", "initial", "inherit", "unset", "revert"})
_SIDE_BY_SIDE = (boxes.TableRowBox, boxes.FlexContainerBox, boxes.GridContainerBox)
_AROUND_THE_FLOW = (boxes.MarginBox, boxes.FootnoteAreaBox)
_NEAR = 4.0
"""Baselines that are nearer than this (in px) are one printed line's: numbers would overlap."""
_ROUNDING = 0.5


@dataclass(slots=True)
class Measure:
    """The text area of a page or a column: its edges, and the room outside of each."""

    left: float
    right: float
    room_left: float
    room_right: float
    baseline: float = float("-inf")
    """That of the line that was numbered last."""


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line and its number as it prints; ``style`` is that of the block which the line is in."""

    label: str
    style: Any
    baseline: float
    measure: Measure


def numbered_lines(page: Any, counts: Counter[str]) -> Iterator[NumberedLine]:
    """The lines of a laid-out page that are numbered; ``counts`` is carried from page to page."""
    left, right = page.content_box_x(), page.content_box_x() + page.width
    measure = Measure(left, right, left, page.margin_width() - right)
    for child in page.children:
        if not isinstance(child, _AROUND_THE_FLOW):
            yield from _lines_in(child, measure, counts)


def _lines_in(box: Any, measure: Measure, counts: Counter[str]) -> Iterator[NumberedLine]:
    if not box.is_in_normal_flow() or not isinstance(box, boxes.ParentBox):
        return
    if box.style["transform"] or (isinstance(box, _SIDE_BY_SIDE) and _overlap(box.children)):
        return
    columns = _columns(box, measure)
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            yield from _number(child, box, measure, counts)
        else:
            yield from _lines_in(child, columns.get(id(child), measure), counts)


def _number(
    line: Any, block: Any, measure: Measure, counts: Counter[str]
) -> Iterator[NumberedLine]:
    sequence = _keyword(block.style["__line_numbers"])
    if sequence in _NONE or not _has_text(line):
        return
    baseline = line.position_y + line.baseline
    if abs(baseline - measure.baseline) < _NEAR:
        return
    measure.baseline = baseline
    counts[sequence] += 1
    label = str(counts[sequence])
    if _keyword(block.style["__line_digits"]) == "arabext":
        label = to_persian_digits(label)
    yield NumberedLine(label, block.style, baseline, measure)


def _keyword(tokens: Any) -> str:
    """The value of a custom property that is one identifier; nothing for any other."""
    words = [token for token in tokens or () if token.type != "whitespace"]
    return str(words[0].value) if len(words) == 1 and words[0].type == "ident" else ""


def _has_text(box: Any) -> bool:
    """True when something is printed in a line, in whatever boxes, that can be read."""
    if isinstance(box, boxes.TextBox):
        return bool(box.text.strip()) and box.style["visibility"] == "visible"
    if not box.is_in_normal_flow():
        return False
    return isinstance(box, boxes.ParentBox) and any(map(_has_text, box.children))


def _overlap(children: Any) -> bool:
    """True when two of the boxes share some height."""
    ordered = sorted((child.position_y, child.margin_height()) for child in children)
    return any(top + height > below + _ROUNDING for (top, height), (below, _) in pairwise(ordered))


def _columns(box: Any, outer: Measure) -> dict[int, Measure]:
    """The measure of each of a box's columns, by its id; the outermost end where ``outer`` ends."""
    columns = [child for child in box.children if getattr(child, "is_column", False)]
    edges = [(column.position_x, column.position_x + column.width) for column in columns]
    first, last = min(edges, default=None), max(edges, default=None)
    ordered = sorted(set(edges))
    gap = max((right[0] - left[1] for left, right in pairwise(ordered)), default=0.0)
    measures = {}
    for column, edge in zip(columns, edges, strict=True):
        left, room_left = (outer.left, outer.room_left) if edge == first else (edge[0], gap)
        right, room_right = (outer.right, outer.room_right) if edge == last else (edge[1], gap)
        measures[id(column)] = Measure(left, right, room_left, room_right)
    return measures
