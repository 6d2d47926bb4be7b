"""What stands inside the brackets of a numeric citation: numbers, ranges, locators, their marks.

Numbers ascend in the direction of reading and runs of three or more collapse. With a locator or
words of the author's own the parts are divided by semicolons: ``[3, p. 12; 4]``. Words before
any but the first key keep the author's order, for they belong to what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from casereport.article.inline import CitationNumber, Text
from casereport.locale import Locale
from casereport.text.characters import ARABIC_SEMICOLON, EN_DASH, NBSP, RLM, WJ
from casereport.text.citations import collapse
from casereport.text.locators import read_locator

Piece = Text | CitationNumber
_RANGE = re.compile(r"(?<=\d)\s?[-\u2013]\s?(?=\d)")


@dataclass(frozen=True, slots=True)
class Cited:
    """One key of a group: its number and the id of its entry, None and "" when it has none."""

    number: int | None
    rid: str
    prefix: str = ""
    locator: str = ""

    @property
    def is_plain(self) -> bool:
        """True for a number and nothing else."""
        return not (self.prefix or self.locator)


def group_pieces(cited: Sequence[Cited], locale: Locale, *, raised: bool) -> tuple[Piece, ...]:
    """The pieces of a group in the order in which they are read; ``raised``: as a superscript."""
    lead, parts = _arranged(cited)
    return (*_words(lead, locale), *_Writer(locale, raised=raised).write(parts))


def _arranged(cited: Sequence[Cited]) -> tuple[str, list[Cited]]:
    """The words before the whole group, and its parts in printed order, each once."""
    lead = cited[0].prefix if cited else ""
    parts = [replace(each, prefix="") if index == 0 else each for index, each in enumerate(cited)]
    located = {each.number for each in parts if not each.is_plain}
    parts = [each for each in parts if not (each.is_plain and each.number in located - {None})]
    known = [each for each in dict.fromkeys(parts) if each.number is not None]
    if not any(each.prefix for each in known):
        known.sort(key=lambda each: each.number or 0)
    return lead, known + [each for each in parts if each.number is None]


def _words(text: str, locale: Locale) -> tuple[Text, ...]:
    return (Text(f"{locale.prose(text)} "),) if text else ()


class _Writer:
    """Writes the parts with the marks of one language."""

    def __init__(self, locale: Locale, *, raised: bool) -> None:
        self._locale = locale
        self._raised = raised
        rtl = locale.direction == "rtl"
        # The mark after each comma keeps two numbers from becoming one run (UAX #9, W4).
        self._comma = locale.numbers.list_comma + (RLM if rtl else "")
        self._semicolon = f"{ARABIC_SEMICOLON if rtl else ';'} "

    def write(self, parts: Sequence[Cited]) -> tuple[Piece, ...]:
        divided = not self._raised and not all(part.is_plain for part in parts)
        divider = Text(self._semicolon if divided else self._comma)
        pieces: list[Piece] = []
        for written in self._written(parts):
            pieces += [divider, *written] if pieces else written
        return tuple(pieces)

    def _written(self, parts: Sequence[Cited]) -> Iterator[list[Piece]]:
        """Neighbours without words as one run of numbers, every other part by itself."""
        plain = lambda part: part.is_plain and part.number is not None  # noqa: E731
        for is_plain, group in groupby(parts, plain):
            if is_plain:
                yield self._numbers(list(group))
                continue
            yield from (self._worded(part) for part in group)

    def _numbers(self, parts: Iterable[Cited]) -> list[Piece]:
        rids = {part.number: part.rid for part in parts if part.number is not None}
        pieces: list[Piece] = []
        for first, last in _stretches(list(rids)):
            pieces += [Text(self._comma)] if pieces else []
            pieces.append(self._number(first, rids[first]))
            if last != first:
                pieces += [Text(f"{WJ}{EN_DASH}{WJ}"), self._number(last, rids[last])]
        return pieces

    def _number(self, number: int, rid: str) -> CitationNumber:
        return CitationNumber(rid, self._locale.number(number))

    def _worded(self, part: Cited) -> list[Piece]:
        number = (
            CitationNumber("", self._locale.term("unresolved"))
            if part.number is None
            else self._number(part.number, part.rid)
        )
        pieces: list[Piece] = [*_words(part.prefix, self._locale), number]
        if part.locator:
            where = self._located(part.locator)
            comma = self._locale.list_comma
            pieces.append(Text(f"({where})" if self._raised else f"{comma}{where}"))
        return pieces

    def _located(self, typed: str) -> str:
        """The locator in the words of this language; other words as the author typed them."""
        locator = read_locator(typed)
        if locator is None:
            return self._locale.prose(typed)
        many = "s" if locator.kind == "page" and locator.many else ""
        label = self._locale.term(f"{locator.kind}{many}-abbreviation")
        value = self._locale.digits(_RANGE.sub(f"{WJ}{EN_DASH}{WJ}", locator.value))
        return f"{label}{NBSP}{value}"


def _stretches(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers with their runs collapsed; in the author's order, as they stand."""
    if numbers == sorted(numbers):
        yield from collapse(numbers)
    else:
        yield from ((number, number) for number in numbers)
