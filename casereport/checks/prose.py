"""The prose of a case as plain text, paragraph by paragraph, with a way back to its places.

What is not prose (a fact called by name, a citation, a mention of a figure, code) is one
OBJECT_REPLACEMENT. A stretch in another language (``[text]{lang=en}``) is prose of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeGuard

from casereport.diagnostics import Fix, Message, Span, TextEdit
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport
from casereport.model.narrative import (
    Block,
    Cell,
    Division,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    ListBlock,
    Narrative,
    Paragraph,
    Placement,
    Quote,
    Styled,
    Subheading,
    TableBlock,
    TextRun,
)
from casereport.text.characters import OBJECT_REPLACEMENT
from casereport.text.lines import lines_of
from casereport.text.tokens import PROTECTED, Kind, tokenise

Part = Literal["paragraph", "heading", "cell", "phrase", "text", "name"]
"""``phrase``: in another language; of case.yaml: ``text``, and ``name`` for who and where."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of one paragraph, heading, cell, or value of case.yaml."""

    text: str
    language: str
    part: Part
    pieces: tuple[tuple[int, TextRun | Span], ...]

    @property
    def file(self) -> str:
        """The file it stands in."""
        piece = self.pieces[0][1]
        return piece.file if isinstance(piece, Span) else piece.span.file

    def place(self, start: int, end: int) -> Span:
        """The place in the file of ``text[start:end]``, which is not empty."""
        first, last = self._at(start), self._at(max(start, end - 1))
        return Span(first.file, first.line, first.column, last.end_line, last.end_column)

    def point(self, index: int) -> Span:
        """The place behind the character before ``index`` (from 1); nothing stands in it."""
        at = self._at(index - 1)
        return Span(at.file, at.end_line, at.end_column, at.end_line, at.end_column)

    def _at(self, index: int) -> Span:
        offset, piece = self.pieces[bisect_right(self.pieces, index, key=lambda each: each[0]) - 1]
        if isinstance(piece, Span):
            return piece
        return piece.place(index - offset, index - offset + 1)


@dataclass(slots=True)
class _Gathering:
    language: str
    part: Part
    length: int = 0
    texts: list[str] = field(default_factory=list)
    pieces: list[tuple[int, TextRun | Span]] = field(default_factory=list)
    phrases: list[Prose] = field(default_factory=list)

    def add(self, text: str, piece: TextRun | Span) -> None:
        self.texts.append(text)
        self.pieces.append((self.length, piece))
        self.length += len(text)

    def take(self, children: tuple[Inline, ...]) -> None:
        for child in children:
            if isinstance(child, TextRun):
                self.add(child.text, child)
            elif isinstance(child, LineBreak):
                self.add("\n", child.span)
            elif isinstance(child, Styled | Link) or self._is_ours(child):
                self.take(child.children)
            else:
                self.add(OBJECT_REPLACEMENT, child.span)
                if isinstance(child, LanguageSpan) and child.language in available_languages():
                    self.phrases += prose_of(child.children, child.language or "", "phrase")

    def _is_ours(self, child: Inline) -> TypeGuard[LanguageSpan]:
        return isinstance(child, LanguageSpan) and child.language in {None, self.language}

    def prose(self) -> list[Prose]:
        text = "".join(self.texts)
        own = Prose(text, self.language, self.part, tuple(self.pieces))
        return [own, *self.phrases] if text.strip() else self.phrases


def prose_of(children: tuple[Inline, ...], language: str, part: Part) -> list[Prose]:
    """The prose of a paragraph's inlines; what stands in it in other languages follows."""
    gathering = _Gathering(language, part)
    gathering.take(children)
    return gathering.prose()


@lru_cache(maxsize=4)
def narrative_prose(narrative: Narrative) -> tuple[Prose, ...]:
    """All prose of one language's text, footnotes last; languages without a locale are left out."""
    found: list[Prose] = []
    for section in narrative.sections:
        found += prose_of(section.heading, narrative.language, "heading")
    for language, blocks in block_lists(narrative):
        for block in blocks:
            if isinstance(block, Paragraph):
                found += prose_of(block.children, language, "paragraph")
            elif isinstance(block, Subheading):
                found += prose_of(block.children, language, "heading")
            elif isinstance(block, TableBlock):
                for cell in _cells(block):
                    found += prose_of(cell.children, language, "cell")
    return tuple(found)


def _cells(table: TableBlock) -> Iterator[Cell]:
    for row in (table.head, *table.rows):
        yield from row


def block_lists(narrative: Narrative) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Each run of sibling blocks, with its language: a section's, a list item's, a quotation's."""
    waiting = [(narrative.language, section.blocks) for section in narrative.sections]
    waiting += [(narrative.language, note.blocks) for note in narrative.footnotes]
    waiting.reverse()
    while waiting:
        language, blocks = waiting.pop()
        yield language, blocks
        for block in reversed(blocks):
            if isinstance(block, ListBlock):
                waiting += [(language, item) for item in reversed(block.items)]
            elif isinstance(block, Quote | Placement):
                waiting.append((language, block.children))
            elif isinstance(block, Division) and block.language in {None, *available_languages()}:
                waiting.append((block.language or language, block.children))


@lru_cache(maxsize=8192)
def tokens_of(text: str) -> tuple[tuple[int, int, Kind], ...]:
    """(start, end, kind) of what must not be touched in ``text``, and of citation groups."""
    return tuple(
        (token.start, token.end, token.kind)
        for token in tokenise(text)
        if token.kind in PROTECTED or token.kind == "citation"
    )


@lru_cache(maxsize=8192)
def without_addresses(text: str) -> str:
    """``text`` of the same length, its addresses and identifiers put out of sight."""
    kinds = {"url", "email", "doi", "identifier", "isolated"}
    hidden = [(start, end) for start, end, kind in tokens_of(text) if kind in kinds]
    pieces: list[str] = []
    done = 0
    for start, end in hidden:
        pieces += [text[done:start], OBJECT_REPLACEMENT * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def mend(
    case: CaseReport,
    prose: Prose,
    edits: Iterable[tuple[int, int, str]],
    description: Message,
    *,
    safe: bool,
) -> Fix | None:
    """The edits (start, end, replacement) of a prose as edits of its file.

    None when the file has something else there: an escape, a line end, an entity.
    """
    made: list[TextEdit] = []
    for start, end, replacement in edits:
        span = prose.place(start, end) if end > start else prose.point(start)
        if typed_at(case, span) != prose.text[start:end]:
            return None
        made.append(TextEdit(span, replacement))
    return Fix(description, tuple(made), safe=safe)


def typed_at(case: CaseReport, span: Span) -> str | None:
    """What stands at a place of one line of a file; None when there is no such place."""
    lines = lines_of(case.texts.get(span.file, ""))
    if span.line != span.end_line or span.line > len(lines):
        return None
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]
