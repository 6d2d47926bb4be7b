"""Block tokens become the narrative's blocks, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from casereport.diagnostics import Span
from casereport.model.narrative import (
    Block,
    Cell,
    Code,
    Division,
    Footnote,
    Inline,
    LineBreak,
    ListBlock,
    Paragraph,
    Placement,
    Quote,
    Subheading,
    TableBlock,
)
from casereport.reading import faults, narrative_faults
from casereport.reading.markdown.attributes import Attributes, read_attributes
from casereport.reading.markdown.block_rules import MAX_LEVELS
from casereport.reading.markdown.inline_tree import Collected, inlines
from casereport.reading.markdown.positions import (
    LineMap,
    map_of_cell,
    map_of_heading,
    map_of_lines,
)
from casereport.reading.markdown.table_rows import cells_of_line

MAX_PARAGRAPH = 20_000
MAX_BRACKETS = 300
MAX_CELLS = 5_000
"""Of all tables of a text together, half a dozen pages of them: each cell is a text of its own."""
_PLACED = ("labs", "timeline")
_ALIGN: dict[str, Literal["start", "center", "end"]] = {
    "text-align:left": "start",
    "text-align:center": "center",
    "text-align:right": "end",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of any level; at the top of the text one of level 2 begins a section."""

    level: int
    children: tuple[Inline, ...]
    id: str
    text: str
    span: Span


