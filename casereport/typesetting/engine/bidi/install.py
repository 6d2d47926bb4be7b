"""Puts the hooks in, once a process, and tells which WeasyPrint functions they stand on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from weasyprint.css.validation import properties
from weasyprint.formatting_structure import build
from weasyprint.layout import block, inline

from casereport.levers import is_stock
from casereport.typesetting.engine.bidi.alignment import (
    remove_last_whitespace,
    with_lines_in_place,
    with_paragraph_side,
    with_recorded_place,
)
from casereport.typesetting.engine.bidi.boxes import order_lines
from casereport.typesetting.engine.bidi.breaking import (
    break_waiting_children,
    with_hanging_space,
    with_override,
    with_room_for_start,
    with_true_breaks,
)

Function = Callable[..., Any]

PATCHED: Mapping[str, Function] = MappingProxyType(
    {
        "formatting_structure.build.create_anonymous_boxes": build.create_anonymous_boxes,
        "layout.inline.remove_last_whitespace": inline.remove_last_whitespace,
        "layout.inline._break_waiting_children": inline._break_waiting_children,  # noqa: SLF001
        "layout.inline.float_layout": inline.float_layout,
        "layout.inline.iter_line_boxes": inline.iter_line_boxes,
        "layout.inline.split_text_box": inline.split_text_box,
        "layout.inline.split_inline_box": inline.split_inline_box,
        "layout.inline.add_word_spacing": inline.add_word_spacing,
        "layout.inline.text_align": inline.text_align,
    }
)
"""The functions that are wrapped or replaced, and those whose working the pass relies on."""

_KEYWORDS = frozenset(
    {"normal", "embed", "isolate", "bidi-override", "isolate-override", "plaintext"}
)


@functools.cache
def install() -> None:
    """Patch WeasyPrint for this process; while ``is_stock`` says so, it works as it comes."""
    build.create_anonymous_boxes = _either(
        build.create_anonymous_boxes, _with_ordered_lines(build.create_anonymous_boxes)
    )
    replacements: dict[str, Function] = {
        "_break_waiting_children": break_waiting_children,
        "remove_last_whitespace": remove_last_whitespace,
        "split_text_box": with_hanging_space(with_override(inline.split_text_box)),
        "split_inline_box": with_room_for_start(with_true_breaks(inline.split_inline_box)),
        "float_layout": with_recorded_place(inline.float_layout),
        "text_align": with_paragraph_side(inline.text_align),
        "iter_line_boxes": with_lines_in_place(inline.iter_line_boxes),
    }
    for name, replacement in replacements.items():
        setattr(inline, name, _either(getattr(inline, name), replacement))
    block.iter_line_boxes = inline.iter_line_boxes
    # CSS Writing Modes 3, section 2.2: WeasyPrint knows the initial value and no other.
    validate = properties.single_keyword(_KEYWORDS.__contains__)
    properties.property("unicode-bidi")(validate)


def _either(stock: Function, ours: Function) -> Function:
    """One of two functions, by what is asked for when it is called."""

    def call(*arguments: Any, **named: Any) -> Any:
        return (stock if is_stock() else ours)(*arguments, **named)

    return call


def _with_ordered_lines(create: Function) -> Function:
    """WeasyPrint's making of anonymous boxes, every line box ordered when they are there."""

    def create_and_order(box: Any) -> Any:
        created = create(box)
        order_lines(created)
        return created

    return create_and_order
