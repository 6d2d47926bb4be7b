"""An article as plain structure, read from the HTML that ``render --keep-html`` writes.

It is what is given to programs that read no HTML: headings, paragraphs, items, figures, tables, in
the order of the pages; the words are all there, the layout is the other program's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from lxml import html

Direction = Literal["ltr", "rtl"]

_LTR = "\u2066"
_CONTROLS = re.compile("[\u200e\u200f\u2060-\u2069]")
_ISOLATED = re.compile("([\u2066\u2067\u2068])([^\u2066-\u2069]*)\u2069")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one direction; ``target`` is the reference that a number leads to."""

    text: str
    direction: Direction
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or with ``kind`` another thing that is a line of text.

    ``name`` is that by which a reference is led to.
    """

    runs: tuple[Run, ...]
    direction: Direction
    kind: Literal["paragraph", "title", "heading", "item", "caption", "reference"] = "paragraph"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Images, one below the other."""

    images: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first row is the head."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    direction: Direction


Block = Paragraph | Figure | Grid
_KINDS: dict[str, Literal["title", "heading", "caption"]] = {
    "h1": "title",
    "h2": "heading",
    "h3": "heading",
    "figcaption": "caption",
}


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The blocks, and the folder of the fonts to set them in."""

    blocks: tuple[Block, ...]
    fonts: Path

    @classmethod
    def read(cls, path: Path) -> Manuscript:
        """The manuscript in a kept HTML file."""
        root = html.document_fromstring(path.read_text("utf-8").encode(), parser=_parser())
        (fonts,) = path.parent.glob("*-files/fonts")
        return cls(tuple(_blocks(root.find("body"), path.parent, "ltr")), fonts)


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8")


def _blocks(element: html.HtmlElement, folder: Path, direction: Direction) -> Iterator[Block]:
    direction = _direction(element, direction)
    tag, classes = element.tag, (element.get("class") or "").split()
    if not isinstance(tag, str) or "running" in classes:
        return
    if tag == "img":
        yield Figure((folder / unquote(element.get("src", "")),))
    elif tag == "table":
        yield Grid(
            tuple(tuple(_runs(cell, direction) for cell in row) for row in element.iter("tr")),
            direction,
        )
    elif tag in _KINDS:
        yield Paragraph(_runs(element, direction), direction, _KINDS[tag])
    elif "ref" in classes:
        yield Paragraph(_runs(element, direction), direction, "reference", element.get("id", ""))
    elif tag == "p":
        yield Paragraph(_runs(element, direction), direction)
    elif tag == "li":
        yield Paragraph(_runs(element, direction), direction, "item")
    else:
        for child in element:
            yield from _blocks(child, folder, direction)


def _direction(element: html.HtmlElement, inherited: Direction) -> Direction:
    given = element.get("dir")
    return "rtl" if given == "rtl" else "ltr" if given == "ltr" else inherited


def _runs(element: html.HtmlElement, direction: Direction) -> tuple[Run, ...]:
    return tuple(_joined(_pieces(element, direction, "")))


def _pieces(element: html.HtmlElement, direction: Direction, target: str) -> Iterator[Run]:
    own = _direction(element, direction)
    href = element.get("href", "")
    target = href[1:] if href.startswith("#ref-") else target
    yield from _isolated(element.text or "", own, target)
    for child in element:
        yield from _pieces(child, own, target)
        # A label is parted from what follows by the style sheet.
        space = " " if child.get("class") == "label" else ""
        yield from _isolated(space + (child.tail or ""), own, target)


def _isolated(text: str, direction: Direction, target: str) -> Iterator[Run]:
    """The text cut where an isolate turns it; the characters that do it are taken out."""
    position = 0
    for found in _ISOLATED.finditer(text):
        yield Run(text[position : found.start()], direction, target)
        yield Run(found[2], "ltr" if found[1] == _LTR else "rtl", target)
        position = found.end()
    yield Run(text[position:], direction, target)


def _joined(pieces: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one kind as one run, without empty ones."""
    last: Run | None = None
    for piece in pieces:
        text = _SPACE.sub(" ", _CONTROLS.sub("", piece.text))
        if not text:
            continue
        if last and (last.direction, last.target) == (piece.direction, piece.target):
            last = Run(last.text + text, last.direction, last.target)
            continue
        if last:
            yield last
        last = Run(text, piece.direction, piece.target)
    if last:
        yield last
