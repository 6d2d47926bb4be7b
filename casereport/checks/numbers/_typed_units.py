"""The unit behind a number of the prose, in letters ("mg/dL") or in the words of its language."""

from __future__ import annotations

import re
from functools import lru_cache

from casereport.checks.numbers._spellings import alternatives, squeezed
from casereport.locale import Locale, load_locale
from casereport.text.prose_numbers import ProseNumber


def unit_after(text: str, number: ProseNumber, language: str) -> tuple[frozenset[str], int]:
    """The symbols of the unit that follows a number, in letters or in words, and where it ends."""
    if number.unit:
        return frozenset({number.unit}), number.beyond
    pattern, symbols = _unit_words(load_locale(language))
    found = pattern.match(text, number.end)
    if found is None:
        return frozenset(), number.end
    return symbols[squeezed(found[1])], found.end()


@lru_cache(maxsize=8)
def _unit_words(locale: Locale) -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    symbols: dict[str, set[str]] = {"percent": {"%"}, "percents": {"%"}}
    for symbol, words in locale.data.units.items():
        symbols.setdefault(squeezed(words), set()).add(symbol)
    every = [*locale.data.units.values(), "percent", "per cent"]
    pattern = re.compile(rf"\s?({alternatives(every)})(?![\w\u200c])", re.IGNORECASE)
    return pattern, {key: frozenset(found) for key, found in symbols.items()}
