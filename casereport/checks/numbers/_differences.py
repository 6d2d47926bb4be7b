"""Where the prose says another number than the facts: ages, values, doses, lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casereport.checks.numbers._ages import age_mentions
from casereport.checks.numbers._difference import Difference, agrees
from casereport.checks.numbers._mentions import (
    Mention,
    is_nearly,
    mentions,
    mentions_after_number,
)
from casereport.checks.numbers._named_facts import MeasuredFact
from casereport.checks.sentences import Sentence
from casereport.locale import load_locale
from casereport.model.values import Age

_CHANGE = re.compile(
    r"(?<!\w)(?:increas\w*|decreas\w*|reduc\w*|taper\w*|rais\w*|lower\w*|titrat\w*|chang\w*|initial\w*"
    r"|start\w*|maint\w*|followed|then|later|افزایش|کاهش|سپس|بعد|پس|ابتدا|شروع|آغاز|تغییر|نگهدارنده)(?!\w)",
    re.IGNORECASE,
)
_FARTHEST = 60
_SHORTEST_NAME = 4


def ages(sentence: Sentence, age: Age) -> Iterator[Difference]:
    """Ages of the patient; one in another unit of time is not compared."""
    for found in age_mentions(sentence.text):
        if found.unit == age.unit and found.value != age.value:
            fact = f"{age.value}" if age.unit == "year" else f"{age.value} {age.unit}s"
            yield Difference(sentence, found.start, found.end, ("patient", "age"), fact)


def values(sentence: Sentence, facts: Iterable[MeasuredFact]) -> Iterator[Difference]:
    """Laboratory values and findings; one of several values of a quantity is enough."""
    named: dict[str, list[MeasuredFact]] = {}
    by_quantity: dict[str, list[MeasuredFact]] = {}
    every = tuple(facts)
    for fact in every:
        if fact.quantity:
            by_quantity.setdefault(fact.quantity.key, []).append(fact)
    for fact in every:
        alike = by_quantity[fact.quantity.key] if fact.quantity else [fact]
        for name in (*fact.names, *(fact.quantity.names if fact.quantity else ())):
            named.setdefault(name, []).extend(alike)
    for mention in mentions(sentence.text, sentence.language, tuple(named)):
        yield from _against(sentence, mention, named[mention.name])


def doses(sentence: Sentence, facts: Iterable[MeasuredFact]) -> Iterator[Difference]:
    """Doses, before or after the name of the drug, unless the sentence tells of a change."""
    if _CHANGE.search(sentence.text):
        return
    named: dict[str, list[MeasuredFact]] = {}
    for fact in facts:
        for name in fact.names:
            named.setdefault(name, []).append(fact)
    text, language, names = sentence.text, sentence.language, tuple(named)
    after = list(mentions(text, language, names))
    taken = {mention.number.start for mention in after}
    before = (
        one for one in mentions_after_number(text, language, names) if one.number.start not in taken
    )
    for mention in (*after, *before):
        if mention.units:
            yield from _against(sentence, mention, named[mention.name])


def _against(
    sentence: Sentence, mention: Mention, facts: list[MeasuredFact]
) -> Iterator[Difference]:
    """The difference, when the number is comparable with each fact and equal to none."""
    number = mention.number
    if is_nearly(sentence.text, number):
        return
    for fact in facts:
        units_differ = (
            fact.unit and mention.units and not _same(mention, fact.unit, sentence.language)
        )
        if units_differ or agrees(number, fact.value, fact.unit) is not False:
            return
    first = facts[0]
    key = "dose" if first.route[0] == "interventions" else "value"
    route = first.route if first.route[0] == "patient" else (*first.route, key)
    yield Difference(sentence, number.start, number.end, route, first.written)


def _same(mention: Mention, unit: str, language: str) -> bool:
    words = load_locale(language).unit_words(unit)
    known = {load_locale(language).unit_words(each) for each in mention.units}
    return mention.has_unit(unit) or (words is not None and words in known)
