"""The contents of an issue: its sections, its articles, and where each begins. Types only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casereport.article.inline import Direction


@dataclass(frozen=True, slots=True)
class Head:
    """What the contents say of an article in one language.

    ``title`` is its markup (emphasis, indices, stretches of another language), ``plain_title`` its
    text; ``authors`` are printed names, in order.
    """

    language: str
    direction: Direction
    title: str
    plain_title: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """An article of the contents: its heads, the article's main language first; its pages."""

    heads: tuple[Head, ...]
    first_page: int
    last_page: int

    def head(self, language: str) -> Head:
        """The head in ``language``, else in the article's main one."""
        return next((head for head in self.heads if head.language == language), self.heads[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsSection:
    """Articles under one heading (language -> text, ``und`` for all; empty without one)."""

    heading: Mapping[str, str]
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """An issue as its contents tell it. ``title``: what it is called, language -> text."""

    title: Mapping[str, str]
    sections: tuple[ContentsSection, ...]

    @property
    def entries(self) -> tuple[ContentsEntry, ...]:
        """Every article, in order."""
        return tuple(entry for section in self.sections for entry in section.entries)
