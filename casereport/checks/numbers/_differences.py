"""Where the prose says another number than the facts: ages, values, doses, lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from casereport.checks.numbers._ages import age_mentions
from casereport.checks.numbers._durations import duration_mentions, known_durations, lasting_facts
from casereport.checks.numbers._mentions import (
    Mention,
    is_nearly,
    mentions,
    mentions_after_number,
)
from casereport.checks.numbers._named_facts import MeasuredFact, components
from casereport.checks.numbers._sentences import Sentence
from casereport.diagnostics import Route
from casereport.locale import load_locale
from casereport.model.case_file import CaseFile
from casereport.model.measures import Measured, Quantity
from casereport.model.values import Age
from casereport.text.prose_numbers import ProseNumber, Reading, prose_numbers

_CHANGE = re.compile(
    r"(?<!\w)(?:increas\w*|decreas\w*|reduc\w*|taper\w*|rais\w*|lower\w*|titrat\w*|chang\w*|initial\w*"
    r"|start\w*|maint\w*|followed|then|later|افزایش|کاهش|سپس|بعد|پس|ابتدا|شروع|آغاز|تغییر|نگهدارنده)(?!\w)",
    re.IGNORECASE,
)
_FARTHEST = 60
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """A number ``text[start:end]`` of a sentence that is not what the fact at ``route`` says."""

    sentence: Sentence
    start: int
    end: int
    route: Route
    fact: str

    @property
    def typed(self) -> str:
        """The number as it is typed."""
        return self.sentence.text[self.start : self.end]


def ages(sentence: Sentence, age: Age) -> Iterator[Difference]:
    """Ages of the patient; one in another unit of time is not compared."""
    for found in age_mentions(sentence.text):
        if found.unit == age.unit and found.value != age.value:
            fact = f"{age.value}" if age.unit == "year" else f"{age.value} {age.unit}s"
            yield Difference(sentence, found.start, found.end, ("patient", "age"), fact)


def values(sentence: Sentence, facts: Iterable[MeasuredFact]) -> Iterator[Difference]:
    """Laboratory values and findings; one of several values of a quantity is enough."""
    named: dict[str, list[MeasuredFact]] = {}
    every = tuple(facts)
    for fact in every:
        alike = [
            one for one in every if one is fact or (one.quantity and one.quantity is fact.quantity)
        ]
        for name in (*fact.names, *(fact.quantity.names if fact.quantity else ())):
            named.setdefault(name, []).extend(alike)
    for mention in mentions(sentence.text, sentence.language, named):
        yield from _against(sentence, mention, named[mention.name])


def doses(sentence: Sentence, facts: Iterable[MeasuredFact]) -> Iterator[Difference]:
    """Doses, before or after the name of the drug, unless the sentence tells of a change."""
    if _CHANGE.search(sentence.text):
        return
    named: dict[str, list[MeasuredFact]] = {}
    for fact in facts:
        for name in fact.names:
            named.setdefault(name, []).append(fact)
    text, language = sentence.text, sentence.language
    after = list(mentions(text, language, named))
    taken = {mention.number.start for mention in after}
    before = (
        one for one in mentions_after_number(text, language, named) if one.number.start not in taken
    )
    for mention in (*after, *before):
        if mention.units:
            yield from _against(sentence, mention, named[mention.name])


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


def agrees(number: ProseNumber, value: Measured, unit: str) -> bool | None:
    """Whether a reading of the number is the value, rounded or scaled; None: not comparable."""
    fact = components(value)
    comparable = [reading for reading in number.readings if len(reading) == len(fact)]
    if not comparable or (isinstance(value, Quantity) and value.comparator):
        return None
    scaled = prose_numbers(f"{value.value} {unit}") if isinstance(value, Quantity) else ()
    facts = [fact, *(reading for one in scaled for reading in one.readings)]
    return any(_rounds_to(fact, reading) for fact in facts for reading in comparable)


def _rounds_to(fact: Reading, said: Reading) -> bool:
    with localcontext(prec=60):
        return len(fact) == len(said) and all(
            a == b or a.quantize(_step(b), ROUND_HALF_UP) == b
            for a, b in zip(fact, said, strict=True)
        )


def _step(number: Decimal) -> Decimal:
    """The last place of a number as it is written; of whole ones, 1."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))
