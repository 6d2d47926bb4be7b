"""What hospitals, laboratories and insurers call their numbers, and the number that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.privacy._texts import has_digits

_NUMBER = r"(?:[A-Za-z]{1,4}[-/]?)?[0-9]{1,12}(?:[-/.][0-9]{1,12}){0,4}(?![0-9A-Za-z])"
_MARKS = r"\s{0,2}[:=#(\u060c,]?\s{0,2}"
_PERSIAN_LINKS = (
    r"(?:\u0654|\u200c?ی)?(?:[ \u200c](?:بیمار|بیمارستان|بیمارستانی|پزشکی|بالینی|وی|او|ایشان"
    r"|شماره|برابر|با|به|است|بود)){0,3}"
)
_LINKS = r"(?:\ ?\([A-Z]{2,4}\))?(?:\ (?:is|was|of|the|patient)){0,3}"
_OF = r"(?:\u0654|\u200c?ی)?[ \u200c]"
_NO = r"(?:number|numbers|no\.?|nr\.?|id|\#)"

CALLED: tuple[tuple[str, str, int], ...] = (
    (
        rf"(?<!\w)شماره{_OF}(?:پرونده|پذیرش|بستری|بیمارستانی|پاتولوژی|بیمه|دفترچه)",
        _PERSIAN_LINKS,
        3,
    ),
    (r"(?<!\w)(?:پرونده|پذیرش)(?:\u0654|\u200c?ی)?(?:\ پزشکی|\ بیمار)?(?:\ به)?\ شماره", "", 3),
    (r"(?<!\w)کد[ \u200c](?:پذیرش|بستری|پرونده)", _PERSIAN_LINKS, 3),
    (r"\bMRN\b", _LINKS, 3),
    (rf"\bmedical\ records?\ ?{_NO}", _LINKS, 3),
    (
        r"\b(?:hospital|chart|patient|admission|pathology|biopsy|insurance|health\ card|file)"
        rf"\ ?{_NO}",
        _LINKS,
        4,
    ),
)
"""The name of a number, the words that may follow it, and the fewest digits it must have.

"Patient no. 3" counts patients, and "Hospital No. 501" is the name of one.
"""

_PATTERNS = tuple(
    (re.compile(rf"{name}{links}{_MARKS}(?P<number>{_NUMBER})", re.IGNORECASE), least)
    for name, links, least in CALLED
)


def record_numbers(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each record number in a text of Latin digits, its name left out."""
    found: set[tuple[int, int]] = set()
    if not has_digits(text):
        return
    for pattern, least in _PATTERNS:
        for match in pattern.finditer(text):
            if sum(character.isdigit() for character in match["number"]) >= least:
                found.add(match.span("number"))
    yield from sorted(found)
