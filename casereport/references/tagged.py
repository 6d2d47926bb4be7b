"""Files of lines that begin with a tag (RIS, MEDLINE): the line ends of any system, values, places.

No library gives the place of a value, so the lines are found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from casereport.diagnostics import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"[ \t]*#\s*casereport\s*:")

MAX_VALUE = 200_000


class Line(NamedTuple):
    """A line without its end; ``number`` counts from 1."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """True when nothing but white space stands in it."""
        return not self.text or self.text.isspace()

    @property
    def is_comment(self) -> bool:
        """True for ``# casereport: …``; the formats have no comments of their own."""
        return _COMMENT.match(self.text) is not None


class Tagged(NamedTuple):
    """A tag and its value, wrapped lines joined by a space; ``span``: of the value."""

    tag: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Record:
    """One entry: its values in their order and all its lines as they stand.

    ``closed``: its own end stands in the file. ``slips``: lines that look like a tag and its value
    but are written in another form.
    """

    values: tuple[Tagged, ...]
    span: Span
    source: str
    closed: bool = True
    slips: tuple[tuple[str, Span], ...] = ()

    def first(self, *tags: str) -> str:
        """The first value that says something, of the first of these tags that has one."""
        return next((value.text for tag in tags for value in self.all(tag)), "")

    def all(self, *tags: str) -> Iterator[Tagged]:
        """Every value of these tags that says something, in the order of the file."""
        return (value for value in self.values if value.tag in tags and value.text)


@dataclass(slots=True)
class OpenRecord:
    """A record while its lines are being read."""

    file: str
    lines: list[Line] = field(default_factory=list)
    values: list[Tagged] = field(default_factory=list)
    slips: list[tuple[str, Span]] = field(default_factory=list)

    def add(self, line: Line, tag: str, start: int) -> None:
        """A line whose value begins at the index ``start``."""
        self.lines.append(line)
        value = line.text[start:]
        begin = start + len(value) - len(value.lstrip())
        text = value.strip()
        column = begin + 1 if text else start + 1
        span = Span(self.file, line.number, column, line.number, column + len(text))
        self.values.append(Tagged(tag, _tidy(text), span))

    def carry_on(self, line: Line) -> None:
        """A line that carries on the last value."""
        self.lines.append(line)
        if not self.values or line.is_blank:
            return
        last = self.values[-1]
        if len(last.text) > MAX_VALUE:
            return
        end = len(line.text.rstrip()) + 1
        place = last.span
        if last.text:
            span = Span(self.file, place.line, place.column, line.number, end)
        else:
            begin = len(line.text) - len(line.text.lstrip()) + 1
            span = Span(self.file, line.number, begin, line.number, end)
        text = f"{last.text} {_tidy(line.text)}".strip()
        self.values[-1] = Tagged(last.tag, text, span)

    def slip(self, line: Line, tag: str) -> None:
        """A line that is told and not read."""
        self.lines.append(line)
        text = line.text.rstrip()
        begin = len(text) - len(text.lstrip()) + 1
        span = Span(self.file, line.number, begin, line.number, len(text) + 1)
        self.slips.append((tag, span))

    def close(self, *, closed: bool = True) -> Record:
        """The record with the lines it has, blank ones at its end left out."""
        while len(self.lines) > 1 and self.lines[-1].is_blank:
            self.lines.pop()
        first, last = self.lines[0], self.lines[-1]
        span = Span(self.file, first.number, 1, last.number, len(last.text.rstrip()) + 1)
        source = "\n".join(line.text.rstrip() for line in self.lines)
        return Record(tuple(self.values), span, source, closed, tuple(self.slips))


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text, without what is not printed at the place where two files were joined."""
    for number, line in enumerate(_LINE_END.split(text), 1):
        yield Line(number, line)


def _tidy(text: str) -> str:
    return " ".join(text.split())
