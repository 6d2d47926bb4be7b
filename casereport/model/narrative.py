"""The narrative of one language, as typed: sections, blocks and inlines, each with its place.

These are the nodes of the author's Markdown; nothing is numbered or formatted yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from casereport.diagnostics import Span

SECTION_IDS = (
    "abstract",
    "introduction",
    "patient-information",
    "clinical-findings",
    "timeline",
    "diagnostic-assessment",
    "therapeutic-intervention",
    "follow-up-and-outcomes",
    "discussion",
    "conclusion",
    "patient-perspective",
    "informed-consent",
)
"""CARE's section ids and two more (abstract, conclusion), in CARE's order."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Plain text as typed, without line ends (a soft break is one space).

    ``marks`` (offset in the text, line, column) say where the text resumes in the file after a
    line end, an escape or an entity; there are none when it stands on one line as typed.
    """

    text: str
    span: Span
    marks: tuple[tuple[int, int, int], ...] = ()

    def place(self, start: int, end: int) -> Span:
        """The place in the file of ``text[start:end]``, for what a check finds in the text."""
        first = self._at(start)
        last = self._at(end - 1) if end > start else (first[0], first[1] - 1)
        return Span(self.span.file, *first, last[0], last[1] + 1)

    def _at(self, offset: int) -> tuple[int, int]:
        begin, line, column = 0, self.span.line, self.span.column
        for mark in self.marks:
            if mark[0] > offset:
                break
            begin, line, column = mark
        return line, column + offset - begin


@dataclass(frozen=True, slots=True)
class Styled:
    """``*emphasis*``, ``**strong**``, ``H~2~O``, ``10^9^``."""

    style: Literal["emphasis", "strong", "subscript", "superscript"]
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """Text between backquotes: never touched by digits or isolates rules, always left to right."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """``[text](url)`` or a bare ``<url>``; the target is http(s), mailto or ``#…``."""

    target: str
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """``[text]{lang=en dir=ltr}``."""

    language: str | None
    direction: Literal["ltr", "rtl"] | None
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One key of a citation, with what Pandoc calls prefix and suffix (``see @a, p. 3``).

    ``suppressed``: ``-@a``, the text names the authors itself.
    """

    citekey: str
    span: Span
    prefix: str = ""
    locator: str = ""
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Cite:
    """``[@a; @b]``; ``in_text``: a bare ``@a``, which names the authors before it cites."""

    items: tuple[CitationItem, ...]
    span: Span
    in_text: bool = False


@dataclass(frozen=True, slots=True)
class CrossReference:
    """``@fig-chest``, ``@tbl-labs``; assembly reads a panel's letter off ``@fig-chest-a``."""

    kind: Literal["fig", "tbl"]
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class FactReference:
    """``{{ labs.hemoglobin.value }}``: the path as typed, without spaces."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """``[^label]``; the note's blocks stand in ``Narrative.footnotes``."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard break."""

    span: Span


Inline: TypeAlias = (
    TextRun
    | Styled
    | Code
    | Link
    | LanguageSpan
    | Cite
    | CrossReference
    | FactReference
    | FootnoteReference
    | LineBreak
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading below a section's own (level 3–6)."""

    level: int
    children: tuple[Inline, ...]
    span: Span
    id: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``start`` is the first number of an ordered one, ``delimiter`` what follows numbers.

    ``delimiter`` is ``.`` or ``)``; for an unordered list the bullet as typed.
    """

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]
    span: Span
    delimiter: str = "."


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    children: tuple[Inline, ...]
    align: Literal["start", "center", "end"] | None
    span: Span


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A pipe table: the head row (may be empty) and the body rows."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    children: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Placement:
    """A fenced div that places something: ``::: labs``, ``::: timeline``, ``::: {#fig-chest}``.

    ``kind`` is labs, timeline, fig or tbl; ``target`` the id for fig and tbl; ``children`` what
    stands inside (the pipe table of a ``tbl``).
    """

    kind: Literal["labs", "timeline", "fig", "tbl"]
    target: str
    children: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Division:
    """A fenced div with language or direction: ``::: {lang=en dir=ltr}``."""

    language: str | None
    direction: Literal["ltr", "rtl"] | None
    children: tuple[Block, ...]
    span: Span


Block: TypeAlias = Paragraph | Subheading | ListBlock | TableBlock | Quote | Placement | Division


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its canonical id; ``heading`` as typed (the journal may print its own)."""

    id: str
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Narrative:
    """One language's text."""

    language: str
    file: str
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()

    def section(self, section_id: str) -> Section | None:
        """The section with this id, or None."""
        return next((s for s in self.sections if s.id == section_id), None)

    @property
    def has_body(self) -> bool:
        """True when there is text beyond the abstract."""
        return any(s.id != "abstract" and s.blocks for s in self.sections)
