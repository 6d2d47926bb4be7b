"""Values of known quantities that stand in the prose without a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.numbers._mentions import Mention, mentions
from casereport.checks.numbers._quantities import BY_NAME, NAMES
from casereport.checks.numbers._quantity import Quantity
from casereport.checks.numbers._typed_units import unit_after
from casereport.checks.prose import narrative_prose
from casereport.checks.sentences import Sentence, sentences
from casereport.model.case_report import CaseReport
from casereport.text.measured_units import same_unit
from casereport.text.prose_numbers import prose_numbers

_NO_UNIT = re.compile(
    r"\s*(?:$|[.,;)\]\u060c\u061b]|(?:و|بود|بودند|بوده|است|شد|شده|گزارش|داشت|and|was|were|is|with|but)(?!\w))"
)
"""What follows a number that has no unit; any other word may be one."""
_ROW = re.compile(
    r"\s*(?:[,\u060c\u061b;]|(?<=\s)(?:و|and|to|تا|سپس)(?=\s))?\s*(?:(?:و|and|then)\s)?",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"(?:\s?[,\u060c]|\s(?:\u0648|and))\s(?:[^\W\d_][\w\u200c]{0,20}\s){1,6}"
)
"""From a value to the next of a list whose name is not known: "heart rate 172, breathing 58"."""
_PROPORTION = re.compile(r"(?<!\w)(?:ratio(?:\sof)?|نسبت|شاخص)\s$", re.IGNORECASE)
"""Before a name: its number is then one of two divided, and has no unit."""


def bare_values(case: CaseReport) -> Iterator[tuple[Sentence, Mention, Quantity]]:
    """Each value without a unit whose quantity never has one in that language's text."""
    for _, narrative in sorted(case.narratives.items()):
        bare: list[tuple[Sentence, Mention, Quantity]] = []
        given: set[str] = set()
        for prose in narrative_prose(narrative):
            if prose.part not in {"cell", "heading"}:
                for sentence in sentences(prose):
                    found = tuple(mentions(sentence.text, sentence.language, NAMES))
                    given |= {BY_NAME[one.name].key for one in found if one.units}
                    bare += [(sentence, one, BY_NAME[one.name]) for one in _bare(sentence, found)]
        yield from (one for one in bare if one[2].key not in given)


def _bare(sentence: Sentence, found: tuple[Mention, ...]) -> Iterator[Mention]:
    carried: frozenset[str] = frozenset()
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        gap = _ROW.match(sentence.text, one.number.end)
        in_row = following and gap and gap.end() == following.start
        carried = one.units or (carried if in_row else frozenset())
        usual = BY_NAME[one.name].units
        serves = any(same_unit(unit, known) for unit in carried for known in usual)
        is_bare = not (serves or one.units) and _is_bare(sentence, one)
        if is_bare and not _has_unit_later(sentence, one, found):
            yield one


def _is_bare(sentence: Sentence, mention: Mention) -> bool:
    number, quantity = mention.number, BY_NAME[mention.name]
    is_share = "%" in quantity.units and number.readings[0][0] <= 1
    if number.kind != "number" or quantity.pair or is_share or len(number.readings[-1]) > 2:
        return False
    if _PROPORTION.search(sentence.text[max(0, mention.start - 12) : mention.start]):
        return False
    return _NO_UNIT.match(sentence.text, number.end) is not None and not (
        _units_behind(_ROW, sentence, mention)
        or any(
            same_unit(unit, known)
            for unit in _units_behind(_NEIGHBOUR, sentence, mention)
            for known in quantity.units
        )
    )


def _units_behind(gap: re.Pattern[str], sentence: Sentence, mention: Mention) -> frozenset[str]:
    """The units of the number that follows behind ``gap``: "10.1 and 9.8 g/dL"."""
    found = gap.match(sentence.text, mention.number.end)
    for one in prose_numbers(sentence.text) if found else ():
        if found and one.start == found.end():
            return unit_after(sentence.text, one, sentence.language)[0]
    return frozenset()


def _has_unit_later(sentence: Sentence, mention: Mention, found: tuple[Mention, ...]) -> bool:
    """True in "glucose was 126 and two hours later 180 mg/dL": no other name comes between."""
    usual = BY_NAME[mention.name].units
    others = [one.start for one in found if one.start > mention.start]
    for number in prose_numbers(sentence.text):
        if mention.number.end < number.start < min(others, default=len(sentence.text)):
            units, _ = unit_after(sentence.text, number, sentence.language)
            if any(same_unit(unit, known) for unit in units for known in usual):
                return True
    return False
