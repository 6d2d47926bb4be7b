"""The dates in an author's own line of dates: "(Received January 21, 2020; Accepted …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.locale import Locale
from casereport.text.calendars import Calendar, CalendarDate, parse_date
from casereport.text.characters import HAMZA_ABOVE
from casereport.text.digits import to_latin_digits

EVENTS = ("received", "revised", "accepted", "published")
_NUMERIC = re.compile(r"(?<!\d)\d{4}([-/])\d{1,2}\1\d{1,2}(?!\d)")
_LONGEST = 1000


def dates_in_line(text: str, locale: Locale) -> Iterator[tuple[str, CalendarDate]]:
    """Each event that the line names in the language's own words, with the date that follows it."""
    plain = to_latin_digits(text[:_LONGEST]).replace(HAMZA_ABOVE, "").casefold()
    found = {event: plain.find(locale.term(event).casefold()) for event in EVENTS}
    starts = sorted(start for start in found.values() if start >= 0)
    for event, start in found.items():
        if start >= 0:
            end = min((other for other in starts if other > start), default=len(plain))
            date = _first_date(plain[start:end], locale)
            if date is not None:
                yield event, date


def _first_date(text: str, locale: Locale) -> CalendarDate | None:
    written = _NUMERIC.search(text)
    if written is not None:
        return _parsed(written[0])
    for calendar in ("persian", "gregory"):
        for month, name in enumerate(_months(locale, calendar), 1):
            word = re.escape(name)
            match = re.search(rf"(?<!\w){word} (\d{{1,2}}),? (\d{{4}})(?!\d)", text)
            if match is not None:
                return _parsed(f"{match[2]}-{month}-{match[1]}")
            match = re.search(rf"(?<!\d)(\d{{1,2}}) {word},? (\d{{4}})(?!\d)", text)
            if match is not None:
                return _parsed(f"{match[2]}-{month}-{match[1]}")
    return None


def _months(locale: Locale, calendar: Calendar) -> tuple[str, ...]:
    names = locale.data.months[calendar]
    return tuple(name.replace(HAMZA_ABOVE, "").casefold() for name in names)


def _parsed(text: str) -> CalendarDate | None:
    """The date, or None for a day that no calendar has."""
    try:
        return parse_date(text)
    except ValueError:
        return None
