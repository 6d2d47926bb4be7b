"""A whole date (day, month and year) that the words beside it make a date of birth.

The names of months are those of the locales, in both calendars; the words for birth are tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from casereport.checks.privacy._texts import has_digits
from casereport.locale import available_languages, load_locale
from casereport.text.characters import HAMZA_ABOVE

_NUMERIC = (
    r"[0-9]{4}(?P<m%s>[-/.])[0-9]{1,2}(?P=m%s)[0-9]{1,2}"
    r"|[0-9]{1,2}(?P<n%s>[-/.])[0-9]{1,2}(?P=n%s)(?:[0-9]{4}|[0-9]{2})"
)
_BORN = (
    r"(?:\b(?:date of birth|birth ?date|d\.?o\.?b\b\.?|born)"
    r"(?:\s?[:=(]\s?|,?\s)"
    r"(?:(?:was|is|on)\s"
    r"|(?:at|in|by|prematurely)\s(?:(?!and\b|was\b|who\b)[\w+-]{1,20}\s){0,4}?on\s){0,2}"
    r"(?:the\s)?"
    r"|(?<!\w)(?:متولد|تاریخ[ \u200c]تولد|زادهٔ?|تولد)"
    r"(?:[ \u200c](?:بیمار|وی|او|ایشان|نوزاد|کودک|شده|در|به|از|روز|تاریخ|مورخ)){0,4}"
    r"[ ]?[:(\u060c]?\s?)"
)
_WAS_BORN = (
    r"(?:,?\s(?:a|an|the|her|his|she|he)\b[^.!?\n0-9]{0,30}?\s?(?:was\s)?born\b"
    r"|\u060c?(?:\s[^\s.\u061f!0-9]{1,20}){0,4}"
    r"\s(?:متولد|به[ \u200c]دنیا[ \u200c]آمد|زاده[ \u200c]شد))"
)
BIRTH = re.compile(
    r"^\s?(?:(?:patient's |date of )?birth(?: ?date| of the (?:patient|child))?"
    r"|(?:تاریخ[ \u200c])?تولد(?:[ \u200c](?:بیمار|نوزاد|کودک))?)\s?$",
    re.IGNORECASE,
)
"""The name of a fact that is the birth itself."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def date(mark: str) -> str:
        return f"(?P<{mark}>{_NUMERIC.replace('%s', mark)}|{_spelt()})(?![0-9])"

    flags = re.IGNORECASE
    return (
        re.compile(f"{_BORN}{date('a')}", flags),
        re.compile(f"(?<![0-9-/.]){date('b')}{_WAS_BORN}", flags),
    )


def _spelt() -> str:
    names: set[str] = set()
    for language in available_languages():
        for months in load_locale(language).data.months.values():
            for month in months:
                bare = month.replace(HAMZA_ABOVE, "")
                names.add(re.escape(bare))
                if bare.isascii():
                    names.add(rf"{re.escape(bare[:3])}\.?")
    month = f"(?:{'|'.join(sorted(names, key=len, reverse=True))}){HAMZA_ABOVE}?"
    ordinal = r"[0-9]{1,2}(?:st|nd|rd|th)?"
    return (
        rf"{ordinal}\s(?:of\s)?{month}(?:[\s\u200c]ماه)?,?\s(?:سال\s)?[0-9]{{2,4}}"
        rf"|{month}\s{ordinal},?\s[0-9]{{4}}"
    )


def birth_dates(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each whole date of birth in a text of Latin digits."""
    found: set[tuple[int, int]] = set()
    if not has_digits(text):
        return
    for pattern, name in zip(_patterns(), "ab", strict=True):
        found |= {match.span(name) for match in pattern.finditer(text)}
    yield from sorted(found)
