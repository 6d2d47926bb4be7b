"""Latin phrases in right-to-left text: stretches that are read from the left and set as one.

The grammar. A phrase is a run of Latin or Greek words, numbers in Latin digits, quantities,
per cents, statistics, the operators and neutral marks between them, and brackets and quotation
marks of which both are inside; it begins and ends with a word, a number or such a pair, and holds
a word that is more than a unit:

- ``OR 2.3 (95% CI, 1.1-4.8)``, ``P<0.05; OR=2.3``, ``500 mg BID``, ``Hb 8.4 g/dL``, ``pH 7.35``.
- A quantity with nothing but its unit (``12 mg/L``, ``2 x 3 cm``) is none: it is the sentence's, in
  the sentence's digits. So is a number typed in Persian digits, wherever it stands.
- Persian letters, digits, marks and guillemets end a phrase, and so do addresses, identifiers,
  citations, dates, isolates, and the full stop of a sentence (not that of ``S. aureus``, ``vs.``).

Its digits stay as typed, for half a phrase in other digits is what no editor prints. But a bare
number at its edge that a Persian word takes up belongs to that word, and the phrase goes without:
``prednisolone 5`` before "milligrams" in Persian, ``CRP 12`` before "was", ``Apgar 8`` before "and
9"; and the ``3`` of "day 3 CRP" with "day" in Persian. In an isolate it would stand away from that
word. ``CRP 12 mg/L`` and ``SpO2 88%`` need no word after them, and stay whole; so does ``CRP 12``
before a full stop or a bracket, and as the last of a series, ``ESR 28 mm/h`` and ``CRP 12`` "was".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casereport.text.characters import WJ
from casereport.text.phrase_units import Bounds, Unit, is_rtl, stretches, trimmed, units_of
from casereport.text.tokens import WORD_SPACES, Kind, is_unit, tokenise

_BOUND: frozenset[Kind] = frozenset(
    {"statistic", "quantity", "comparison", "plus-minus", "product"}
)
_NUMBERS: frozenset[Kind] = frozenset({"number", "range", "comparison", "plus-minus", "product"})
"""Those that may be a Persian word's: nothing Latin belongs to them."""
_LABEL = frozenset({":", "="})
_AND = re.compile("[ \u00a0]*(?:[,\u060c]|\u0648(?=[ \u00a0])|\u06cc\u0627(?=[ \u00a0]))[ \u00a0]*")
_OPERATOR = re.compile("[=<>\u2264\u2265\u2248] (?=[0-9])")
_FAR = 6
_NUMBERED = re.compile(
    "(?<![\\w\u200c])(?:سال|ماه|هفته|روز|ساعت|نوبت|جلسه|مرحله|درجه|گرید|فاز|گروه|سن|شماره"
    "|تصویر|شکل|جدول|صفحه|نسخه|ویرایش)(?:\u200cهای|های|\u200cی|ی|\u0654|\u0650)?[ \u00a0]+$"
)
"""The nouns whose number follows them, and is not the next word's."""
_PREDICATE = re.compile(
    "[ \u00a0]+(?:بود|بودند|بوده|است|هستند|شد|شدند|شده|گزارش|ثبت|به|در|که|و)(?![\\w\u200c])"
)
"""Words after a number that it does not count, nor they measure."""
_BETWEEN_VALUES = frozenset({",", " ", "\u00a0"})


def latin_phrases(text: str) -> tuple[Bounds, ...]:
    """The phrases of a right-to-left text that are more than one token.

    >>> text = "\u0628\u0627 500 mg BID."
    >>> [text[start:end] for start, end in latin_phrases(text)]
    ['500 mg BID']
    """
    units = tuple(units_of(text))
    found: list[Bounds] = []
    for stretch in stretches(units):
        start, end = trimmed(units, stretch)
        start = _without_first(text, units, (start, end))
        end = _without_last(text, units, (start, end), found)
        if end - start > 1 and _holds_a_word(units[start:end]):
            found.append((units[start].start, units[end - 1].end))
    return tuple(found)


