"""Titles of the references, each with a way back to its place in the reference file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casereport.diagnostics import Span
from casereport.model.case_report import CaseReport
from casereport.text.lines import lines_of


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a work as plain text; ``raw`` are the lines of its field, from ``span``."""

    text: str
    language: str
    span: Span
    lines: tuple[str, ...]

    def place(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands, if the same characters stand in the field once."""
        typed = self.text[start:end]
        before = self.text[max(0, start - 12) : start]
        for context in (before, ""):
            found = [
                (number, line.find(context + typed, self._from(number)) + len(context))
                for number, line in enumerate(self.lines)
                if context + typed in line[self._from(number) :]
            ]
            if found:
                number, column = found[0]
                line = self.span.line + number
                return Span(self.span.file, line, column + 1, line, column + 1 + len(typed))
        return self.span

    def _from(self, number: int) -> int:
        return self.span.column - 1 if number == 0 else 0


def titles(case: CaseReport) -> Iterator[Title]:
    """The title of every reference that has one, in the files' order."""
    for reference in case.references:
        span = reference.span("title")
        if reference.title and span is not None:
            lines = lines_of(case.texts.get(span.file, ""))[span.line - 1 : span.end_line]
            yield Title(reference.title, reference.language, span, lines)