@dataclass(slots=True)
class BlockTree:
    """Walks the tokens of a whole text; recursion is bounded by the block rules' own bound."""

    tokens: list[Token]
    lines: list[str]
    collected: Collected
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    at: int = 0
    cells: int = 0

    def top(self) -> list[Block | Heading]:
        """The blocks of the text, with headings as they stand."""
        return self._blocks("")

    def _blocks(self, end: str) -> list[Block | Heading]:
        found: list[Block | Heading] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == end:
                break
            found += self._block(token)
        return found

    def _inner(self, end: str) -> tuple[Block, ...]:
        """Blocks inside another one, where a heading is only a subheading."""
        return tuple(
            Subheading(max(block.level, 3), block.children, block.span, block.id)
            if isinstance(block, Heading)
            else block
            for block in self._blocks(end)
        )

    def _block(self, token: Token) -> list[Block | Heading]:
        makers: dict[str, Callable[[Token], list[Block | Heading]]] = {
            "paragraph_open": self._paragraph,
            "heading_open": lambda token: [self._heading(token)],
            "bullet_list_open": lambda token: [self._list(token)],
            "ordered_list_open": lambda token: [self._list(token)],
            "table_open": self._table,
            "blockquote_open": lambda token: [
                Quote(self._inner("blockquote_close"), self._span(token))
            ],
            "division_open": self._division,
            "fence": lambda token: [self._code(token)],
            "footnote_reference_open": self._footnote,
            "too_deep": self._too_deep,
            "stray_end": self._stray_end,
            "hr": lambda _: [],  # a thematic break divides nothing in an article
        }
        return makers[token.type](token)

    def _too_deep(self, token: Token) -> list[Block | Heading]:
        fault = faults.nesting_too_deep(self._span(token), MAX_LEVELS)
        self.collected.diagnostics.append(fault)
        return []

    def _stray_end(self, token: Token) -> list[Block | Heading]:
        fault = narrative_faults.stray_division_end(self._span(token))
        self.collected.diagnostics.append(fault)
        return []

    def _span(self, token: Token) -> Span:
        """The token's lines, without indentation and blank lines at the end."""
        first, end = token.map or (0, 1)
        while end - 1 > first and not self.lines[end - 1].strip():
            end -= 1
        start, last = self.lines[first], self.lines[end - 1]
        indentation = len(start) - len(start.lstrip())
        return Span(self.collected.file, first + 1, indentation + 1, end, len(last.rstrip()) + 1)

    def _paragraph(self, _: Token) -> list[Block | Heading]:
        token = self.tokens[self.at]
        self.at += 2
        content = token.content
        places = map_of_lines(content, self.lines, (token.map or [0])[0], self.collected.file)
        span = places.span(0, len(content))
        children = self._inlines(content, places)
        return [Paragraph(children, span)] if children else []

    def _inlines(self, content: str, places: LineMap) -> tuple[Inline, ...]:
        """The inlines; none, with a diagnostic, beyond what can be parsed in good time.

        Every bracket looks for its partner, so brackets cost the square of their number.
        """
        if len(content) > MAX_PARAGRAPH or content.count("[") > MAX_BRACKETS:
            span = places.span(0, len(content))
            fault = narrative_faults.paragraph_too_long(span, MAX_PARAGRAPH, MAX_BRACKETS)
            self.collected.diagnostics.append(fault)
            return ()
        return inlines(content, places, self.collected)

    def _heading(self, token: Token) -> Heading:
        inline = self.tokens[self.at]
        self.at += 2
        first = (inline.map or [0])[0]
        content, attributes = _split_attributes(inline.content)
        make = map_of_heading if token.markup.startswith("#") else map_of_lines
        places: LineMap = make(inline.content, self.lines, first, self.collected.file)
        children = self._inlines(content, places)
        span = places.span(0, len(content))
        level = int(token.tag[1:])
        return Heading(level, children, attributes.id, content, span)

    def _list(self, token: Token) -> ListBlock:
        span = self._span(token)
        ordered = token.type == "ordered_list_open"
        start = int(token.attrs.get("start", 1)) if ordered else 1
        end = token.type.replace("open", "close")
        items: list[tuple[Block, ...]] = []
        while self.tokens[self.at].type != end:
            self.at += 1  # list_item_open
            items.append(self._inner("list_item_close"))
        self.at += 1
        return ListBlock(ordered, start, tuple(items), span, token.markup)

    def _table(self, token: Token) -> list[Block | Heading]:
        """The table, its rows cut off where the text has more cells than any; told once."""
        rows: list[tuple[Cell, ...]] = []
        while (inner := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if inner.type != "tr_open" or self.cells > MAX_CELLS:
                continue
            line = (inner.map or [0])[0]
            self.cells += len(rows[0]) if rows else len(cells_of_line(self.lines[line]))
            if self.cells > MAX_CELLS:
                place = Span(self.collected.file, line + 1, 1, line + 1, len(self.lines[line]) + 1)
                fault = narrative_faults.too_many_cells(place, MAX_CELLS)
                self.collected.diagnostics.append(fault)
            else:
                rows.append(self._row(line))
        self.at += 1
        return [TableBlock(rows[0], tuple(rows[1:]), self._span(token))] if rows else []

    def _row(self, line: int) -> tuple[Cell, ...]:
        typed = cells_of_line(self.lines[line])
        cells: list[Cell] = []
        while (opener := self.tokens[self.at]).type != "tr_close":
            content = self.tokens[self.at + 1].content
            self.at += 3
            begin, segment = typed[len(cells)] if len(cells) < len(typed) else (0, "")
            column = (begin if segment else len(self.lines[line])) + 1
            places = map_of_cell(content, segment, line + 1, column, self.collected.file)
            children = self._inlines(content, places)
            align = _ALIGN.get(str(opener.attrs.get("style", "")))
            cells.append(Cell(children, align, places.span(0, len(content))))
        self.at += 1
        if len(typed) > len(cells):
            span = Span(self.collected.file, line + 1, 1, line + 1, len(self.lines[line]) + 1)
            fault = narrative_faults.uneven_row(span, len(typed), len(cells))
            self.collected.diagnostics.append(fault)
        return tuple(cells)

    def _code(self, token: Token) -> Paragraph:
        """Fenced code: its lines as they are."""
        span = self._span(token)
        children: list[Inline] = []
        content = token.content.rstrip("\n")
        # A fence that the file ends in holds nothing, and has no line after it.
        for index, line in enumerate(content.split("\n") if content else ()):
            number = span.line + 1 + index
            end = len(self.lines[number - 1])
            place = Span(span.file, number, max(0, end - len(line)) + 1, number, end + 1)
            children += [LineBreak(place)] if children else []
            children.append(Code(line, place))
        return Paragraph(tuple(children), span)

    def _footnote(self, token: Token) -> list[Block | Heading]:
        label = str(token.meta["label"])
        span = self._span(token)
        blocks = self._inner("footnote_reference_close")
        if label in self.footnotes:
            fault = narrative_faults.duplicate_note(label, span, self.footnotes[label].span)
            self.collected.diagnostics.append(fault)
        else:
            self.footnotes[label] = Footnote(label, blocks, span)
        return []

    def _division(self, token: Token) -> list[Block | Heading]:
        first = (token.map or [0])[0]
        line = self.lines[first]
        begin = line.find(":::")
        span = Span(self.collected.file, first + 1, begin + 1, first + 1, len(line.rstrip()) + 1)
        if not token.meta["closed"]:
            self.collected.diagnostics.append(narrative_faults.unclosed_division(span))
        children = self._inner("division_close")
        name = token.info.strip("{} ")
        attributes = read_attributes(name if token.info.startswith("{") else "." + name)
        for unknown in attributes.unknown:
            self.collected.diagnostics.append(narrative_faults.unknown_attribute(unknown, span))
        kind, _, target = attributes.id.partition("-")
        place = next((word for word in attributes.classes if word in _PLACED), None)
        if place is not None:
            return [Placement("labs" if place == "labs" else "timeline", "", children, span)]
        if kind in {"fig", "tbl"} and target:
            return [Placement("fig" if kind == "fig" else "tbl", target, children, span)]
        if attributes.language is not None or attributes.direction is not None:
            return [Division(attributes.language, attributes.direction, children, span)]
        if not attributes.unknown:
            fault = narrative_faults.unknown_division(name, span, _PLACED)
            self.collected.diagnostics.append(fault)
        return list(children)


def _split_attributes(content: str) -> tuple[str, Attributes]:
    """A heading's text and the attributes in braces at its end."""
    if content.endswith("}") and (start := content.rfind("{")) >= 0:
        attributes = read_attributes(content[start + 1 : -1])
        if attributes.id and not content[:start].endswith("{"):
            return content[:start].rstrip(), attributes
    return content, Attributes()
