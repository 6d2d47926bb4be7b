"""One clickable area for each part of a link: not another for each box inside of it.

WeasyPrint gives an annotation to every box within a link. An inline box lies within its link's own
area, and so needs none.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes


def without_repeated_areas(links_and_anchors: tuple[Any, Any]) -> tuple[Any, Any]:
    """The links of a page without those that an inline box has from a box around it."""
    links, anchors = links_and_anchors
    kept = [
        link
        for link in links
        if link[3] is None or link[3].link is not None or not isinstance(link[3], boxes.InlineBox)
    ]
    return kept, anchors
