"""The paragraphs that an HTML document means: their text in logical order, and their direction.

What CSS Writing Modes 3 (section 2.4) says of inline elements is said here in the text itself:
``bdi`` and ``[dir]`` are isolates, ``bdo`` an override. It is read from the HTML alone, not from
the layout, so that a fault of the layout cannot hide itself. HTML Living Standard, 15.3.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html.parser import HTMLParser

from casereport.text.characters import FSI, LRI, LRO, OBJECT_REPLACEMENT, PDF, PDI, RLI, RLO

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
_UNPRINTED = frozenset({
    "head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "title",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
_SPACE = re.compile("[ \t\n\r\f]+")
_BREAK = "\n"
_ISOLATES = {"ltr": LRI, "rtl": RLI}
_OVERRIDES = {"ltr": LRO, "rtl": RLO}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in logical order; ``level`` is its paragraph level, None where the text decides.

    A line feed is a forced break. What is ``optional`` may be printed or not (a running head).
    """

    text: str
    level: int | None
    optional: bool = False


def paragraphs_of(
    html: str,
    *,
    optional_classes: Collection[str] = (),
    block_classes: Collection[str] = (),
    floating_classes: Collection[str] = (),
) -> tuple[Paragraph, ...]:
    """The paragraphs of an HTML document, in its order; empty ones are left out.

    ``block_classes`` are those whose elements a style sheet makes blocks of, ``floating_classes``
    those that it takes out of the paragraph around them, which goes on behind them (footnotes).
    What stands in an element of one of the ``optional_classes`` may be absent from the pages.
    """
    parser = _Parser(
        frozenset(optional_classes), frozenset(block_classes), frozenset(floating_classes)
    )
    parser.feed(html)
    parser.close()
    parser.end_paragraph()
    return tuple(parser.found)


@dataclass(slots=True)
class _Element:
    tag: str
    direction: str
    block: bool
    optional: bool
    unprinted: bool
    closing: str = ""
    interrupted: list[str] | None = None
    """The text of the paragraph that a floating element stands in."""


class _Parser(HTMLParser):
    """Follows the elements that are open; a block's beginning and end each end a paragraph."""

    def __init__(
        self, optional: frozenset[str], blocks: frozenset[str], floating: frozenset[str]
    ) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = []
        self._optional = optional
        self._block_classes = blocks
        self._floating = floating
        self._open = [_Element("", "ltr", block=True, optional=False, unprinted=False)]
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, or print what an empty one stands for."""
        if tag in _VOID:
            self._void(tag)
            return
        given = {name: value or "" for name, value in attrs}
        outer = self._open[-1]
        classes = set(given.get("class", "").split())
        direction = given.get("dir", "").lower()
        floats = bool(classes & self._floating)
        block = floats or tag in _BLOCKS or bool(classes & self._block_classes)
        interrupted = self._text if floats else None
        if floats:
            self._text = []
        elif block:
            self.end_paragraph()
        element = _Element(
            tag,
            direction if direction in {"ltr", "rtl", "auto"} else outer.direction,
            block,
            outer.optional or bool(classes & self._optional),
            outer.unprinted or tag in _UNPRINTED or "hidden" in given,
            interrupted=interrupted,
        )
        if not block:
            opening, element.closing = _controls(tag, direction)
            self._text.append(opening)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of this name, and what stands open in it."""
        if all(element.tag != tag for element in self._open):
            return
        while True:
            element = self._open[-1]
            if element.block:
                self.end_paragraph()
            self._open.pop()
            if element.interrupted is not None:
                self._text = element.interrupted
            self._text.append(element.closing)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take text that is printed."""
        if not self._open[-1].unprinted:
            self._text.append(data)

    def _void(self, tag: str) -> None:
        if tag == "hr":
            self.end_paragraph()
        elif not self._open[-1].unprinted:
            self._text.append({"br": "\0", "img": OBJECT_REPLACEMENT, "wbr": "\u200b"}.get(tag, ""))

    def end_paragraph(self) -> None:
        """End the paragraph that is being read: white space collapses, its ends are trimmed."""
        text = _SPACE.sub(" ", "".join(self._text)).strip(" ")
        self._text.clear()
        text = re.sub(" ?\0 ?", _BREAK, text)
        block = next(element for element in reversed(self._open) if element.block)
        level = {"ltr": 0, "rtl": 1}.get(block.direction)
        if text.strip(FSI + LRI + RLI + LRO + RLO + PDF + PDI + OBJECT_REPLACEMENT + " \n"):
            self.found.append(Paragraph(text, level, block.optional))


def _controls(tag: str, direction: str) -> tuple[str, str]:
    """The characters that stand for an inline element's direction, before and after it."""
    if tag == "bdo" and direction in _OVERRIDES:
        return FSI + _OVERRIDES[direction], PDF + PDI
    if tag == "bdi" or direction:
        return _ISOLATES.get(direction, FSI), PDI
    return "", ""
