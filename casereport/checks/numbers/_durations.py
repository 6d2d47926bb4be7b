"""Lengths of time in a text, "for 20 years", and those that the facts of a case have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from casereport.checks.numbers._difference import Difference
from casereport.checks.numbers._mentions import is_nearly
from casereport.checks.numbers._sentences import Sentence
from casereport.diagnostics import Route
from casereport.locale import Locale, load_locale
from casereport.model.case_file import CaseFile
from casereport.model.values import Age, Duration, Moment
from casereport.text.digits import to_latin_digits
from casereport.text.number_words import NUMBER_WORDS, read_number_words
from casereport.text.prose_numbers import prose_numbers

_FARTHEST = 60
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A length of time: the number is ``text[start:end]``."""

    start: int
    end: int
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class LastingFact:
    """A condition or a treatment that lasted, with its names."""

    route: Route
    names: tuple[str, ...]
    duration: Duration


def duration_mentions(text: str, language: str) -> Iterator[DurationMention]:
    """Every number with a noun of time; not an age ("44-year-old"), nor a rate."""
    pattern, units = _nouns(load_locale(language))
    for match in pattern.finditer(to_latin_digits(text)):
        words = read_number_words(match["number"])
        value = Decimal(match["number"]) if words is None else Decimal(words)
        yield DurationMention(*match.span("number"), value, units[match["noun"].lower()])


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


def durations(sentence: Sentence, facts: CaseFile) -> Iterator[Difference]:
    """A length of time beside the one lasting thing that is named, when no fact has that length."""
    plain = sentence.text
    near = [
        (fact, place)
        for fact in lasting_facts(facts)
        for name in fact.names
        if len(name) >= _SHORTEST_NAME and (place := plain.casefold().find(name.casefold())) >= 0
    ]
    found = list(duration_mentions(plain, sentence.language))
    if len({fact.route for fact, _ in near}) != 1 or len(found) != 1:
        return
    (fact, place), mention = near[0], found[0]
    numbers = {number.start: number for number in prose_numbers(plain)}
    said = numbers.get(mention.start)
    is_far = abs(place - mention.start) > _FARTHEST + len(max(fact.names, key=len))
    if is_far or (said and is_nearly(plain, said)) or mention.unit != fact.duration.unit:
        return
    if (mention.value, mention.unit) not in known_durations(facts):
        length = f"{fact.duration.value} {fact.duration.unit}s"
        route = (*fact.route, "duration")
        yield Difference(sentence, mention.start, mention.end, route, length)


@lru_cache(maxsize=8)
def _nouns(locale: Locale) -> tuple[re.Pattern[str], dict[str, str]]:
    units = {
        form.format(number="").strip().lower(): str(unit)
        for unit, forms in locale.data.durations.items()
        for form in (forms.one, forms.other)
    }
    nouns = "|".join(re.escape(noun) for noun in sorted(units, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w./-])(?P<number>[0-9]{{1,3}}(?:\.[0-9])?|{NUMBER_WORDS})[\ \u00a0]?"
        rf"(?P<noun>{nouns})(?![\w\u200c-])(?!\ old(?!\w))",
        re.IGNORECASE | re.VERBOSE,
    )
    return pattern, units
