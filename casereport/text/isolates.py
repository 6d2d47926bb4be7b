"""Directional isolates (UAX #9, section 2.4): put them round a text, take them off, count them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

from casereport.text.characters import (
    EMBEDDINGS,
    FSI,
    ISOLATE_INITIATORS,
    ISOLATES,
    LRI,
    PDF,
    PDI,
    RLI,
)

Direction = Literal["ltr", "rtl"]
Strong = Literal["L", "R"]

_WITHOUT_ISOLATES = dict.fromkeys(map(ord, ISOLATES))
_EMBEDDING_INITIATORS = EMBEDDINGS.replace(PDF, "")
_CONTROLS = ISOLATES + EMBEDDINGS
_STRONG: dict[str, Strong] = {"L": "L", "R": "R", "AL": "R"}


def ltr(text: str) -> str:
    """``text`` as a left-to-right isolate; nothing stays nothing."""
    return f"{LRI}{text}{PDI}" if text else ""


def rtl(text: str) -> str:
    """``text`` as a right-to-left isolate; nothing stays nothing."""
    return f"{RLI}{text}{PDI}" if text else ""


def first_strong(text: str) -> str:
    """``text`` as an isolate whose direction is that of its first letter."""
    return f"{FSI}{text}{PDI}" if text else ""


def contained(text: str) -> str:
    r"""``text`` whose controls act on nothing outside it: each that is alone is closed at once.

    Isolates and embeddings (UAX #9, BD9 and X1 to X7) as an author typed or pasted them. What is
    paired stays; an initiator alone reaches to the end of the paragraph, so its closing mark is put
    right after it, and an FSI before a PDI that would close what is not the author's.

    >>> contained("a \u202e b") == "a \u202e\u202c b"
    True
    """
    if not any(control in text for control in _CONTROLS):
        return text
    closed = isolate_starts(text)
    paired = {*closed, *closed.values()}
    opened: list[list[int]] = [[]]
    for index, character in enumerate(text):
        if index in paired and character == PDI:
            opened.pop()
        elif index in paired and character in ISOLATE_INITIATORS:
            opened.append([])
        elif character in _EMBEDDING_INITIATORS:
            opened[-1].append(index)
        elif character == PDF and opened[-1]:
            paired |= {opened[-1].pop(), index}
    return "".join(
        character if index in paired else _closed(character) for index, character in enumerate(text)
    )


def _closed(character: str) -> str:
    if character == PDI:
        return FSI + PDI
    if character in ISOLATE_INITIATORS:
        return character + PDI
    return character + PDF if character in _EMBEDDING_INITIATORS else character


def strip_isolates(text: str) -> str:
    """``text`` without LRI, RLI, FSI and PDI; marks such as RLM stay.

    >>> strip_isolates(ltr("CD4+"))
    'CD4+'
    """
    return text.translate(_WITHOUT_ISOLATES)


def is_balanced(text: str) -> bool:
    """True when every isolate of ``text`` is closed, and no PDI closes what was never opened."""
    depth = 0
    for character in text:
        if character in ISOLATE_INITIATORS:
            depth += 1
        elif character == PDI:
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def last_strong(text: str) -> Strong | None:
    """The direction of the last letter of ``text`` outside isolates, which a number after it meets.

    A PDI without its initiator, or the reverse, hides nothing.

    >>> last_strong("CRP 12, "), last_strong("12"), last_strong(ltr("CRP"))
    ('L', None, None)
    """
    matches = isolate_starts(text)
    position = len(text) - 1
    while position >= 0:
        if (start := matches.get(position)) is not None:
            position = start - 1
            continue
        if (strong := _STRONG.get(unicodedata.bidirectional(text[position]))) is not None:
            return strong
        position -= 1
    return None


def isolate_starts(text: str) -> dict[int, int]:
    """Index of each matching PDI → index of its isolate initiator (UAX #9, BD9)."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for index, character in enumerate(text):
        if character in ISOLATE_INITIATORS:
            opened.append(index)
        elif character == PDI and opened:
            pairs[index] = opened.pop()
    return pairs


def split_isolates(text: str) -> Iterator[tuple[str, bool]]:
    """The stretches of ``text``, and for each whether it is an isolate (the outermost one).

    >>> list(split_isolates("a " + ltr("b") + " c"))[0::2]
    [('a ', False), (' c', False)]
    """
    closed_at = {start: end for end, start in isolate_starts(text).items()}
    position = 0
    for start in sorted(closed_at):
        if start < position:
            continue
        if start > position:
            yield text[position:start], False
        position = closed_at[start] + 1
        yield text[start:position], True
    if position < len(text):
        yield text[position:], False
