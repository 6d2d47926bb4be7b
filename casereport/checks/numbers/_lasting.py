"""Lengths of time right beside what lasted: "diabetes for 5 years", "5-year history of gout"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from casereport.checks.numbers._difference import Difference
from casereport.checks.numbers._durations import (
    DurationMention,
    duration_mentions,
    known_durations,
    lasting_facts,
)
from casereport.checks.numbers._spellings import alternatives
from casereport.checks.sentences import Sentence
from casereport.model.case_file import CaseFile

_AFTER_NAME = re.compile(
    r"[ ,(]*(?:(?:was|diagnosed|since|for|the|last|past|از|به مدت|مدت|ابتلا"
    r"|مبتلا|است|بود|که)[ ]){0,5}",
    re.IGNORECASE,
)
"""All that may stand between a name and the length: with any other word it may be another's."""
_BEFORE_NAME = re.compile(
    r"[ ,)]*(?:(?:of|history|known|ago|earlier|with|taking|سابقه\u0654?|پیش|قبل|به|با"
    r"|ابتلا به|مبتلا به|دچار|بیماری|تحت درمان با|درمان با)[ ]){0,5}",
    re.IGNORECASE,
)
_SHORTEST_NAME = 4


def durations(sentence: Sentence, facts: CaseFile) -> Iterator[Difference]:
    """A length beside the name of what lasted, in its unit, that no fact of the case has."""
    text = sentence.text
    found = tuple(duration_mentions(text, sentence.language))
    known = known_durations(facts) if found else frozenset()
    unknown = [one for one in found if (one.value, one.unit) not in known]
    for fact in lasting_facts(facts) if unknown else ():
        names = alternatives(name for name in fact.names if len(name) >= _SHORTEST_NAME)
        places = [match.span() for match in re.finditer(names, text, re.IGNORECASE)]
        for mention in (one for one in unknown if one.unit == fact.duration.unit):
            if _is_beside(text, mention, places):
                length = f"{fact.duration.value} {fact.duration.unit}s"
                route = (*fact.route, "duration")
                yield Difference(sentence, mention.start, mention.end, route, length)


def _is_beside(text: str, mention: DurationMention, places: list[tuple[int, int]]) -> bool:
    """True when the nearest name before or behind is reached over known words."""
    behind = bisect_left(places, (mention.beyond, 0))
    before = bisect_right(places, mention.start, key=lambda place: place[1])
    after_name = before and _AFTER_NAME.fullmatch(text, places[before - 1][1], mention.start)
    return bool(after_name) or (
        behind < len(places)
        and _BEFORE_NAME.fullmatch(text, mention.beyond, places[behind][0]) is not None
    )
