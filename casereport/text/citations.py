"""Groups of citation numbers: how one prints, and what one typed by hand means.

Persian authors type a group so that it looks right in their editor. There a number after a Persian
letter is class AN (UAX #9, W2), two numbers with one comma between them are one left-to-right run
(W4), a hyphen parts runs, and the runs stand from right to left. So «8-17,6-11» shows as
«11-17,6-8», which is what its author meant; read_typed_citation weighs both readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from casereport.text.characters import ARABIC_COMMA, ARABIC_SEMICOLON, DIRECTIONAL, RLM, WJ
from casereport.text.digits import to_latin_digits
from casereport.text.isolates import Direction, rtl
from casereport.text.numbers import NumberStyle, join_range

Range = tuple[int, int]
Brackets = tuple[str, str]

ROUND: Brackets = ("(", ")")
SQUARE: Brackets = ("[", "]")
BARE: Brackets = ("", "")
"""For superscripts."""

COMMAS = frozenset("," + ARABIC_COMMA)
SEPARATORS = COMMAS | frozenset(";" + ARABIC_SEMICOLON)
DASHES = frozenset("-\u2010\u2011\u2013\u2014\u2212")

MAX_GROUP_LENGTH = 200
"""No author types a longer group; it bounds the work on hostile text."""

_OUTER = re.compile(r"\s*(?:\((.*)\)|\[(.*)\])\s*", re.DOTALL)
_MARKS = re.escape("".join(sorted(SEPARATORS | DASHES)))
_PART = re.compile(
    rf"(?P<number>[1-9][0-9]{{0,2}}(?![0-9]))|(?P<mark>[{_MARKS}])"
    rf"|(?P<gap>[\s{DIRECTIONAL}])|(?P<joiner>{WJ})"
)


@dataclass(frozen=True, slots=True)
class TypedCitation:
    """What a typed group cites: ``numbers`` ascending, the same as ``ranges``.

    ``ambiguous``: the other reading, ``other``, could be meant as well. ``beyond``: those of the
    numbers that the reference list does not reach. ``items``: the numbers and ranges as typed, each
    as (low, high); groups that cite the same are equal however they are typed.
    """

    numbers: tuple[int, ...]
    ranges: tuple[Range, ...]
    ambiguous: bool = False
    other: tuple[int, ...] | None = None
    beyond: tuple[int, ...] = ()
    items: tuple[Range, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class TypedOrders:
    """A typed group's items, each as (first, last) in two orders.

    ``typed``: as they stand in the file. ``shown``: as the eye meets them on the page, from the
    side where its lines begin.
    """

    typed: tuple[Range, ...]
    shown: tuple[Range, ...]

    @property
    def differ(self) -> bool:
        """True when a reader of the page meets another order than a reader of the file."""
        return self.typed != self.shown

    @property
    def runs_backwards(self) -> bool:
        """True when a range ends before it begins, in the file or on the page."""
        return any(last < first for first, last in (*self.typed, *self.shown))


def collapse(numbers: Iterable[int]) -> tuple[Range, ...]:
    """Ascending (first, last) of runs of three or more, and single numbers as (n, n).

    >>> collapse([5, 3, 4, 1, 8, 7])
    ((1, 1), (3, 5), (7, 7), (8, 8))
    """
    result: list[Range] = []
    for run in _runs(numbers):
        if len(run) >= 3:
            result.append((run[0], run[-1]))
        else:
            result.extend((number, number) for number in run)
    return tuple(result)


def format_citation_group(
    numbers: Iterable[int], style: NumberStyle, *, brackets: Brackets = ROUND
) -> str:
    """The group as printed, ascending in the direction of reading: ``(1,3-5)`` and its like."""
    opening, closing = brackets
    items = [
        style.digits(str(low))
        if low == high
        else join_range(style.digits(str(low)), style.digits(str(high)), style)
        for low, high in collapse(numbers)
    ]
    if not items:
        return ""
    if not style.is_rtl:
        return f"{opening}{style.list_comma.join(items)}{closing}"
    # The mark after each comma keeps two numbers from becoming one run (W4).
    return rtl(f"{opening}{f'{style.list_comma}{RLM}'.join(items)}{closing}")


def read_typed_citation(
    text: str, *, direction: Direction, count: int | None = None
) -> TypedCitation | None:
    """The citation numbers of a group typed in brackets, or None when it is no such group.

    ``direction`` is the paragraph's; ``count`` the length of the reference list, when it is known.
    It cannot tell the readings apart, for both have the same first and last numbers.
    """
    parts = _parts(text)
    if parts is None:
        return None
    logical = _reading(parts)
    if logical is None:
        return None
    displayed = _reading(_displayed(parts)) if direction == "rtl" else None
    if displayed is None or displayed.numbers == logical.numbers:
        return _typed(logical, None, count)
    # From the right: the order in which a Persian reader meets the displayed items.
    both = (logical, displayed.reversed())
    best, second = sorted(both, key=lambda reading: reading.faults)
    stands = second.overlaps == best.overlaps
    return _typed(best, second if stands else None, count)


def typed_orders(text: str, *, direction: Direction) -> TypedOrders | None:
    """How a typed group stands in the file and how it shows, or None when it is no such group.

    >>> typed_orders("(8-17,6-11)", direction="rtl").shown
    ((8, 6), (17, 11))
    """
    parts = _parts(text)
    logical = _reading(parts) if parts is not None else None
    if parts is None or logical is None:
        return None
    from_right = _reading(_displayed(parts)[::-1]) if direction == "rtl" else None
    return TypedOrders(logical.items, (from_right or logical).items)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a group: its items in order of reading, each as (first, last) typed."""

    items: tuple[Range, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        covered = (range(min(item), max(item) + 1) for item in self.items)
        return tuple(sorted({number for numbers in covered for number in numbers}))

    def reversed(self) -> _Reading:
        return _Reading(self.items[::-1])

    @property
    def overlaps(self) -> int:
        """How many items begin before the item under them ends: nobody means that."""
        return sum(1 for left, right in pairwise(self._ascending) if right[0] <= left[1])

    @property
    def faults(self) -> tuple[int, int, int]:
        """What speaks against this reading, gravest first."""
        typed = [min(item) for item in self.items]
        descents = sum(1 for left, right in pairwise(typed) if right < left)
        touching = sum(1 for left, right in pairwise(self._ascending) if right[0] == left[1] + 1)
        return (self.overlaps, descents, touching)

    @property
    def _ascending(self) -> list[Range]:
        return sorted((min(item), max(item)) for item in self.items)


def _typed(reading: _Reading, other: _Reading | None, count: int | None) -> TypedCitation:
    numbers = reading.numbers
    return TypedCitation(
        numbers=numbers,
        ranges=collapse(numbers),
        ambiguous=other is not None,
        other=other.numbers if other is not None else None,
        beyond=tuple(number for number in numbers if count is not None and number > count),
        items=tuple((min(item), max(item)) for item in reading.items),
    )


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """The numbers, ascending and each once, in runs without gaps."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _parts(text: str) -> list[str] | None:
    """What stands between the brackets: numbers, marks, and "" for what parts runs unseen."""
    if len(text) > MAX_GROUP_LENGTH:
        return None
    outer = _OUTER.fullmatch(to_latin_digits(text))
    if outer is None:
        return None
    inner = outer[1] if outer[1] is not None else outer[2]
    parts: list[str] = []
    position = 0
    while position < len(inner):
        match = _PART.match(inner, position)
        if match is None:
            return None
        position = match.end()
        if match["gap"]:
            parts.append("")
        elif not match["joiner"]:
            parts.append(match[0])
    return parts


def _displayed(parts: list[str]) -> list[str]:
    """The parts from left to right as a right-to-left paragraph shows them after a letter."""
    tied = {i for i, part in enumerate(parts) if part in COMMAS and _between_numbers(parts, i)}
    runs: list[list[str]] = []
    for index, part in enumerate(parts):
        if index in tied or index - 1 in tied:
            runs[-1].append(part)
        else:
            runs.append([part])
    return [part for run in reversed(runs) for part in run]


def _between_numbers(parts: list[str], index: int) -> bool:
    around = parts[index - 1 : index] + parts[index + 1 : index + 2]
    return len(around) == 2 and all(part.isdigit() for part in around)


def _reading(parts: list[str]) -> _Reading | None:
    """The items of ``parts``: numbers or pairs, with a comma or semicolon between; else None."""
    items: list[Range] = []
    visible = [part for part in parts if part]
    position = 0
    while position < len(visible):
        step = _item_length(visible, position)
        if step == 0:
            return None
        items.append((int(visible[position]), int(visible[position + step - 1])))
        position += step
        if position == len(visible):
            return _Reading(tuple(items))
        if visible[position] not in SEPARATORS:
            return None
        position += 1
    return None


def _item_length(visible: list[str], position: int) -> int:
    """3 for a range that begins here, 1 for a number, 0 for neither."""
    if not visible[position].isdigit():
        return 0
    is_range = (
        position + 2 < len(visible)
        and visible[position + 1] in DASHES
        and visible[position + 2].isdigit()
    )
    return 3 if is_range else 1
