"""Where each inline of a paragraph stands in the file.

markdown-it places blocks by lines only and inlines not at all. Here its inline state remembers the
offset from which every piece of text came, and a line map takes offsets in a block's content to
lines and columns of the file: a block's content lines are always the ends of its source lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from casereport.diagnostics import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

InlineRule = Callable[[StateInline, bool], bool]
Piece = tuple[int, str]
"""Offset in the block's content, and the text that came from there."""

_BLANK = MD_TRIM_CHARS


@dataclass(frozen=True, slots=True)
class LineMap:
    """From offsets in a block's content to places: (offset, line, column) of each stretch."""

    file: str
    stretches: tuple[tuple[int, int, int], ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        index = bisect_right(self.stretches, (offset, 1 << 60, 0)) - 1
        begin, line, column = self.stretches[max(index, 0)]
        return line, max(1, column + offset - begin)

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets; its end is told from the last character in it."""
        line, column = self.place(start)
        end_line, end_column = self.place(end - 1) if end > start else (line, column - 1)
        return Span(self.file, line, column, end_line, end_column + 1)

    def resumptions(self, start: int, end: int) -> list[int]:
        """The offsets after ``start`` and before ``end`` at which a stretch begins."""
        first = bisect_right(self.stretches, (start, 1 << 60, 0))
        last = bisect_left(self.stretches, (end, 0, 0))
        return [begin for begin, _, _ in self.stretches[first:last]]


def map_of_lines(content: str, source: Sequence[str], first: int, file: str) -> LineMap:
    """The map of a paragraph: ``first`` is the index of its first line in ``source``."""
    stretches: list[tuple[int, int, int]] = []
    offset = 0
    lines = content.split("\n")
    # A first line of nothing but Unicode spaces is a paragraph's, yet cut from its content.
    while first + len(lines) < len(source) and not _ends(source[first], lines[0]):
        first += 1
    for index, line in enumerate(lines):
        typed, end = source[first + index].rstrip(_BLANK), line.rstrip(_BLANK)
        before = len(typed) - len(end) if end else len(source[first + index]) - len(line)
        # Negative where a tab was expanded: only the spaces it became have no place of their own.
        stretches.append((offset, first + index + 1, before + 1))
        offset += len(line) + 1
    return LineMap(file, tuple(stretches))


def _ends(line: str, end: str) -> bool:
    return line.rstrip(_BLANK).endswith(end.strip(_BLANK))


def map_of_heading(content: str, source: Sequence[str], first: int, file: str) -> LineMap:
    """The map of a ``##`` heading, whose content may be followed by more hashes or an id."""
    line = source[first]
    after = line.find("#")
    while after < len(line) and line[after] == "#":
        after += 1
    return LineMap(file, ((0, first + 1, max(0, line.find(content, after)) + 1),))


def map_of_cell(content: str, segment: str, line: int, column: int, file: str) -> LineMap:
    """The map of a table cell between its bars, in which an escaped bar is one character.

    ``column`` is that of the segment's first character. The content is the segment's end, because
    the first cell's segment may begin with the marks of a list or a quotation.
    """
    index = len(segment.rstrip(_BLANK))
    stretches: list[tuple[int, int, int]] = []
    for offset in range(len(content) - 1, -1, -1):
        index -= 1
        if content[offset] == "|" and index > 0 and segment[index - 1] == "\\":
            stretches.append((offset, line, column + index))
            index -= 1
    stretches.append((0, line, column + max(index, 0)))
    return LineMap(file, tuple(reversed(stretches)))


class PositionedState(StateInline):
    """An inline state that knows whence its pending text came."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        self._pieces: list[Piece] = []
        super().__init__(src, md, env, tokens)

    def append_pending(self, text: str) -> None:
        """Keep text that begins at the present position."""
        self._pieces.append((self.pos, text))
        super().append_pending(text)

    @property
    def pending(self) -> str:
        """The text that is in no token yet."""
        return super().pending

    @pending.setter
    def pending(self, value: str) -> None:
        # The newline rule cuts spaces off the end; nothing else is ever changed in it.
        StateInline.pending.fset(self, value)  # type: ignore[attr-defined]
        kept: list[Piece] = []
        room = len(value)
        for position, text in self._pieces:
            if room <= 0:
                break
            kept.append((position, text[:room]))
            room -= len(text)
        self._pieces = kept

    def pushPending(self) -> Token:  # noqa: N802  (markdown-it's name)
        """Make the pending text a token that keeps its pieces."""
        pieces = tuple(self._pieces)
        token = super().pushPending()
        token.meta["pieces"] = pieces
        return token


class PositionedInline(ParserInline):
    """markdown-it's inline parser with states that know positions."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The inline tokens of ``src``, each with its place in ``meta``."""
        state = PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def placed(rule: InlineRule) -> InlineRule:
    """``rule`` with the start and end of what it read noted in the ``meta`` of its new tokens.

    Tokens that it pushed one a character (the asterisks of emphasis) are placed one after another.
    """

    def with_place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (markdown-it's form)
        before, start = len(state.tokens), state.pos
        if not rule(state, silent):
            return False
        single = start
        for token in [] if silent else state.tokens[before:]:
            if token.type == "text" and "pieces" not in token.meta and "start" not in token.meta:
                token.meta.update(start=single, end=single + len(token.content))
                single += len(token.content)
            token.meta.setdefault("start", start)
            token.meta.setdefault("end", state.pos)
        return True

    return with_place
