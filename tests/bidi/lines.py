"""Characters where they stand on a page, and the lines that they make, read from left to right.

Both engines are reduced to the same thing: visible characters with their left and right edges. What
prints nothing (controls, ZWNJ, combining marks, which sit on their letter) is left out of both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LINE_HEIGHT = 48.0
"""Of every test document, in px: lines stand so far apart that no superscript reaches the next."""

_SPACES = " \u00a0\u2009\u202f\t\n"


@dataclass(frozen=True, slots=True)
class Placed:
    """A character of the source and its edges, in px from the left and the top of its section.

    ``level`` is the one it was shaped at, where the engine tells it (its parity mirrors brackets).
    ``line`` is the place of its line box in the section, 0 where the engine does not tell it.
    """

    character: str
    left: float
    right: float
    y: float
    level: int | None = None
    line: int = 0

    @property
    def centre(self) -> float:
        """The middle between its edges."""
        return (self.left + self.right) / 2

    @property
    def shown(self) -> str:
        """The character that is seen: a bracket in right-to-left text is its mirror image."""
        return mirrored(self.character) if (self.level or 0) % 2 else self.character


_PAIRS = ("()", "[]", "{}", "\u00ab\u00bb", "<>", "\u2039\u203a", "\u2264\u2265")
_MIRROR = {pair[i]: pair[1 - i] for pair in _PAIRS for i in (0, 1)}


def mirrored(character: str) -> str:
    """The mirror image of a bracket or sign; another character is its own."""
    return _MIRROR.get(character, character)


def is_visible(character: str) -> bool:
    """False for what is not compared: formatting characters and combining marks."""
    return unicodedata.category(character) not in {"Cf", "Mn", "Me", "Cc", "Zl", "Zp"}


def visual_lines(characters: Iterable[Placed]) -> list[list[Placed]]:
    """The lines from top to bottom, each from left to right, without space at their edges."""
    rows: list[list[Placed]] = []
    last = float("-inf")
    for placed in sorted(characters, key=lambda p: p.y):
        if placed.y - last > LINE_HEIGHT / 2:
            rows.append([])
        rows[-1].append(placed)
        last = placed.y
    return [line for row in rows if (line := left_to_right(row))]


def left_to_right(characters: Iterable[Placed]) -> list[Placed]:
    """A line in visual order, trimmed; spaces that touch are one."""
    line = sorted(characters, key=lambda p: (p.centre, p.left))
    kept = [
        placed
        for index, placed in enumerate(line)
        if placed.character not in _SPACES or (index and line[index - 1].character not in _SPACES)
    ]
    while kept and kept[-1].character in _SPACES:
        kept.pop()
    return kept


def text_of(line: Sequence[Placed]) -> str:
    """The logical characters of a line in the order in which they stand."""
    return "".join(" " if p.character in _SPACES else p.character for p in line)


def seen_text_of(line: Sequence[Placed]) -> str:
    """What a reader sees from left to right, brackets mirrored where they are."""
    return "".join(" " if p.character in _SPACES else p.shown for p in line)


def readable(visual: str) -> str:
    """A visual string that a terminal does not turn round again: each letter set apart.

    The string stands between LRO and PDF, the spaces as middle dots.
    """
    return "\u202d" + visual.replace(" ", "\u00b7") + "\u202c"


def without_invisible(text: str) -> Iterator[str]:
    """The characters of a text that are compared."""
    return (character for character in text if is_visible(character))
