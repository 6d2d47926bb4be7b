"""Content in reading order: what is only shifted is painted where it stands.

CSS 2.1 appendix E paints relatively positioned boxes after all text around them, so that they lie
above it; and readers take text in the order in which it is painted: shifted headings come after
their sections. A box that asks for no place of its own (``z-index: auto``) is therefore painted as
one that is not positioned. Nothing looks different unless it is shifted onto what follows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casereport.levers import is_stock

Dispatch = Callable[..., Any]


def with_shifted_boxes_in_place(dispatch: Dispatch) -> Dispatch:
    """Wrap WeasyPrint's ``_dispatch``, which gives each box its place in the painting order."""

    def dispatch_in_place(box: Any, *arguments: Any) -> Any:
        style = box.style
        if is_stock() or style["position"] != "relative" or style["z_index"] != "auto":
            return dispatch(box, *arguments)
        # Layout is done by now: only the painting order still asks for the position.
        style["position"] = "static"
        try:
            return dispatch(box, *arguments)
        finally:
            style["position"] = "relative"

    return dispatch_in_place
