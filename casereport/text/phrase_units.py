"""Where Latin phrases may stand in a right-to-left text: its units, and stretches of them.

A stretch holds no Persian, no address or citation, no end of a sentence, and of each pair of
brackets or quotation marks both or none (compare UAX #9, BD16). The work grows with the length of
the text and no faster.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from casereport.text.characters import LRM, SHY, WJ, ZWNJ
from casereport.text.tokens import Kind, tokenise

Bounds = tuple[int, int]
"""The first of a row, and the one after its last."""

_Role = Literal["content", "opening", "closing", "quote", "neutral", "stop"]


class Unit(NamedTuple):
    """A token, or one character of a plain one; ``stop`` is what no phrase holds."""

    role: _Role
    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The index after the last character."""
        return self.start + len(self.text)

    @property
    def is_space(self) -> bool:
        """True for white space."""
        return self.text.isspace()


_CONTENT: frozenset[Kind] = frozenset(
    {
        "latin", "statistic", "quantity", "number", "range", "percent", "comparison", "plus-minus",
        "product",
    }
)  # fmt: skip
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "\u201c": "\u201d"}
_NEUTRAL = frozenset({"ON", "ES", "ET", "CS", "WS"})
_NO_NEUTRAL = "\u00ab\u00bb\u2039\u203a\u2018\u201a\u201e\ufffc"
_SILENT = LRM + SHY + WJ
_ATTACHED = "\u00ae\u2122\u00a9\u00b0\u2032\u2033+*\u2020\u2021\u00a7%\u2030-\u2212#"
"""Marks that belong to the word or number right before them."""
_LEADING = "<>\u2264\u2265\u2248~\u00d7\u00b1#$\u20ac\u00a3"
"""Marks that belong to the word or number after them."""
_ABBREVIATIONS = frozenset(
    {
        "al", "approx", "cf", "dr", "fig", "figs", "no", "nos", "ref", "resp", "sp", "spp", "st",
        "subsp", "var", "viz", "vs",
    }
)  # fmt: skip
_JOINTS = "-\u2010\u2011\u2013/+"


def units_of(text: str) -> Iterator[Unit]:
    """The units of a text, in its order."""
    for token in tokenise(text):
        if token.kind == "plain":
            for place, character in enumerate(token.text, token.start):
                yield Unit(_role(character), "plain", character, place)
        elif token.kind in _CONTENT and not _RTL.search(token.text):
            yield Unit("content", token.kind, token.text, token.start)
        else:
            yield Unit("stop", token.kind, token.text, token.start)


def _role(character: str) -> _Role:
    if character in _BRACKETS:
        return "opening"
    if character in _BRACKETS.values():
        return "closing"
    if character == '"':
        return "quote"
    if character in _SILENT:
        return "neutral"
    is_neutral = unicodedata.bidirectional(character) in _NEUTRAL
    if not is_neutral or character in _NO_NEUTRAL or _RTL.match(character):
        return "stop"
    return "neutral"


def is_rtl(unit: Unit) -> bool:
    """True for the letters of right-to-left words, and the marks and joiners in them."""
    character = unit.text[-1]
    if unit.kind != "plain":
        return False
    is_letter = unicodedata.bidirectional(character) in {"R", "AL"} and character.isalpha()
    return is_letter or character == ZWNJ or unicodedata.category(character) == "Mn"


# Stretches without what ends a phrase


def stretches(units: Sequence[Unit]) -> Iterator[Bounds]:
    """Where a phrase may stand: nothing there ends one, and brackets have their other one."""
    start = 0
    for index, unit in enumerate(units):
        if unit.role == "stop" or _ends_sentence(units, index):
            yield from _balanced(units, (start, index))
            start = index + 1
    yield from _balanced(units, (start, len(units)))


def _ends_sentence(units: Sequence[Unit], index: int) -> bool:
    if units[index].text not in {".", "!", "?"}:
        return False
    rest = units[index + 1 : index + 4]
    if not rest or not rest[0].is_space:
        return False
    following = next((unit.text for unit in rest if not unit.is_space), "")
    word = units[index - 1] if index else None
    if units[index].text == "." and word is not None and word.kind == "latin":
        last = re.split(r"[\s\u00a0]", word.text)[-1]
        # "E. coli", "p.o. 500 mg", "vs. 12".
        if len(last) == 1 or "." in last or last.lower() in _ABBREVIATIONS:
            return False
    return not following[:1].islower()


def _balanced(units: Sequence[Unit], stretch: Bounds) -> Iterator[Bounds]:
    """The stretch, parted at brackets and quotation marks that have no other one in it."""
    pairs, cuts = _pairs(units, stretch)
    alone = sorted(cuts)
    # A pair round one that stands alone is parted with it.
    for opening, closing in pairs.items():
        if bisect_left(alone, closing) > bisect_left(alone, opening):
            cuts |= {opening, closing}
    start = stretch[0]
    for cut in (*sorted(cuts), stretch[1]):
        yield from _begun(units, (start, cut), pairs)
        start = cut + 1


def _begun(units: Sequence[Unit], stretch: Bounds, pairs: dict[int, int]) -> Iterator[Bounds]:
    """The stretch from where a phrase may begin; a pair before that is opened."""
    waiting = [stretch]
    while waiting:
        start, end = waiting.pop()
        while start < end and not _may_begin(units, start, end, pairs):
            if (closing := pairs.get(start)) is not None:
                waiting.append((closing + 1, end))
                end = closing
            start += 1
        if start < end:
            yield start, end


def _may_begin(units: Sequence[Unit], index: int, end: int, pairs: dict[int, int]) -> bool:
    unit = units[index]
    if unit.role == "content":
        return True
    rest = units[index + 1 : min(end, index + 3)]
    if unit.text in _LEADING:
        following = next((each for each in rest if not each.is_space), None)
        return following is not None and following.role == "content"
    # A bracket at the beginning of a word, as in (R)-warfarin.
    after = pairs.get(index, end) + 1
    if unit.role == "quote" or unit.text == "\u201c":
        after += after < end and units[after].is_space
    return after < end and (units[after].role == "content" or units[after].text in _JOINTS)


def _pairs(units: Sequence[Unit], stretch: Bounds) -> tuple[dict[int, int], set[int]]:
    """The opening marks with their closing ones, and the marks that have none."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    alone: set[int] = set()
    quoted = False
    for index in range(*stretch):
        role, text = units[index].role, units[index].text
        if role == "opening" or (role == "quote" and not quoted):
            quoted = quoted or role == "quote"
            opened.append(index)
        elif role in {"closing", "quote"}:
            if opened and _BRACKETS.get(units[opened[-1]].text, '"') == text:
                pairs[opened.pop()] = index
                quoted = quoted and role != "quote"
            else:
                alone.add(index)
    return pairs, alone | set(opened)


def trimmed(units: Sequence[Unit], stretch: Bounds) -> Bounds:
    """The stretch without the neutral marks at its end, but for those that belong to its end."""
    start, end = stretch
    while end > start and units[end - 1].role == "neutral":
        end -= 1
    last = end
    while last < stretch[1] and units[last].text in _ATTACHED:
        last += 1
    is_joined = last < len(units) and is_rtl(units[last])
    return start, (end if is_joined else last)