def is_latin_only(text: str) -> bool:
    """True when a whole text is Latin: words and what goes with them, more than one token."""
    units = tuple(units_of(text.strip()))
    if len(units) < 2 or any(unit.role == "stop" for unit in units):
        return False
    return _holds_a_word(units)


def unbreakable(text: str) -> tuple[tuple[int, str], ...]:
    """What must be added to a phrase or a quantity so that no line ends inside a measure.

    Places and the characters to put there, in order: a word joiner (UAX #14, LB11) after each space
    of a quantity or statistic and between a sign and its number, and round the slash of a unit.
    """
    places = {match.end() for match in _OPERATOR.finditer(text)}
    for token in tokenise(text):
        if token.kind not in _BOUND:
            continue
        for place, character in enumerate(token.text, token.start):
            if character == " ":
                places.add(place + 1)
            elif character == "/" and not text[place + 1 : place + 2].isdigit():
                places |= {place, place + 1}
    return tuple((place, WJ) for place in sorted(places))


def _holds_a_word(units: Sequence[Unit]) -> bool:
    """True when a word or a statistic is among the units; the unit of a number is no word."""
    number_before = False
    for unit in units:
        if unit.kind == "statistic":
            return True
        if unit.kind == "latin" and not (number_before and is_unit(unit.text)):
            return True
        if not unit.is_space:
            number_before = unit.kind in _NUMBERS
    return False


# The numbers at its edges that are the sentence's


def _without_first(text: str, units: Sequence[Unit], phrase: Bounds) -> int:
    """Where the phrase begins without a number that the noun before it is numbered by."""
    start, end = phrase
    if end - start > 2 and _NUMBERED.search(
        text, max(0, units[start].start - 20), units[start].start
    ):
        first, gap, second = units[start : start + 3]
        if first.text.isdigit() and gap.is_space and second.kind == "latin":
            return start + 2
    return start


def _without_last(
    text: str, units: Sequence[Unit], phrase: Bounds, before: Sequence[Bounds]
) -> int:
    """Where the phrase ends without bare numbers that a right-to-left word takes up."""
    start, end = phrase
    values = end
    while values - 1 > start and units[values - 1].kind in _NUMBERS:
        values -= 1
        while values > start and units[values - 1].text in _BETWEEN_VALUES:
            values -= 1
        if values > start and units[values - 1].text in _LABEL:
            break
    if values == end or not _taken_up(units, end):
        return end
    while values > start and (units[values - 1].is_space or units[values - 1].text in _LABEL):
        values -= 1
    head = units[start:values]
    is_name = all(unit.kind in {"latin", "number"} or unit.text in WORD_SPACES for unit in head)
    if not (is_name and head and head[-1].kind == "latin"):
        return end
    # Of a series of values the last has the digits of the others.
    follows = before and _AND.fullmatch(text, before[-1][1], units[start].start)
    if follows and _is_value(text[slice(*before[-1])]):
        return end if _PREDICATE.match(text, units[end - 1].end) else values
    return values


def _is_value(phrase: str) -> bool:
    return tokenise(phrase)[-1].kind in {"quantity", "percent", "statistic", *_NUMBERS}


def _taken_up(units: Sequence[Unit], index: int) -> bool:
    """True when a right-to-left word follows, or another value after a comma, "and" or "or"."""
    following = "".join(unit.text for unit in units[index : index + _FAR])
    if (joined := _AND.match(following)) is None:
        after = next((unit for unit in units[index : index + _FAR] if not unit.is_space), None)
        return after is not None and is_rtl(after)
    # What joins is plain, and so each character of it is a unit.
    beyond = index + joined.end()
    after_that = [unit for unit in units[beyond : beyond + _FAR] if not unit.is_space]
    is_value = bool(after_that) and after_that[0].kind in _NUMBERS
    return is_value and not (len(after_that) > 1 and after_that[1].kind == "latin")
