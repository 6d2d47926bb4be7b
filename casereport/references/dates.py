"""Dates as reference files give them: a year, an ISO date, English words; or text kept whole.

The year stays in the calendar of the source (1399 is Jalali); nothing is converted.
"""

from __future__ import annotations

import re

from casereport.model.reference import Issued
from casereport.text.digits import to_latin_digits

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T[\d:.Z+-]*)?")
_SPACED = re.compile(r"(\d{4}) (\d{1,2})(?: (\d{1,2}))?")
_SEASON = re.compile(r"(\d{4}) (?:spring|summer|fall|autumn|winter)\b.{0,30}", re.IGNORECASE)
_PUBMED = re.compile(
    r"(\d{4})[ ,]+([A-Za-z]{3,9})\.?(?:[- ](?:\d{4} )?[A-Za-z]{3,9})?"
    r"(?:[ ,]+(\d{1,2})(?:-\d{1,2})?)?"
)
_ENGLISH = re.compile(r"(?:(\d{1,2})\.?[ ,]+)?([A-Za-z]{3,9})\.?[ ,]+(?:(\d{1,2}),?[ ]+)?(\d{4})")
_ACCESSED = re.compile(
    r"\[?(?:(?:last |date )?(?:accessed|retrieved|visited|viewed)(?: on)?"
    r"|(?:\u062a\u0627\u0631\u06cc\u062e )?\u062f\u0633\u062a\u0631\u0633\u06cc(?: \u062f\u0631)?)"
    r"\s?:?\s([\w ,./-]{4,30}?)\.?\]?",
    re.IGNORECASE,
)


def parse_issued(text: str) -> Issued:
    """A date as typed in one field.

    >>> parse_issued("2018 Nov 5")
    Issued(year=2018, month=11, day=5, literal='')
    >>> parse_issued("in press")
    Issued(year=None, month=None, day=None, literal='in press')
    """
    # A range of dates (biblatex: 2009-03/2009-04) prints by its beginning.
    typed = " ".join(to_latin_digits(text).split())
    first = re.sub(r"(?<=\d)/\d{4}.*$", "", typed)
    if match := _ISO.fullmatch(first) or _SPACED.fullmatch(first):
        return _issued(match[1], match[2], match[3]) or Issued(literal=typed)
    if (match := _PUBMED.fullmatch(first)) and (month := month_number(match[2])):
        return _issued(match[1], str(month), match[3]) or Issued(literal=typed)
    if (match := _ENGLISH.fullmatch(first)) and (month := month_number(match[2])):
        day = match[1] or match[3]
        return _issued(match[4], str(month), day) or Issued(literal=typed)
    if match := _SEASON.fullmatch(first):
        return Issued(int(match[1]))
    return Issued(literal=typed)


def accessed_in_note(note: str) -> tuple[str, Issued]:
    """A note without the day on which a page was read, and that day: BibTeX has no field for it.

    >>> accessed_in_note("Accessed 3 May 2023")
    ('', Issued(year=2023, month=5, day=3, literal=''))
    """
    match = _ACCESSED.fullmatch(note.strip())
    accessed = parse_issued(match[1]) if match else Issued()
    return (note, Issued()) if accessed.year is None else ("", accessed)


def issued_from_parts(year: str, month: str = "", day: str = "") -> Issued:
    """A date from three fields; an unreadable month or day is left out, an unreadable year kept."""
    whole = parse_issued(year)
    if whole.year is None or whole.month is not None:
        return whole
    number = month_number(month)
    found = _issued(str(whole.year), str(number or ""), to_latin_digits(day.strip()))
    return found or _issued(str(whole.year), str(number or ""), "") or whole


def iso_date(date: Issued) -> str:
    """A date as ``2018-11-05``, ``2018-11`` or ``2018``; empty without a year.

    >>> iso_date(Issued(2018, 11))
    '2018-11'
    """
    parts = [f"{date.year:04d}"] if date.year is not None else []
    if parts and date.month is not None:
        parts.append(f"{date.month:02d}")
        parts += [f"{date.day:02d}"] if date.day is not None else []
    return "-".join(parts)


def month_number(text: str) -> int | None:
    """1–12 for ``3``, ``03``, ``mar``, ``March`` or ``Mar-Apr``; else None."""
    word = to_latin_digits(text.strip()).lower()
    if word.isdecimal():
        return int(word) if len(word) <= 2 and 1 <= int(word) <= 12 else None
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else None


def _issued(year: str, month: str | None, day: str | None) -> Issued | None:
    month_value = int(month) if month else None
    day_value = int(day) if day and day.isdecimal() and month else None
    if month_value is not None and not 1 <= month_value <= 12:
        return None
    if day_value is not None and not 1 <= day_value <= 31:
        return None
    return Issued(int(year), month_value, day_value)
