"""What HTML says of direction: a sheet for ``bdi``, ``bdo``, ``[dir]``, and ``dir=auto`` resolved.

HTML Living Standard: 15.3.6 (rendering of bidirectional text), 3.2.6.4 (the ``dir`` attribute).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from weasyprint import CSS, HTML

from casereport.text.bidi import bidi_class

_SHEET = """
bdi, output, [dir=ltr i], [dir=rtl i] { unicode-bidi: isolate }
bdo, bdo[dir] { unicode-bidi: isolate-override }
pre[data-dir-auto], textarea[data-dir-auto] { unicode-bidi: plaintext }
dd:not(#outweighs) { margin: 0; margin-inline-start: 40px }
"""
"""WeasyPrint's sheet indents a ``dd`` on the wrong side wherever ``dir`` is said, by selectors of
three attributes; a rule of the document's author outweighs both."""


class DirectedHTML(HTML):  # type: ignore[misc]  # (untyped base)
    """A document whose ``dir`` attributes are all ltr or rtl, with the sheet that they need."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        resolve_auto(self.etree_element)

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: FBT001, FBT002
        return [*super()._ua_stylesheets(forms), _sheet()]


@cache
def _sheet() -> CSS:
    return CSS(string=_SHEET)


_SKIPPED = frozenset({"bdi", "script", "style", "textarea"})


def resolve_auto(root: Any) -> None:
    """Write ltr or rtl in place of ``dir=auto`` (and on a ``bdi`` without ``dir``)."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        given = (element.get("dir") or "").strip().lower()
        if given == "auto" or (element.tag == "bdi" and given not in {"ltr", "rtl"}):
            element.set("dir", _first_strong(element) or "ltr")
            if given == "auto":
                element.set("data-dir-auto", "")


def _first_strong(element: Any) -> str | None:
    """The direction of the first strong letter in an element, past what is isolated from it."""
    if (found := _of_text(element.text)) is not None:
        return found
    for child in element:
        is_part = isinstance(child.tag, str) and child.tag not in _SKIPPED
        if is_part and child.get("dir") is None and (found := _first_strong(child)) is not None:
            return found
        if (found := _of_text(child.tail)) is not None:
            return found
    return None


def _of_text(text: str | None) -> str | None:
    for character in text or "":
        name = bidi_class(character)
        if name in {"L", "R", "AL"}:
            return "ltr" if name == "L" else "rtl"
    return None
