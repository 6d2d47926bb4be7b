"""Block nodes of the article (JATS: p, list, disp-quote, fig, table-wrap, sec)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from casereport.article.inline import Direction, Inline

Width = Literal["column", "page"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; level 3 is the first below the section's own."""

    level: int
    children: tuple[Inline, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list; ``labels`` are the printed labels of an ordered one («۱.», "1."), else empty."""

    items: tuple[tuple[Block, ...], ...]
    labels: tuple[str, ...] = ()
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """Blocks in another language or direction."""

    language: str | None
    direction: Direction | None
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Graphic:
    """One image. ``asset`` names an entry of ``Article.assets``; ``missing``: it is not there."""

    asset: str
    alt: str
    label: str = ""
    caption: tuple[Inline, ...] = ()
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Fig:
    """A figure with its label («تصویر شماره ۱:») and caption; panels are several graphics."""

    id: str
    number: int
    label: str
    caption: tuple[Inline, ...]
    graphics: tuple[Graphic, ...]
    width: Width
    width_mm: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell.

    A ``decimal`` one is a number whose column is aligned at the decimal mark: ``children`` have the
    whole part, ``fraction`` the mark and what follows it.
    """

    children: tuple[Inline, ...]
    align: Literal["start", "center", "end", "decimal"] = "start"
    direction: Direction | None = None
    header: bool = False
    fraction: str = ""


@dataclass(frozen=True, slots=True)
class TableWrap:
    """A table with its label, caption and notes."""

    id: str
    number: int
    label: str
    caption: tuple[Inline, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[tuple[Inline, ...], ...] = ()
    width: Width = "column"
    kind: Literal["typed", "labs", "timeline"] = "typed"
    decimal_room: tuple[int, int] = (0, 0)
    """The most characters of a whole part and of a fraction in its decimal cells."""


Float: TypeAlias = Fig | TableWrap
Block: TypeAlias = Paragraph | Heading | List | Quote | Division | Fig | TableWrap


@dataclass(frozen=True, slots=True)
class Sec:
    """A printed section; it may gather several of the author's sections under one heading."""

    id: str
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]
