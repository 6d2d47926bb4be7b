"""Lengths of time in a text, "for 20 years", and those that the facts of a case have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from casereport.diagnostics import Route
from casereport.locale import Locale, load_locale
from casereport.model.case_file import CaseFile
from casereport.model.values import Age, Duration, Moment
from casereport.text.digits import to_latin_digits
from casereport.text.number_words import NUMBER_WORDS, read_number_words

_FACTORS = (("year", "month", 12), ("week", "day", 7), ("day", "hour", 24), ("hour", "minute", 60))


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A length of time: the number is ``text[start:end]``, and ``beyond`` is behind its noun."""

    start: int
    end: int
    beyond: int
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class LastingFact:
    """A condition or a treatment that lasted, with its names."""

    route: Route
    names: tuple[str, ...]
    duration: Duration


def duration_mentions(text: str, language: str) -> Iterator[DurationMention]:
    """Every number with a noun of time; not an age ("44-year-old")."""
    pattern, units = _nouns(load_locale(language))
    for match in pattern.finditer(to_latin_digits(text)):
        words = read_number_words(match["number"])
        value = Decimal(match["number"]) if words is None else Decimal(words)
        yield DurationMention(
            *match.span("number"), match.end(), value, units[match["noun"].lower()]
        )


def in_other_units(value: Decimal, unit: str) -> Iterator[Decimal]:
    """The same length in smaller and larger units, to a tenth: 2 weeks, 14 days."""
    for larger, smaller, factor in _FACTORS:
        if unit == larger:
            yield value * factor
        elif unit == smaller and value * 10 % factor == 0:
            yield value / factor


def lasting_facts(facts: CaseFile) -> Iterator[LastingFact]:
    """What has a duration, of the history and of the treatments."""
    for group, items in (("history", facts.history), ("interventions", facts.interventions)):
        for key, item in items.items():
            if item.duration is not None:
                yield LastingFact((group, key), tuple(item.name.texts.values()), item.duration)


def known_durations(facts: CaseFile) -> frozenset[tuple[Decimal, str]]:
    """Every length of time, and every moment, that the facts know."""
    found: list[object] = [facts.patient.age, facts.outcome.follow_up]
    found += [item.duration for item in facts.history.values()]
    for event in facts.timeline:
        found += [event.when, event.duration]
    for item in facts.interventions.values():
        found += [item.duration, item.start, item.stop]
    return frozenset(
        (abs(each.value), each.unit) for each in found if isinstance(each, Age | Duration | Moment)
    )


@lru_cache(maxsize=8)
def _nouns(locale: Locale) -> tuple[re.Pattern[str], dict[str, str]]:
    units = {
        form.format(number="").strip().lower(): str(unit)
        for unit, forms in locale.data.durations.items()
        for form in (forms.one, forms.other)
    }
    nouns = "|".join(re.escape(noun) for noun in sorted(units, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w./-])(?P<number>[0-9]{{1,3}}(?:\.[0-9])?|{NUMBER_WORDS})[-\ \u00a0]?"
        rf"(?P<noun>{nouns})(?![\w\u200c-])(?!\ old(?!\w))",
        re.IGNORECASE | re.VERBOSE,
    )
    return pattern, units
