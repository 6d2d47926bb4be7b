"""Brackets and guillemets without a partner in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {")": "(", "]": "[", "}": "{", "\u00bb": "\u00ab"}
_OPENING = frozenset(_PAIRS.values())
_BRACKET = re.compile(r"[()\[\]{}\u00ab\u00bb]")
# Before an item: «1)» anywhere, «الف)» and «iv)» where a line or a clause begins
# or behind «و»; and [0, 1).
_LABEL = re.compile(
    r"\s[\d\u06f0-\u06f9]{1,2}$|[\n\u060c,;:\u061b.]\s?[\w\u200c]{1,4}$"
    r"|\s(?:\u0648|\u06cc\u0627|and|or)\s\w{1,3}$"
)
_INTERVAL = re.compile(r"[\[(\]][\s\d\u06f0-\u06f9.,/\u060c\u066b\u221e+\u2212-]{1,40}[\])\[]")
_FACE = re.compile(r"[:;]-?$")


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A bracket that has no partner, and whether it is one that opens."""

    index: int
    bracket: str
    opens: bool


def unpaired_brackets(text: str) -> Iterator[Unpaired]:
    """The brackets of a paragraph that nothing closes, or that nothing opened, in order.

    >>> [(one.index, one.opens) for one in unpaired_brackets("a (b) c) (d")]
    [(7, False), (9, True)]
    """
    spans = [match.span() for match in _INTERVAL.finditer(text)]
    opened: list[Unpaired] = []
    alone: list[Unpaired] = []
    interval = 0
    for match in _BRACKET.finditer(text):
        index, bracket = match.start(), match[0]
        while interval < len(spans) and spans[interval][1] <= index:
            interval += 1
        if interval < len(spans) and spans[interval][0] <= index:
            if not _closes(bracket, opened):
                continue
            interval += 1  # "(GCS [Glasgow Coma Scale] 13/15)" is no interval that begins with "]"
        if bracket in _OPENING:
            opened.append(Unpaired(index, bracket, opens=True))
            continue
        partner = _PAIRS[bracket]
        at = _last(opened, partner)
        if at is not None:
            alone += opened[at + 1 :]
            del opened[at:]
        elif not _is_label(text, index, bracket):
            alone.append(Unpaired(index, bracket, opens=False))
    yield from sorted([*alone, *opened], key=lambda one: one.index)


def _closes(bracket: str, opened: list[Unpaired]) -> bool:
    return bracket == "]" and _last(opened, "[") is not None


def _last(opened: list[Unpaired], bracket: str) -> int | None:
    """The index of the last such bracket among the innermost that are open."""
    for index in range(len(opened) - 1, max(-1, len(opened) - 9), -1):
        if opened[index].bracket == bracket:
            return index
    return None


def _is_label(text: str, index: int, bracket: str) -> bool:
    before = text[max(0, index - 8) : index]
    if index < 8:
        before = "\n" + before
    return bracket == ")" and bool(_LABEL.search(before) or _FACE.search(before))
