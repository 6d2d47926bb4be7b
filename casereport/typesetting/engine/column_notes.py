"""Footnotes of columns that do not fit are put off to the next page, as many as there are.

WeasyPrint's own loop asks for one more when the last is put off and the place they stood in is
still counted higher than it was before the columns: an IndexError that costs the document.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from weasyprint.layout import column

from casereport.levers import is_stock

PATCHED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {"layout.column._report_footnotes": column._report_footnotes}  # noqa: SLF001
)
"""The function that is replaced."""


@functools.cache
def install() -> None:
    """Patch WeasyPrint for this process; while ``is_stock`` says so, it works as it comes."""
    stock = column._report_footnotes  # noqa: SLF001

    def report_footnotes(context: Any, height: float) -> None:
        (stock if is_stock() else put_off_footnotes)(context, height)

    column._report_footnotes = report_footnotes  # noqa: SLF001


def put_off_footnotes(context: Any, height: float) -> None:
    """Put off footnotes from the last on, until the others are no higher than ``height``."""
    before = len(context.reported_footnotes)
    while context.current_page_footnotes and context.current_footnote_area.margin_height() > height:
        context.report_footnote(context.current_page_footnotes[-1])
    # The last was put off first; they are to stand in the order of their marks.
    context.reported_footnotes[before:] = context.reported_footnotes[before:][::-1]
