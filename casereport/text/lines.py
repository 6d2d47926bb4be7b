"""A text as its lines."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, split once for all who ask for them."""
    return tuple(text.split("\n"))
