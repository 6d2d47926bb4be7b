"""Right-to-left text for terminals that do no bidi: joined, in visual order, broken beforehand.

Many terminals (tmux, xterm, Alacritty, the console) print code points from left to right as they
come. There Persian is given in presentation forms and in the order of the eye: each line by itself,
since a line that the terminal breaks after it was reordered would be read from its end. It is for
the eye alone and never goes into a file or a pipe: such text cannot be searched or copied.

The letters' forms and order are those of labels on figures (arabic-reshaper, python-bidi, and
mirrored brackets), see :mod:`casereport.typesetting.label_shaping`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from casereport.reporting.eye import columns_of
from casereport.text.isolates import Direction
from casereport.typesetting.label_shaping import is_mark, shaped_label

_READABLE = 96
"""Columns: longer lines are hard to read also on a wide terminal."""


@dataclass(frozen=True, slots=True)
class VisualEye:
    """Lines in the order in which they are seen, on a terminal of ``width`` columns."""

    width: int

    @property
    def reorders(self) -> bool:
        """Always."""
        return True

    def line(self, text: str, direction: Direction | None = None) -> str:
        """One line in visual order."""
        return _after_their_letters(
            shaped_label(text, engine="reshaper", direction=direction).drawn, text
        )

    def sentences(self, text: str, direction: Direction, *, indent: int) -> list[str]:
        """Lines of at most the terminal's width; of right-to-left text they end at one margin."""
        room = max(20, min(self.width, _READABLE) - indent)
        lines = [self.line(line, direction) for line in _broken(text, room)]
        if direction == "rtl":
            longest = max(map(columns_of, lines), default=0)
            lines = [" " * (longest - columns_of(line)) + line for line in lines]
        return lines


def _broken(text: str, room: int) -> list[str]:
    """``text`` in lines of at most ``room`` columns, broken at spaces.

    An isolate that is open where a line ends is closed there and opened again on the next.
    """
    lines: list[str] = []
    current, opened = "", ""
    for word in text.split(" "):
        if current.strip(opened) and columns_of(current) + 1 + columns_of(word) > room:
            lines.append(current + _PDI * len(opened))
            current = opened + word
        else:
            current = f"{current} {word}" if current or lines else word
        opened = _still_open(opened, word)
    return [*lines, current]


_PDI = "\u2069"
_INITIATORS = frozenset("\u2066\u2067\u2068")


def _still_open(opened: str, word: str) -> str:
    for character in word:
        if character in _INITIATORS:
            opened += character
        elif character == _PDI:
            opened = opened[:-1]
    return opened


def _after_their_letters(visual: str, logical: str) -> str:
    """Marks behind their letters, where terminals look for them.

    A right-to-left run is reversed whole, which puts its marks before their letters.
    """
    if not any(map(is_mark, logical)):
        return visual
    result: list[str] = []
    waiting = ""
    for character in visual:
        if is_mark(character) and unicodedata.name(character, "").startswith("ARABIC"):
            waiting = character + waiting
        else:
            result.append(character + waiting)
            waiting = ""
    return "".join(result) + waiting
