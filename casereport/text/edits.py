"""Edits of a text at places given in lines and columns; what no edit touches stays as it is.

The text is a file's own: a byte order mark and any line ends stay. Places are those of
:class:`casereport.diagnostics.Span`, counted in code points without the mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casereport.diagnostics import Span, TextEdit

_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Change:
    """Replace ``text[start:end]`` by ``replacement``."""

    start: int
    end: int
    replacement: str

    def meets(self, other: Change) -> bool:
        """True when the two cannot be made in one go: they overlap, or an insertion touches."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


class Places:
    r"""Where lines begin and end in a text as it stands in its file.

    >>> Places("a\r\nb").change(TextEdit(Span("x", 2, 1, 2, 2), "c"))
    Change(start=3, end=4, replacement='c')
    """

    def __init__(self, text: str) -> None:
        first = len(_BOM) if text.startswith(_BOM) else 0
        ends = list(_LINE_END.finditer(text))
        self._starts = [first, *(match.end() for match in ends)]
        self._ends = [*(match.start() for match in ends), len(text)]
        self._line_end = _usual_line_end(match[0] for match in ends)

    def change(self, edit: TextEdit) -> Change | None:
        """The edit by indices, its line ends those of the file; None when the place is not there.

        A place after the last line is the end of the text: the whole last line ends there.
        """
        start = self._index(edit.span.line, edit.span.column)
        end = self._index(edit.span.end_line, edit.span.end_column)
        if start is None or end is None or end < start:
            return None
        lines = edit.replacement.replace("\r\n", "\n").replace("\r", "\n")
        return Change(start, end, lines.replace("\n", self._line_end))

    def _index(self, line: int, column: int) -> int | None:
        if line == len(self._starts) + 1 and column == 1:
            return self._ends[-1]
        if not 1 <= line <= len(self._starts) or column < 1:
            return None
        index = self._starts[line - 1] + column - 1
        return index if index <= self._ends[line - 1] else None


class Changes:
    """Changes of one text that do not meet, in the order of the text."""

    def __init__(self) -> None:
        self._sorted: list[Change] = []

    def meets(self, change: Change) -> bool:
        """True when ``change`` cannot be made together with those that are there."""
        # They lie apart, so that only its neighbours can meet it.
        after = bisect_right(self._sorted, change.start, key=_start)
        return any(change.meets(other) for other in self._sorted[max(0, after - 1) : after + 1])

    def add(self, change: Change) -> None:
        """Take a change that meets none."""
        insort(self._sorted, change, key=_start)

    def __iter__(self) -> Iterator[Change]:
        return iter(self._sorted)


def _start(change: Change) -> int:
    return change.start


def apply_changes(text: str, changes: Changes) -> str:
    """``text`` with these changes made."""
    parts: list[str] = []
    position = 0
    for change in changes:
        parts += [text[position : change.start], change.replacement]
        position = change.end
    return "".join([*parts, text[position:]])


def whole_lines(span: Span) -> Span:
    """From the beginning of the first line to the beginning of the line after the last."""
    return Span(span.file, span.line, 1, span.end_line + 1, 1)


def _usual_line_end(ends: Iterable[str]) -> str:
    found = Counter(ends).most_common(1)
    return found[0][0] if found else "\n"
