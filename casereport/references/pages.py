"""Page ranges: what was typed, whether it can be right, and its full and its short form.

NLM's "Citing Medicine", chapter 1, pagination: last pages may be shortened (``805-12``), but never
when letters stand in them (``e1262-e1264``). A range that runs backwards is left as it was typed.
The other short forms are CSL's (1.0.2, appendix V): at least two digits (``100-05``), Chicago's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Self, TypeAlias

from casereport.text.characters import ARABIC_COMMA
from casereport.text.digits import to_latin_digits

PageForm: TypeAlias = Literal["full", "minimal", "minimal-two", "chicago-15", "chicago-16"]

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_PAGE = r"[^\W\d_]{0,4}\d{1,9}[^\W\d_]{0,2}"
_RANGE = re.compile(rf"\s*({_PAGE})(?:\s*[{_DASHES}]{{1,2}}\s*({_PAGE}))?\s*")
_BETWEEN_RANGES = re.compile(rf"((?:(?<!\s)\s++)?[,;&{ARABIC_COMMA}]\s*)")


@dataclass(frozen=True, slots=True)
class PageRange:
    """A first page and, when it is a range, a last page: Latin digits, otherwise as typed."""

    first: str
    last: str = ""

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The range in ``text``, or None when it holds something else.

        >>> PageRange.parse("e1262-e1264")
        PageRange(first='e1262', last='e1264')
        """
        match = _RANGE.fullmatch(to_latin_digits(text))
        return cls(match[1], match[2] or "") if match else None

    @property
    def is_numeric(self) -> bool:
        """True when both pages are digits alone."""
        return self.first.isdecimal() and self.last.isdecimal()

    @property
    def full_last(self) -> str:
        """The last page in full: 812 for ``805-12``. As typed when that would not run forward."""
        if self.is_numeric and len(self.last) < len(self.first):
            completed = self.first[: -len(self.last)] + self.last
            if int(completed) > int(self.first):
                return completed
        return self.last

    @property
    def runs_backwards(self) -> bool:
        """True for ``281-183``: the last page stands before the first."""
        return self.is_numeric and int(self.full_last) < int(self.first)

    @property
    def page_count(self) -> int | None:
        """How many pages it spans; None when letters stand in it or it runs backwards."""
        if not self.last:
            return 1
        if not self.is_numeric or self.runs_backwards:
            return None
        return int(self.full_last) - int(self.first) + 1

    def format(self, form: PageForm, *, delimiter: str = "-") -> str:
        """The range as it prints.

        >>> PageRange("805", "812").format("minimal")
        '805-12'
        """
        if not self.last:
            return self.first
        last = self.full_last if form == "full" else self._short_last(form)
        return f"{self.first}{delimiter}{last}"

    def _short_last(self, form: PageForm) -> str:
        last = self.full_last
        if not self.is_numeric or len(last) != len(self.first) or int(last) <= int(self.first):
            return last
        pairs = zip(self.first, last, strict=True)
        common = next(index for index, (one, other) in enumerate(pairs) if one != other)
        return last[min(common, len(last) - self._fewest_digits(form, len(last) - common)) :]

    def _fewest_digits(self, form: PageForm, changed: int) -> int:
        """How many digits of the last page are kept at least; ``changed``: those that differ."""
        digits = len(self.first)
        if form == "minimal":
            return 1
        if form == "minimal-two":
            return min(2, digits)
        number = int(self.first)
        if number < 100 or number % 100 == 0:
            return digits
        if form == "chicago-15" and digits >= 4 and changed >= 3:
            return digits
        return 1 if number % 100 < 10 else 2


def format_pages(text: str, form: PageForm, *, delimiter: str = "-") -> str:
    """One or more ranges as they print; what is not a page range stays as typed.

    >>> format_pages("12-15, 20-25", "minimal")
    '12-5, 20-5'
    """
    pieces = _BETWEEN_RANGES.split(text)
    for index in range(0, len(pieces), 2):
        if (pages := PageRange.parse(pieces[index])) is not None:
            pieces[index] = pages.format(form, delimiter=delimiter)
    return "".join(pieces)


def last_pages(text: str, form: PageForm) -> list[tuple[int, int, str]]:
    """Where the last page of a range stands in another form: its bounds, and how it should stand.

    Dashes, spaces and digits of every kind stay as they are typed.

    >>> last_pages("805--812; 20-5", "minimal"), last_pages("20-5", "full")
    ([(5, 8, '12')], [(3, 4, '25')])
    """
    found: list[tuple[int, int, str]] = []
    start = 0
    for piece in _BETWEEN_RANGES.split(text):
        match = _RANGE.fullmatch(to_latin_digits(piece))
        if match is not None and match[2]:
            pages = PageRange(match[1], match[2])
            wanted = pages.format(form, delimiter="-").rpartition("-")[2]
            # Of one length in any digits: cut or completed from the digits that are typed.
            if wanted != match[2] and pages.is_numeric:
                first, last = piece[match.start(1) : match.end(1)], piece[slice(*match.span(2))]
                typed = (first[: len(first) - len(last)] + last)[-len(wanted) :]
                found.append((start + match.start(2), start + match.end(2), typed))
        start += len(piece)
    return found
