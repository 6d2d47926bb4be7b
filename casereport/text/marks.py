"""Combining marks piled on one letter: no writing needs more than a few, and shaping dies of many.

HarfBuzz needs time that grows with the square of their number, and ends the process at 65,536.
Marks are the general category M of the Unicode Character Database.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Nothing in here is a letter, a digit, a space or ASCII; what of it is a mark is looked up.
_CANDIDATES = re.compile(r"[^\x00-\x7f\w\s]+")


def excess_marks(text: str, limit: int) -> Iterator[tuple[int, int]]:
    r"""The stretches of marks that stand beyond ``limit`` on one letter, as (start, end).

    >>> list(excess_marks("a\u0301\u0301\u0301b\u0301", 2))
    [(3, 4)]
    """
    for run in _CANDIDATES.finditer(text):
        if run.end() - run.start() <= limit:
            continue
        count = 0
        for index in range(run.start(), run.end() + 1):
            is_mark = index < run.end() and unicodedata.category(text[index])[0] == "M"
            if not is_mark and count > limit:
                yield index - count + limit, index
            count = count + 1 if is_mark else 0


def without_excess_marks(text: str, limit: int, stand_in: str = "") -> str:
    """``text`` without the marks beyond ``limit`` on one letter, each replaced by ``stand_in``."""
    parts: list[str] = []
    done = 0
    for start, end in excess_marks(text, limit):
        parts += [text[done:start], stand_in * (end - start)]
        done = end
    return "".join([*parts, text[done:]]) if parts else text
