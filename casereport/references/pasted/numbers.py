"""The numbers before the entries of a list: «1.», «1)», «[1]», «(1)», «1-», «1 », in any digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from casereport.text.digits import to_latin_digits

_SUPERSCRIPTS = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789"
)
_UNSEEN = r"\u200e\u200f\u2066-\u2069\u202a-\u202e"
_RAISED = r"\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_MARKER = re.compile(
    rf"[ \t{_UNSEEN}*\u2022]{{0,20}}"
    r"(?:(?P<square>\[\s?(\d{1,4})\s?\][.:]?)|(?P<round>\(\s?(\d{1,4})\s?\)[.:]?)"
    r"|(?P<dot>(\d{1,4})\s?\.)(?!\d)|(?P<bracket>(\d{1,4})\s?\)[.]?)"
    r"|(?P<dash>(\d{1,4})\s?(?:[\-\u2013\u2014_\u0640]|[.]?-)(?!\d))|(?P<colon>(\d{1,4}):)(?!\d)"
    rf"|(?P<bare>(\d{{1,4}}))(?=[ \t]{{1,8}}[^\W\d_]|\t)|(?P<raised>[{_RAISED}]{{1,4}}))"
    rf"[ \t{_UNSEEN}\u00a0]{{0,20}}"
)
_BEGINS = re.compile(
    r"[^\W\d_a-z]|[\[\"\u201c\u00ab({]|\d|(?:d[aeiou]s?|v[ao]n|el|al|bin|le|la)[ '\-]|\Z"
)
_HEADING = re.compile(
    r"[\W_]{0,8}(?:references?|bibliography|literature(?: cited)?|works cited|reference list"
    r"|منابع|مراجع|منابع و مآخذ|فهرست منابع)[\W_]{0,8}",
    re.IGNORECASE,
)
_MOST_SKIPPED = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """A line that may begin an entry: its index among the lines, the number, where text begins."""

    line: int
    number: int
    form: str
    width: int


def markers(lines: Sequence[str]) -> list[Marker]:
    """The markers that form a list, whose numbers go up by one; all others are text.

    In the list's own form a number may be left out or stand twice. It may begin anew at 1, and a
    part in another language may be numbered in another form.
    """
    found = [marker for index, line in enumerate(lines) if (marker := _marker(index, line))]
    if not found:
        return []
    form = Counter(marker.form for marker in found).most_common(1)[0][0]
    kept: list[Marker] = []
    for marker in found:
        if _follows(kept[-1], marker, form) if kept else _may_be_first(marker, form):
            kept.append(marker)
    content = next(i for i, line in enumerate(lines) if line.strip() and not is_heading(line))
    if kept and (kept[0].line == content or len(kept) > 2):
        return kept
    return []


def is_heading(text: str) -> bool:
    """True for the line above a list (References, منابع), for Markdown's headings and comments."""
    if text.lstrip().startswith("#"):
        return True
    return len(text) < 80 and _HEADING.fullmatch(text) is not None


def begins_with_number(line: str) -> bool:
    """True when a line begins as a numbered entry does."""
    return _marker(0, line) is not None


def _may_be_first(marker: Marker, form: str) -> bool:
    return marker.form == form and (marker.form != "bare" or marker.number == 1)


def _follows(last: Marker, marker: Marker, form: str) -> bool:
    if marker.number == last.number + 1 or (marker.number == 1 and last.number > 1):
        return True
    return marker.form == form and last.number <= marker.number <= last.number + _MOST_SKIPPED


def _marker(index: int, line: str) -> Marker | None:
    match = _MARKER.match(line[:80])
    if match is None or match.lastgroup is None:
        return None
    digits = re.search(r"[0-9]+", to_latin_digits(match[0].translate(_SUPERSCRIPTS)))
    if digits is None or not _BEGINS.match(line, match.end()):
        return None
    return Marker(index, int(digits[0]), match.lastgroup, match.end())
