"""Numbers for citations: by first appearance, as Vancouver style has it."""

from __future__ import annotations

from collections.abc import Iterable


def number_by_first_appearance(citekeys: Iterable[str]) -> dict[str, int]:
    """Citekey → number, from 1, in the order in which each is first cited.

    >>> number_by_first_appearance(["b", "a", "b"])
    {'b': 1, 'a': 2}
    """
    numbers: dict[str, int] = {}
    for citekey in citekeys:
        numbers.setdefault(citekey, len(numbers) + 1)
    return numbers
