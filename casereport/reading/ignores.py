"""Comments that silence a finding, with a reason: ``casereport: ignore REF002 why``.

A comment on a line of its own speaks for what follows it (and for its own line, so that one at the
top of a file reaches findings about what is missing from the file); a comment behind something
speaks for that line. They are applied by the checks stage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from casereport.diagnostics import Diagnostic, Span
from casereport.reading import faults

MAX_IGNORES = 300
"""A file's further ignores are not honoured, so that what they hide is seen."""

_IGNORE = re.compile(r"\s*casereport:\s*ignore\b\s*(.*)", re.DOTALL)
_CODE = re.compile(r"([A-Z]{3,6}\d{3})\b[,\u060c\s]*")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One such comment: which codes, why, and for which lines of its file (both inclusive)."""

    codes: tuple[str, ...]
    reason: str
    span: Span
    first_line: int
    last_line: int

    @property
    def file(self) -> str:
        """The file it stands in and speaks for."""
        return self.span.file

    def covers(self, diagnostic: Diagnostic) -> bool:
        """True when the diagnostic begins in its lines and has one of its codes."""
        return (
            diagnostic.span.file == self.file
            and self.first_line <= diagnostic.span.line <= self.last_line
            and diagnostic.code in self.codes
        )


@dataclass(slots=True)
class Ignores:
    """The ignore comments of one file as they are found, and what is wrong with them."""

    found: list[Ignore] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def take(self, comment: str, span: Span, last_line: Callable[[], int]) -> None:
        """Note the ignore in a comment's text (without its ``#`` or ``<!--``), if it is one.

        Without a reason it is honoured and reported; without a code it is only reported.
        ``last_line`` is asked for an ignore alone: it may have to look through the file.
        """
        if not (match := _IGNORE.match(comment)) or len(self.found) == MAX_IGNORES:
            return
        codes: list[str] = []
        rest = match[1].strip()
        while code := _CODE.match(rest):
            codes.append(code[1])
            rest = rest[code.end() :]
        reason = rest.strip(" \t\r\n:-\u2013\u2014")
        if not (codes and reason):
            self.diagnostics.append(faults.ignore_without_reason(tuple(codes), span))
        if codes:
            last = max(last_line(), span.end_line)
            self.found.append(Ignore(tuple(codes), reason, span, span.line, last))


def last_line_of_entry(lines: Sequence[str], line: int) -> int:
    """The last line (1-based) of the YAML entry that follows the comment on ``line``.

    It is the next line that holds something, with the deeper indented lines below it.
    """
    index = line  # 0-based index of the next line
    while index < len(lines) and (not lines[index].strip() or lines[index].lstrip()[0] == "#"):
        index += 1
    if index >= len(lines):
        return line
    indentation = _indentation(lines[index])
    last = index
    for following in range(index + 1, len(lines)):
        if not lines[following].strip():
            continue
        if _indentation(lines[following]) <= indentation:
            break
        last = following
    return last + 1


def last_line_of_block(lines: Sequence[str], line: int) -> int:
    """The last line (1-based) of the paragraph that follows, or holds, ``line``."""
    index = line
    while index < len(lines) and not lines[index].strip():
        index += 1
    while index < len(lines) and lines[index].strip():
        index += 1
    return max(index, line)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
