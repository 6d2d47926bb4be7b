"""The line of a file that a finding speaks of, with the stretch marked so that it reads right.

Columns cannot be underlined in a line that a terminal reorders. There the stretch stands between
white square brackets (U+27E6, U+27E7), which mirror with the text; elsewhere carets stand under it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from casereport.diagnostics import Span
from casereport.reporting.rendering import has_rtl, visible
from casereport.text.isolates import Direction, first_strong, ltr, rtl

_WIDTH = 76
"""Of a line on a terminal of 80 columns."""
_INK = re.compile(r"\S")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ELLIPSIS = "\u2026"
_TAB, _SPACE = "\u2192", "\u00b7"
OPENING, CLOSING = "\u27e6", "\u27e7"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a file around a stretch: what stands before, the stretch, what stands after."""

    before: str
    marked: str
    after: str

    @property
    def carets(self) -> str:
        """Spaces and carets for a second line, or nothing when columns cannot be trusted."""
        if not self._in_columns:
            return ""
        return " " * len(self.before) + "^" * max(1, len(self.marked))

    def line(
        self, emphasis: str = "", plain: str = "", *, direction: Direction | None = None
    ) -> str:
        """The first line; ``emphasis`` and ``plain`` switch a terminal's colour on and off.

        ``direction`` is that of the whole line in its file, of which a part may be shown; without
        it the first letter decides.
        """
        if self._in_columns:
            return f"{self.before}{emphasis}{self.marked}{plain}{self.after}"
        marked = f"{OPENING}{emphasis}{self.marked}{plain}{CLOSING}" if self.marked else ""
        text = f"{self.before}{marked}{self.after}"
        if not has_rtl(text):
            return text
        isolate = first_strong if direction is None else {"ltr": ltr, "rtl": rtl}[direction]
        return isolate(text)

    @property
    def _in_columns(self) -> bool:
        text = f"{self.before}{self.marked}{self.after}"
        # What is ASCII has no controls left that could move a cursor.
        return text.isascii() or all(map(_one_column, text))


def excerpt(text: str, span: Span, *, width: int = _WIDTH) -> Excerpt | None:
    """The stretch of ``span`` in ``text`` with what stands around it, at most ``width`` characters.

    None when there is nothing to show: the line is blank or absent, or the finding is about a file
    as a whole.
    """
    lines = lines_of(text)
    if span.line > len(lines) or span == Span.start_of(span.file):
        return None
    line = lines[span.line - 1]
    ink = _INK.search(line)
    if ink is None:
        return None
    start = min(span.column - 1, len(line))
    end = len(line) if span.end_line > span.line else min(span.end_column - 1, len(line))
    # A line may be a whole file, with a finding at every word of it: no more than is shown, and the
    # one character that tells that there is more, is looked at.
    before = line[max(ink.start(), start - width - 1) : start]
    marked, after = line[start : min(end, start + width)], line[end : end + width + 1].rstrip()
    if end <= start + width or marked.isspace():
        marked = marked.rstrip() or _shown_blanks(marked)
    return _shortened(before, marked, after, width)


def _shown_blanks(blanks: str) -> str:
    """Spaces and tabs that are the finding themselves, so that they can be seen."""
    return "".join(_TAB if blank == "\t" else _SPACE for blank in blanks)


@functools.lru_cache(maxsize=4)
def lines_of(text: str) -> list[str]:
    """The lines of a file: split once, though thousands of findings may quote it."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


def _shortened(before: str, marked: str, after: str, width: int) -> Excerpt:
    before, marked, after = visible(before), visible(marked), visible(after)
    if len(marked) > width - 16:
        marked = marked[: width - 17].rstrip() + _ELLIPSIS
    room = max(0, width - len(marked))
    left = min(len(before), max(room // 2, room - len(after)))
    if left < len(before):
        before = _ELLIPSIS + _from_word(before[len(before) - left :])
    right = room - left
    if right < len(after):
        after = _to_word(after[:right]) + _ELLIPSIS
    return Excerpt(before, marked, after)


def _from_word(text: str) -> str:
    """Without the broken word at the beginning, unless it is all there is."""
    return text.partition(" ")[2] or text


def _to_word(text: str) -> str:
    return text.rpartition(" ")[0] or text


def _one_column(character: str) -> bool:
    """True when a terminal gives it one column, in the order in which it is stored."""
    if unicodedata.bidirectional(character) in {"R", "AL", "AN", "BN"}:
        return False
    return (
        unicodedata.east_asian_width(character) not in {"W", "F"}
        and unicodedata.category(character)[0] != "M"
        and unicodedata.category(character) != "Cf"
    )
