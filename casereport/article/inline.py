"""Inline nodes of the article (JATS: bold, italic, sub, sup, ext-link, xref, styled-content)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Text:
    """Text ready for display."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """JATS ``italic``, ``bold``, ``sub``, ``sup``, ``sc``, ``monospace``."""

    style: Literal["italic", "bold", "sub", "sup", "sc", "monospace"]
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """JATS ``ext-link``; the target is http(s) or mailto."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Xref:
    """JATS ``xref``: a link to a figure, table, section or footnote of the same edition.

    ``id`` is that of a footnote's mark, so that the note can link back.
    """

    ref_type: Literal["fig", "table", "fn", "sec"]
    rid: str
    children: tuple[Inline, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class CitationNumber:
    """One linked number of a citation, or the names and year of one work (``inlines``).

    ``rid`` is the id of the reference, empty if it dangles; ``text``: what prints, without markup.
    """

    rid: str
    text: str
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation group (JATS ``xref ref-type="bibr"``), its punctuation and numbers in order.

    ``id`` is unique in the edition, so that the reference list can link back. ``direction`` is
    that of the group as a whole; ``typed`` marks digits kept as the author typed them (no
    isolation: the direction is the paragraph's own). ``by_author``: works are named, and a group
    may be longer than a line.
    """

    id: str
    children: tuple[Text | CitationNumber, ...]
    direction: Direction
    superscript: bool = False
    typed: bool = False
    by_author: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch in another language or direction (JATS ``styled-content`` with ``xml:lang``)."""

    language: str | None
    direction: Direction | None
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LastPage:
    """The number of the article's last page (JATS ``lpage``).

    ``text`` is what is known before the pages are counted; print counts them, in the same digits.
    """

    text: str
    numbering_system: Literal["latn", "arabext"]


@dataclass(frozen=True, slots=True)
class Break:
    """A forced line break."""


Inline: TypeAlias = Text | Styled | Link | Xref | Citation | Span | LastPage | Break


def plain_text(nodes: tuple[Inline, ...]) -> str:
    """The text of inline nodes without markup; a break is a space."""
    parts: list[str] = []
    for node in nodes:
        match node:
            case Text(text) | LastPage(text):
                parts.append(text)
            case Citation(children=pieces):
                parts.extend(piece.text for piece in pieces)
            case Break():
                parts.append(" ")
            case _:
                parts.append(plain_text(node.children))
    return "".join(parts)
