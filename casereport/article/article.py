"""The article as a whole: one edition a language, the reference list, and what the checks ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from casereport.article.block import Block, Float, Sec
from casereport.article.inline import Direction, Inline
from casereport.diagnostics import Span

PrintPart = Literal["full", "front-page", "abstract"]


@dataclass(frozen=True, slots=True)
class Contrib:
    """An author as printed: the name, the marks that point at affiliations, and contact data."""

    name: str
    degrees: str
    marks: str
    corresponding: bool
    email: str = ""
    orcid: str = ""
    roles: str = ""


@dataclass(frozen=True, slots=True)
class Aff:
    """An affiliation line and its mark («۱», "1")."""

    mark: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A label with its text: the date of receipt, the corresponding author."""

    label: str
    children: tuple[Inline, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What stands in the head of each page; empty parts are left out by the template."""

    journal: str
    title: str
    authors: str
    place: tuple[Inline, ...]
    """Volume, number, month and year, and the page range, in the language's own words."""


@dataclass(frozen=True, slots=True)
class Front:
    """JATS ``front``: everything before the text, in one language."""

    kind: str
    title: tuple[Inline, ...]
    contribs: tuple[Contrib, ...]
    affs: tuple[Aff, ...]
    abstract_label: str
    abstract: tuple[Block, ...]
    kwd_label: str
    kwds: tuple[str, ...]
    kwd_text: str
    dates: tuple[LabelledText, ...]
    dates_line: str
    self_citation: tuple[Inline, ...]
    corresponding: tuple[LabelledText, ...]
    notes: tuple[LabelledText, ...]
    """Licence, DOI, and whatever else stands at the foot of the first page."""
    running: RunningHead


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the text: its mark, its blocks, and the ids of the marks that call it."""

    id: str
    mark: str
    blocks: tuple[Block, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """The article in one language."""

    language: str
    direction: Direction
    part: PrintPart | None
    """What the journal sets of this language; None: nothing in the PDF, all of it in the HTML."""
    front: Front
    body: tuple[Sec, ...]
    statements: tuple[Sec, ...]
    footnotes: tuple[Footnote, ...]
    floats_group: tuple[Float, ...]
    """Figures and tables gathered at the end, when the journal wants them there."""
    ref_heading: str
    back_links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Reference id → ids of the citations that name it, for links back."""


@dataclass(frozen=True, slots=True)
class Ref:
    """One entry of the reference list, as printed."""

    id: str
    citekey: str
    number: int
    label: str
    children: tuple[Inline, ...]
    language: str
    direction: Direction
    cited: bool = True


@dataclass(frozen=True, slots=True)
class CitationUse:
    """One citing of one entry, for the checks.

    ``citekey`` is set for ``[@key]``; ``number`` for digits typed by hand (``typed``), resolved to
    the numbered list. ``resolved`` is False when there is no such entry. ``text`` is the whole
    group as typed, of which this is one number; ``inside_range``: between the ends of a range.
    """

    language: str
    span: Span
    citekey: str
    number: int | None
    resolved: bool
    typed: bool
    inside_range: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class FloatMention:
    """One mention of a figure or table in the text, for the checks."""

    language: str
    kind: Literal["fig", "tbl"]
    target: str
    span: Span
    resolved: bool


@dataclass(frozen=True, slots=True)
class ArticleMeta:
    """Metadata of the document (PDF Info and XMP, HTML meta), in the article's main language."""

    language: str
    title: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    description: str
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A finished article. ``editions`` stand in print order."""

    name: str
    journal: str
    meta: ArticleMeta
    editions: tuple[Edition, ...]
    references: tuple[Ref, ...]
    assets: Mapping[str, bytes]
    first_page: int | None
    last_page: int | None
    blind: bool
    citations: tuple[CitationUse, ...] = ()
    mentions: tuple[FloatMention, ...] = ()

    @property
    def main(self) -> Edition:
        """The edition whose body is printed whole, else the first."""
        return next((e for e in self.editions if e.part == "full"), self.editions[0])

    def edition(self, language: str) -> Edition | None:
        """The edition in ``language``, or None."""
        return next((e for e in self.editions if e.language == language), None)
