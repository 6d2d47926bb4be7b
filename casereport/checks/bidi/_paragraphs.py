"""The files of a case as typed, in stretches that an isolate cannot leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casereport.diagnostics import Span
from casereport.model.case_report import CASE_FILE, CaseReport
from casereport.text.lines import lines_of


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """Some lines of a file as they stand; ``line`` is the number of the first."""

    file: str
    line: int
    text: str

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]``, in which no line ends."""
        line = self.text.count("\n", 0, start)
        column = start - (self.text.rfind("\n", 0, start) + 1) + 1
        number = self.line + line
        return Span(self.file, number, column, number, column + end - start)


def raw_paragraphs(case: CaseReport) -> Iterator[RawParagraph]:
    """Every line of every file: parted at blank lines, those of case.yaml at the end of a value."""
    for file, text in sorted(case.texts.items()):
        lines = lines_of(text)
        values = _long_values(case) if file == CASE_FILE else {}
        start = 0
        while start < len(lines):
            end = values.get(start, start + 1) if file == CASE_FILE else _blank_line(lines, start)
            yield RawParagraph(file, start + 1, "\n".join(lines[start:end]))
            start = max(end, start + 1)


def _blank_line(lines: tuple[str, ...], start: int) -> int:
    """The index after the paragraph that begins at ``start``."""
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return end


def _long_values(case: CaseReport) -> dict[int, int]:
    """Index of the first line → index after the last, of values that run over several lines."""
    spans = case.source.spans.values()
    return {span.line - 1: span.end_line for span in spans if span.end_line > span.line}
