"""The ranges of pages that a reference names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.checks.references._places import inside
from casereport.diagnostics import Span
from casereport.model.reference import Reference
from casereport.text.digits import to_latin_digits

# The same letter before both pages (e1262-e1264, S12-S15), and nothing that goes on: a DOI does.
_RANGE = re.compile(r"(?<![\w./-])([A-Za-z]?)(\d{1,6})\s?(?:--?|\u2013)\s?\1(\d{1,6})(?![\w./-])")


@dataclass(frozen=True, slots=True)
class WrittenRange:
    """A range as written: the letter before its pages, first and last page in Latin digits."""

    text: str
    letter: str
    first: str
    last: str
    span: Span | None

    @property
    def length(self) -> int:
        """How many pages; 0 or less when it runs backwards. 805-12 ends at 812."""
        shared = self.first[: max(0, len(self.first) - len(self.last))]
        return int(shared + self.last) - int(self.first) + 1


def page_ranges(reference: Reference) -> Iterator[WrittenRange]:
    """Each range in the pages of ``reference``."""
    for match in _RANGE.finditer(to_latin_digits(reference.page)):
        start, end = match.span()
        yield WrittenRange(
            text=reference.page[start:end],
            letter=match[1],
            first=match[2],
            last=match[3],
            span=inside(reference, "page", reference.page, start, end),
        )
