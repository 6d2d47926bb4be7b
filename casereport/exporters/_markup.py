"""Writes inline and block nodes of an article as HTML; shared by the exporters that speak HTML.

It only writes down: every number, label and digit is in the tree already. Ids are prefixed by the
edition's language, since both editions stand in one document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from markupsafe import Markup, escape

from casereport.article import block as tree
from casereport.article.article import Footnote
from casereport.article.inline import (
    Break,
    Citation,
    CitationNumber,
    Inline,
    LastPage,
    Link,
    Span,
    Styled,
    Text,
    Xref,
    plain_text,
)
from casereport.exporters._element import element
from casereport.exporters._line_bonds import divides, is_long, kept_before
from casereport.exporters._notes import FloatingNotes

_STYLES = {
    "italic": "em", "bold": "strong", "sub": "sub", "sup": "sup", "monospace": "code",
}  # fmt: skip

Before = Literal["", "before-heading", "before-subheading", "before-float"]
"""What stands behind a block, for its space: ``:has(+ h2)`` looks at all siblings of each one."""

_SPACED: Mapping[int, Before] = MappingProxyType({3: "before-heading", 4: "before-subheading"})
"""The levels of headings that have space before them."""

AssetUrl = Callable[[str], str]
"""The URL of an asset in the document: ``asset:NAME`` in print, ``data:`` on the page."""


@dataclass(frozen=True, slots=True)
class LinkNames:
    """What a screen reader calls links that show only a number or a sign."""

    reference: Callable[[str], str]
    note: Callable[[str], str]


class MarkupWriter:
    """Writes the nodes of one edition.

    ``missing`` stands for an image that is not there. ``targets`` are the ids of the document:
    what refers to another (a figure of a text that is not printed) is no link, and its words stay.
    ``names`` are for a page on screen, ``notes`` float to the foot of a printed page, ``last_page``
    writes the number of the last page where it is still to be counted.
    """

    def __init__(  # noqa: PLR0913  (the last three are the medium's)
        self,
        language: str,
        asset_url: AssetUrl,
        missing: str,
        targets: Collection[str],
        *,
        names: LinkNames | None = None,
        notes: Mapping[str, Footnote] = MappingProxyType({}),
        last_page: Callable[[LastPage], Markup] = lambda node: escape(node.text),
    ) -> None:
        self._names = names
        self._last_page = last_page
        self._notes = FloatingNotes(notes, self.inlines)
        self._language = language
        self._asset_url = asset_url
        self._missing = missing
        self._targets = targets
        self._in_link = False

    def inlines(self, nodes: Iterable[Inline]) -> Markup:
        """Inline nodes as HTML; a citation is kept on the line of what stands before it."""
        pieces: list[Markup] = []
        before: Inline | None = None
        for node in nodes:
            word = kept_before(before, node)
            if word:
                pieces[-1] = pieces[-1].removesuffix(escape(word))
                pieces.append(element("span", word, self._inline(node), class_="keep"))
            else:
                pieces.append(self._inline(node))
            before = node
        return Markup("").join(pieces)

    def blocks(self, nodes: Iterable[tree.Block], then: Before = "") -> Markup:
        """Block nodes as HTML, each with a class that says what it stands before.

        ``then`` is what follows the last of them.
        """
        written = tuple(nodes)
        before = [*(_before(node) for node in written[1:]), then]
        return Markup("\n").join(map(self._block, written, before))

    def _inline(self, node: Inline) -> Markup:
        match node:
            case Text(text):
                return escape(text)
            case Styled():
                return self._styled(node)
            case Link(href=href, children=children):
                return self._anchor(children, href)
            case Xref():
                return self._xref(node)
            case Citation():
                return self._citation(node)
            case Span(language=language, direction=direction, children=children):
                return element("span", self.inlines(children), lang=language, dir=direction)
            case LastPage():
                return self._last_page(node)
            case Break():
                return Markup("<br>")

    def _styled(self, node: Styled) -> Markup:
        inner = self.inlines(node.children)
        if node.style == "sc":
            return element("span", inner, class_="small-caps")
        return element(_STYLES[node.style], inner)

    def _anchor(
        self, children: Iterable[Inline], href: str, class_: str = "", **more: str
    ) -> Markup:
        """A link, unless its target is not in the document or it stands in a link itself."""
        if self._in_link or (href.startswith("#") and href[1:] not in self._targets):
            return self.inlines(children)
        self._in_link = True
        inner = self.inlines(children)
        self._in_link = False
        return element("a", inner, class_=class_, href=href, **more)

    def _citation(self, node: Citation) -> Markup:
        breaks = is_long(node)
        inner: list[Markup] = []
        for piece in node.children:
            if isinstance(piece, CitationNumber):
                inner.append(self._citation_number(piece))
                continue
            inner.append(escape(piece.text))
            if breaks and divides(piece.text):
                inner.append(Markup("<wbr>"))
        return element(
            "sup" if node.superscript else "span",
            *inner,
            class_=f"citation{' by-author' if node.by_author else ' long' if breaks else ''}",
            id=node.id,
            # A group typed by hand takes its direction from its paragraph, as its author saw it.
            dir=None if node.typed else node.direction,
        )

    def _xref(self, node: Xref) -> Markup:
        """A link; behind the mark of a footnote, in print, the note itself."""
        if node.ref_type != "fn":
            return self._anchor(node.children, f"#{node.rid}", "xref")
        names = self._names
        mark = self._anchor(
            node.children,
            f"#{node.rid}",
            role="doc-noteref" if names else "",
            aria_label=names.note(plain_text(node.children)) if names else "",
        )
        return element("sup", mark, class_="note-mark", id=node.id) + self._notes.behind(node)

    def _citation_number(self, number: CitationNumber) -> Markup:
        if number.rid:
            names = self._names
            return self._anchor(
                number.inlines or (Text(number.text),),
                f"#{number.rid}",
                role="doc-biblioref" if names else "",
                aria_label=names.reference(number.text) if names else "",
            )
        return element("strong", number.text, class_="dangling")

    def _block(self, node: tree.Block, before: Before) -> Markup:
        match node:
            case tree.Paragraph(children=children):
                return element("p", self.inlines(children), class_=before)
            case tree.Heading(level=level, children=children, id=identifier):
                return element(
                    f"h{min(level, 6)}",
                    self.inlines(children),
                    id=self._own(identifier),
                    class_=before,
                )
            case tree.List():
                return self._list(node, before)
            case tree.Quote(children=children):
                return element("blockquote", self.blocks(children), class_=before)
            case tree.Division(language=language, direction=direction, children=children):
                inner = self.blocks(children)
                return element("div", inner, lang=language, dir=direction, class_=before)
            case tree.Fig():
                return self.figure(node, before)
            case tree.TableWrap():
                return self.table(node, before)

    def _own(self, identifier: str) -> str:
        return f"{self._language}-{identifier}" if identifier else ""

    def _list(self, node: tree.List, before: Before) -> Markup:
        """The labels are printed as they are numbered: no browser counts in Persian by itself."""
        labels = node.labels or ("",) * len(node.items)
        items = []
        for label, item in zip(labels, node.items, strict=True):
            shown = element("span", label, class_="label") if label else Markup("")
            items.append(element("li", shown, element("div", self._item(item), class_="item")))
        start = str(node.start) if node.labels and node.start != 1 else None
        return element("ol" if node.labels else "ul", *items, start=start, class_=before)

    def _item(self, item: tuple[tree.Block, ...]) -> Markup:
        match item:
            case (tree.Paragraph(children=children),):
                return self.inlines(children)
            case _:
                return self.blocks(item)

    def figure(self, node: tree.Fig, before: Before = "") -> Markup:
        """A figure: its images, then its label and caption."""
        images = self.images(node)
        if any(graphic.label for graphic in node.graphics):
            images = element("div", images, class_="panels")
        own_width = node.width_mm is not None
        return element(
            "figure",
            images,
            self.caption(node, "figcaption"),
            id=self._own(node.id),
            class_=_classes(
                f"float figure width-{node.width}", "width-own" if own_width else "", before
            ),
            style=f"--figure-width: {node.width_mm}mm" if own_width else None,
        )

    def images(self, node: tree.Fig) -> Markup:
        """A figure's images alone, for a plate whose legend stands elsewhere."""
        return Markup("").join(self._graphic(graphic) for graphic in node.graphics)

    def caption(self, node: tree.Float, tag: str) -> Markup:
        """The label in bold, the caption, the panels' captions; nothing when there are none."""
        parts = [element("span", node.label, class_="label") + " "] if node.label else []
        parts.append(self.inlines(node.caption))
        if isinstance(node, tree.Fig):
            parts.extend(
                Markup(" {}\u00a0{}").format(
                    element("span", f"{graphic.label})", class_="panel-label"),
                    self.inlines(graphic.caption),
                )
                for graphic in node.graphics
                if graphic.label and graphic.caption
            )
        if not node.label and not plain_text(node.caption):
            return Markup("")
        return element(tag, *parts, class_="caption")

    def _graphic(self, graphic: tree.Graphic) -> Markup:
        if not graphic.asset:
            return Markup("")
        if graphic.missing:
            image = element("div", f"{self._missing} {graphic.alt}", class_="missing", role="img")
        else:
            source = self._asset_url(graphic.asset)
            image = Markup('<img src="{}" alt="{}">').format(source, graphic.alt)
        if not graphic.label:
            return image
        letter = element("span", graphic.label, class_="panel-letter")
        return element("div", image, letter, class_="panel")

    def table(self, node: tree.TableWrap, before: Before = "") -> Markup:
        """A table under its caption, its notes below."""
        head = Markup("")
        if any(plain_text(cell.children) for cell in node.head):
            cells = (self._cell(cell, "col") for cell in node.head)
            head = element("thead", element("tr", *cells))
        rows = (element("tr", *(self._cell(cell, "row") for cell in row)) for row in node.rows)
        notes = (element("p", self.inlines(note), class_="table-note") for note in node.notes)
        return element(
            "figure",
            self.caption(node, "figcaption"),
            element("table", head, element("tbody", *rows), style=_room(node)),
            *notes,
            id=self._own(node.id),
            class_=_classes(f"float table-wrap width-{node.width} {node.kind}", before),
        )

    def _cell(self, cell: tree.Cell, scope: str) -> Markup:
        inner = self.inlines(cell.children)
        if cell.align == "decimal":
            whole = element("span", inner, class_="whole")
            fraction = element("span", cell.fraction, class_="fraction")
            inner = element("span", whole, fraction, class_="number", dir=cell.direction)
        elif cell.direction and inner:
            inner = element("span", inner, dir=cell.direction)
        return element(
            "th" if cell.header else "td",
            inner,
            class_=f"align-{cell.align}" if cell.align != "start" else None,
            scope=scope if cell.header else None,
        )


def _before(node: tree.Block) -> Before:
    """The class of what stands before ``node``."""
    match node:
        case tree.Heading(level=level):
            return _SPACED.get(level, "")
        case tree.Fig() | tree.TableWrap():
            return "before-float"
        case _:
            return ""


def _classes(*names: str) -> str:
    return " ".join(filter(None, names))


def _room(node: tree.TableWrap) -> str | None:
    """The room of a table's decimal cells, in characters, for the style sheet."""
    whole, fraction = node.decimal_room
    return f"--whole: {whole}; --fraction: {fraction}" if whole or fraction else None
