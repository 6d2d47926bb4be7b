"""The Unicode Bidirectional Algorithm (UAX #9): embedding levels and visual order.

Rules P, X, W, N (with bracket pairs), I, and of L1 what needs no line breaks: separators, and the
white space before them and at the end of a paragraph. The characters that rule X9 removes keep
their place (section 5.2): they get the level of what stands before them, so that levels and code
points run side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from casereport.text.bidi.classes import bidi_class
from casereport.text.bidi.explicit import MAX_DEPTH, first_strong_level
from casereport.text.bidi.paragraph import resolve_paragraph

__all__ = ["MAX_DEPTH", "base_level", "bidi_class", "embedding_levels", "visual_order"]


def embedding_levels(text: str, *, base_level: int | None = None) -> tuple[int, ...]:
    r"""The resolved level of each code point of ``text``: even is left to right, odd right to left.

    ``base_level`` is the paragraph level (0 or 1); None finds it by rules P2 and P3, for each
    paragraph of the text by itself. Levels reach 126.

    >>> embedding_levels("abc \u05d0\u05d1")
    (0, 0, 0, 0, 1, 1)
    """
    classes = [bidi_class(character) for character in text]
    levels: list[int] = []
    start = 0
    ends = [index + 1 for index, name in enumerate(classes) if name == "B"]
    for end in (*ends, len(text)):
        paragraph = classes[start:end]
        base = first_strong_level(paragraph) if base_level is None else base_level
        levels.extend(resolve_paragraph(text[start:end], paragraph, base))
        start = end
    return tuple(levels)


def base_level(text: str) -> int:
    """The paragraph level by the first strong character of ``text`` (P2, P3); 0 without one."""
    return first_strong_level([bidi_class(character) for character in text])


def visual_order(levels: Sequence[int]) -> tuple[int, ...]:
    """The logical indices of one line from left to right (rule L2).

    >>> visual_order((0, 1, 1, 0))
    (0, 2, 1, 3)
    """
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return tuple(order)
    for level in range(max(levels), min(odd) - 1, -1):
        position = 0
        while position < len(order):
            end = position
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end > position + 1:
                order[position:end] = reversed(order[position:end])
            position = max(end, position + 1)
    return tuple(order)
