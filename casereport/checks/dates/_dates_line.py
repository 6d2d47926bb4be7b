"""The dates in an author's own line of dates: "(Received January 21, 2020; Accepted …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from casereport.checks.dates._typed_dates import TypedDate, typed_dates
from casereport.checks.dates._words import EVENT_WORDS
from casereport.locale import Locale
from casereport.text.characters import HAMZA_ABOVE

EVENTS = ("received", "revised", "accepted", "published")
_LONGEST = 1000


def dates_in_line(text: str, locale: Locale) -> Iterator[tuple[str, TypedDate]]:
    """Each event that the line names in the language's own words, with the date that follows it."""
    line = text[:_LONGEST]
    dates = typed_dates(line, locale.language)
    found = {event: _pattern(event, locale.language, locale.term(event)).search(line)
             for event in EVENTS}  # fmt: skip
    starts = [match.start() for match in found.values() if match is not None]
    for event, match in found.items():
        if match is None:
            continue
        end = min((start for start in starts if start > match.start()), default=len(line))
        date = next((one for one in dates if match.start() < one.start < end), None)
        if date is not None:
            yield event, date


@cache
def _pattern(event: str, language: str, term: str) -> re.Pattern[str]:
    """The words for an event, with or without the hamza of an ezafe."""
    words = (term, *EVENT_WORDS.get(language, {}).get(event, ()))
    spelt = (
        f"{HAMZA_ABOVE}?".join(re.escape(letter) for letter in word.replace(HAMZA_ABOVE, ""))
        for word in words
    )
    return re.compile("|".join(spelt), re.IGNORECASE)
