"""The forms of telephone numbers, in Latin digits: Iranian ones, and others behind a plus sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

_S = r"[\ \u00a0\u202f.-]?"
_TRUNK = rf"(?:(?:\+|00)98{_S}(?:\(0\){_S})?|\(?0)"
_SEVEN = (
    rf"(?:[0-9]{{7}}|[0-9]{{3}}{_S}[0-9]{{4}}|[0-9]{{3}}{_S}[0-9]{{2}}{_S}[0-9]{{2}}"
    rf"|[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{3}}|[0-9]{{4}}{_S}[0-9]{{3}})"
)
_EIGHT = (
    rf"(?:[0-9]{{8}}|[0-9]{{4}}{_S}[0-9]{{4}}|[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{2}})"
)
_PHONE = re.compile(
    rf"""(?<![0-9A-Za-z])(?<![0-9][-./,])(?:
      {_TRUNK}9[0-9]{{2}}\)?{_S}{_SEVEN}                       # Iranian mobile
    | {_TRUNK}[1-8][0-9]\)?{_S}{_EIGHT}                        # Iranian landline
    | \+(?:[17]|[2-9][0-9]{{1,2}})(?:[ -]\(?[0-9]{{2,4}}\)?){{2,5}}  # other countries, E.164
    | \+[1-9][0-9]{{9,13}}
    | \([2-9][0-9]{{2}}\)[ ]?[0-9]{{3}}-[0-9]{{4}}             # North America
    )(?![0-9A-Za-z])(?![-./,][0-9])""",
    re.VERBOSE,
)
_FEWEST, _MOST = 10, 15
"""Digits of an international number (ITU-T E.164 allows fifteen)."""


def phones(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each telephone number in a text of Latin digits."""
    for match in _PHONE.finditer(text):
        digits = sum(character.isdigit() for character in match[0])
        if _FEWEST <= digits <= _MOST:
            yield match.span()
