"""Writes inline and block nodes of an article as HTML; shared by the exporters that speak HTML.

It only writes down: every number, label and digit is in the tree already. Ids are prefixed by the
edition's language, since both editions stand in one document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from casereport.article import block as tree
from casereport.article.inline import (
    Break,
    Citation,
    CitationNumber,
    Inline,
    Link,
    Span,
    Styled,
    Text,
    Xref,
    plain_text,
)

_TAGS = {
    "italic": "em", "bold": "strong", "sub": "sub", "sup": "sup", "monospace": "code",
}  # fmt: skip

AssetUrl = Callable[[str], str]
"""The URL of an asset in the document: ``asset:NAME`` in print, ``data:`` on the page."""


def _attributes(**values: str | None) -> Markup:
    """`` name="value"`` for each value that is given; a trailing underscore is dropped."""
    pairs = ((name.rstrip("_"), value) for name, value in values.items() if value)
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in pairs)


class MarkupWriter:
    """Writes the nodes of one edition."""

    def __init__(self, language: str, asset_url: AssetUrl, missing: str = "") -> None:
        self._language = language
        self._asset_url = asset_url
        self._missing = missing

    def inlines(self, nodes: Iterable[Inline]) -> Markup:
        """Inline nodes as HTML."""
        return Markup("").join(self._inline(node) for node in nodes)

    def blocks(self, nodes: Iterable[tree.Block]) -> Markup:
        """Block nodes as HTML."""
        return Markup("\n").join(self._block(node) for node in nodes)

    def _inline(self, node: Inline) -> Markup:
        match node:
            case Text(text):
                return escape(text)
            case Styled(style="sc", children=children):
                return Markup('<span class="small-caps">{}</span>').format(self.inlines(children))
            case Styled(style=style, children=children):
                tag = Markup(_TAGS[style])
                return Markup("<{0}>{1}</{0}>").format(tag, self.inlines(children))
            case Link(href=href, children=children):
                return Markup('<a href="{}">{}</a>').format(href, self.inlines(children))
            case Xref(rid=rid, children=children):
                inner = self.inlines(children)
                return Markup('<a class="xref" href="#{}">{}</a>').format(rid, inner)
            case Citation():
                return self._citation(node)
            case Span(language=language, direction=direction, children=children):
                attributes = _attributes(lang=language, dir=direction)
                return Markup("<span{}>{}</span>").format(attributes, self.inlines(children))
            case Break():
                return Markup("<br>")

    def _citation(self, node: Citation) -> Markup:
        inner = Markup("").join(
            self._citation_number(child) if isinstance(child, CitationNumber) else escape(child.text)
            for child in node.children
        )
        tag = Markup("sup" if node.superscript else "span")
        # A group typed by hand takes its direction from its paragraph, as the author saw it.
        direction = None if node.typed else node.direction
        attributes = _attributes(class_="citation", id=node.id, dir=direction)
        return Markup("<{0}{1}>{2}</{0}>").format(tag, attributes, inner)

    @staticmethod
    def _citation_number(number: CitationNumber) -> Markup:
        if not number.rid:
            return Markup('<strong class="dangling">{}</strong>').format(number.text)
        return Markup('<a href="#{}">{}</a>').format(number.rid, number.text)

    def _block(self, node: tree.Block) -> Markup:
        match node:
            case tree.Paragraph(children=children):
                return Markup("<p>{}</p>").format(self.inlines(children))
            case tree.Heading(level=level, children=children, id=identifier):
                tag = Markup(f"h{min(level, 6)}")
                attributes = _attributes(id=self._own(identifier))
                return Markup("<{0}{1}>{2}</{0}>").format(tag, attributes, self.inlines(children))
            case tree.List():
                return self._list(node)
            case tree.Quote(children=children):
                return Markup("<blockquote>{}</blockquote>").format(self.blocks(children))
            case tree.Division(language=language, direction=direction, children=children):
                attributes = _attributes(lang=language, dir=direction)
                return Markup("<div{}>{}</div>").format(attributes, self.blocks(children))
            case tree.Fig():
                return self.figure(node)
            case tree.TableWrap():
                return self.table(node)

    def _own(self, identifier: str) -> str:
        return f"{self._language}-{identifier}" if identifier else ""

    def _list(self, node: tree.List) -> Markup:
        items = []
        for index, item in enumerate(node.items):
            label = node.labels[index] if node.labels else ""
            shown = Markup('<span class="label">{}</span>').format(label) if label else Markup("")
            items.append(Markup("<li>{}{}</li>").format(shown, self._item(item)))
        tag = Markup("ol" if node.labels else "ul")
        start = str(node.start) if node.labels and node.start != 1 else None
        return Markup("<{0}{1}>{2}</{0}>").format(
            tag, _attributes(start=start), Markup("").join(items)
        )

    def _item(self, item: tuple[tree.Block, ...]) -> Markup:
        if len(item) == 1 and isinstance(item[0], tree.Paragraph):
            return Markup('<div class="item">{}</div>').format(self.inlines(item[0].children))
        return Markup('<div class="item">{}</div>').format(self.blocks(item))

    def figure(self, node: tree.Fig) -> Markup:
        """A figure: its images, then its label and caption."""
        style = f"--figure-width: {node.width_mm}mm" if node.width_mm else None
        classes = f"float figure width-{node.width}" + (" width-own" if node.width_mm else "")
        attributes = _attributes(id=self._own(node.id), class_=classes, style=style)
        panels = [graphic for graphic in node.graphics if graphic.label]
        body = Markup("").join(self._graphic(graphic) for graphic in node.graphics)
        if panels:
            body = Markup('<div class="panels">{}</div>').format(body)
        return Markup("<figure{}>{}{}</figure>").format(
            attributes, body, self.caption(node, "figcaption")
        )

    def images(self, node: tree.Fig) -> Markup:
        """A figure's images alone, for a plate whose legend stands elsewhere."""
        return Markup("").join(self._graphic(graphic) for graphic in node.graphics)

    def caption(self, node: tree.Float, tag: str) -> Markup:
        """The label in bold, then the caption; panels named after it."""
        parts = []
        if node.label:
            parts.append(Markup('<span class="label">{}</span> ').format(node.label))
        parts.append(self.inlines(node.caption))
        if isinstance(node, tree.Fig):
            for graphic in node.graphics:
                if graphic.label and graphic.caption:
                    parts.append(
                        Markup(' <span class="panel-label">{})</span>\u00a0{}').format(
                            graphic.label, self.inlines(graphic.caption)
                        )
                    )
        if not node.label and not plain_text(node.caption):
            return Markup("")
        return Markup('<{0} class="caption">{1}</{0}>').format(
            Markup(tag), Markup("").join(parts)
        )

    def _graphic(self, graphic: tree.Graphic) -> Markup:
        if not graphic.asset:
            return Markup("")
        if graphic.missing:
            image = Markup('<div class="missing" role="img">{} {}</div>').format(
                self._missing, graphic.alt
            )
        else:
            image = Markup('<img src="{}" alt="{}">').format(
                self._asset_url(graphic.asset), graphic.alt
            )
        if not graphic.label:
            return image
        return Markup('<div class="panel">{}<span class="panel-letter">{}</span></div>').format(
            image, graphic.label
        )

    def table(self, node: tree.TableWrap) -> Markup:
        """A table under its caption, its notes below."""
        head = Markup("")
        if any(plain_text(cell.children) for cell in node.head):
            cells = Markup("").join(self._cell(cell, "col") for cell in node.head)
            head = Markup("<thead><tr>{}</tr></thead>").format(cells)
        rows = Markup("").join(
            Markup("<tr>{}</tr>").format(
                Markup("").join(self._cell(cell, "row") for cell in row)
            )
            for row in node.rows
        )
        notes = Markup("").join(
            Markup('<p class="table-note">{}</p>').format(self.inlines(note)) for note in node.notes
        )
        attributes = _attributes(
            id=self._own(node.id), class_=f"float table-wrap width-{node.width} {node.kind}"
        )
        return Markup(
            "<figure{}>{}<table>{}<tbody>{}</tbody></table>{}</figure>"
        ).format(attributes, self.caption(node, "figcaption"), head, rows, notes)

    def _cell(self, cell: tree.Cell, scope: str) -> Markup:
        tag = Markup("th" if cell.header else "td")
        inner = self.inlines(cell.children)
        if cell.align == "decimal":
            room = f"--pad: {cell.pad}; --pad-mark: {int(cell.pad_mark)}"
            attributes = _attributes(class_="number", dir=cell.direction, style=room)
            inner = Markup("<span{}>{}</span>").format(attributes, inner)
        elif cell.direction and inner:
            inner = Markup('<span dir="{}">{}</span>').format(cell.direction, inner)
        attributes = _attributes(
            class_=f"align-{cell.align}" if cell.align != "start" else None,
            scope=scope if cell.header else None,
        )
        return Markup("<{0}{1}>{2}</{0}>").format(tag, attributes, inner)
