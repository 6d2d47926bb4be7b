"""The groups of numbers that authors type by hand: "(3,4)", "[8-10]", each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from casereport.article.article import Article, CitationUse
from casereport.diagnostics import Span
from casereport.text.citations import TypedCitation, TypedOrders, read_typed_citation, typed_orders
from casereport.text.isolates import Direction


@dataclass(frozen=True, slots=True)
class TypedGroup:
    """One group of one language: its text, its place, and the uses that were read from it."""

    language: str
    direction: Direction
    text: str
    span: Span
    uses: tuple[CitationUse, ...]

    @property
    def read(self) -> TypedCitation | None:
        """What it cites."""
        return _read(self.text, self.direction)

    @property
    def orders(self) -> TypedOrders | None:
        """How it stands in the file and on the page."""
        return _orders(self.text, self.direction)

    @property
    def reads_two_ways(self) -> bool:
        """True when the file and the page name different works."""
        orders = self.orders
        return orders is not None and _numbers(orders.typed) != _numbers(orders.shown)


def typed_groups(article: Article) -> tuple[TypedGroup, ...]:
    """Every typed group, in the order in which the article prints them; each place once."""
    directions = {edition.language: edition.direction for edition in article.editions}
    found: dict[tuple[str, Span], list[CitationUse]] = {}
    for use in article.citations:
        if use.typed:
            found.setdefault((use.language, use.span), []).append(use)
    return tuple(
        TypedGroup(language, directions[language], uses[0].text, span, tuple(uses))
        for (language, span), uses in found.items()
    )


def in_figures(items: Iterable[tuple[int, int]], joint: str = ", ") -> str:
    """Items as figures: ``6-8, 11-17``.

    >>> in_figures([(6, 8), (11, 11)])
    '6-8, 11'
    """
    return joint.join(f"{a}" if a == b else f"{a}-{b}" for a, b in items)


@lru_cache(maxsize=1024)
def _read(text: str, direction: Direction) -> TypedCitation | None:
    return read_typed_citation(text, direction=direction)


@lru_cache(maxsize=1024)
def _orders(text: str, direction: Direction) -> TypedOrders | None:
    return typed_orders(text, direction=direction)


def _numbers(items: Iterable[tuple[int, int]]) -> set[int]:
    covered = (range(min(item), max(item) + 1) for item in items)
    return {number for numbers in covered for number in numbers}
