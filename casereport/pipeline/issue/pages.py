"""Which pages each article of an issue gets. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pages:
    """The first and the last page of an article."""

    first: int
    last: int


def place_articles(counts: Sequence[int], first: int, *, on_odd_pages: bool) -> tuple[Pages, ...]:
    """The pages of articles that are so many pages long, from page ``first`` on.

    An article of no pages (one that could not be set) takes none.

    >>> place_articles([3, 2], 1, on_odd_pages=True)
    (Pages(first=1, last=3), Pages(first=5, last=6))
    """
    placed: list[Pages] = []
    following = first
    for count in counts:
        begin = following + 1 if on_odd_pages and following % 2 == 0 else following
        placed.append(Pages(begin, begin + max(count, 1) - 1))
        following = begin + count if count else following
    return tuple(placed)
