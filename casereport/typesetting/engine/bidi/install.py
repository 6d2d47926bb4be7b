"""Puts the hooks in, once a process, and tells which WeasyPrint functions they stand on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from weasyprint.css.validation import properties
from weasyprint.formatting_structure import build
from weasyprint.layout import block, inline

from casereport.typesetting.engine.bidi.boxes import order_lines
from casereport.typesetting.engine.bidi.lines import (
    break_waiting_children,
    remove_last_whitespace,
    with_hanging_space,
    with_override,
    with_rtl_indent,
    with_true_breaks,
)

PATCHED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "formatting_structure.build.create_anonymous_boxes": build.create_anonymous_boxes,
        "layout.inline.remove_last_whitespace": inline.remove_last_whitespace,
        "layout.inline._break_waiting_children": inline._break_waiting_children,  # noqa: SLF001
        "layout.inline.iter_line_boxes": inline.iter_line_boxes,
        "layout.inline.split_text_box": inline.split_text_box,
        "layout.inline.split_inline_box": inline.split_inline_box,
        "layout.inline.add_word_spacing": inline.add_word_spacing,
    }
)
"""The functions that are wrapped or replaced, and those whose working the pass relies on."""

_KEYWORDS = frozenset(
    {"normal", "embed", "isolate", "bidi-override", "isolate-override", "plaintext"}
)


@functools.cache
def install(is_stock: Callable[[], bool]) -> None:
    """Patch WeasyPrint for this process; while ``is_stock`` says so, it works as it comes."""
    create = build.create_anonymous_boxes
    remove = inline.remove_last_whitespace

    def create_and_order(box: Any) -> Any:
        created = create(box)
        if not is_stock():
            order_lines(created)
        return created

    def remove_and_place(context: Any, line: Any) -> None:
        (remove if is_stock() else remove_last_whitespace)(context, line)

    breaking = inline._break_waiting_children  # noqa: SLF001

    def break_waiting(*arguments: Any) -> Any:
        return (breaking if is_stock() else break_waiting_children)(*arguments)

    build.create_anonymous_boxes = create_and_order
    inline._break_waiting_children = break_waiting  # noqa: SLF001
    inline.remove_last_whitespace = remove_and_place
    stock_text = inline.split_text_box
    true_text = with_hanging_space(with_override(stock_text))

    def split_text(*arguments: Any, **named: Any) -> Any:
        return (stock_text if is_stock() else true_text)(*arguments, **named)

    inline.split_text_box = split_text
    stock_split = inline.split_inline_box
    true_split = with_true_breaks(stock_split)

    def split(*arguments: Any) -> Any:
        return (stock_split if is_stock() else true_split)(*arguments)

    inline.split_inline_box = split
    wrapped = with_rtl_indent(inline.iter_line_boxes, is_stock)
    inline.iter_line_boxes = block.iter_line_boxes = wrapped
    # CSS Writing Modes 3, section 2.2: WeasyPrint knows the initial value and no other.
    validate = properties.single_keyword(_KEYWORDS.__contains__)
    properties.property("unicode-bidi")(validate)
