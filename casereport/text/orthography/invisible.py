"""Characters that nobody sees: directional controls that reorder a text, and those of no use.

The half-space (U+200C) between letters, implicit marks and closed isolates are what an author may
need. Directional controls: UAX #9; their abuse: Boucher and Anderson, Trojan Source (2021).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from casereport.text.characters import (
    ISOLATE_INITIATORS,
    LRE,
    LRO,
    PDF,
    PDI,
    RLE,
    RLO,
    ZWNJ,
)
from casereport.text.joining import joins_next, joins_previous
from casereport.text.orthography.words import LETTER

OVERRIDES = LRO + RLO
_OPENING = ISOLATE_INITIATORS + LRE + RLE + OVERRIDES
_CONTROL = re.compile(f"[{_OPENING}{PDF}{PDI}]")
# Zero width space, word joiner, soft hyphen, BOM, invisible operators, deprecated format
# characters, grapheme joiner, Hangul and Mongolian fillers, interlinear annotation, tags; and the
# line ends that editors do not show as such.
_USELESS = (
    "\u0085\u2028\u2029\u200b\u2060\u00ad\ufeff\u2061-\u2064\u206a-\u206f\u034f\u115f\u1160\u3164\uffa0\u180b-\u180e"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_INVISIBLE = re.compile(f"[{_USELESS}]+|{ZWNJ}+|\u200d+")
_LINE_ENDS = frozenset("\u0085\u2028\u2029")
_LETTER = re.compile(LETTER)
_EDGES = frozenset('\u060c\u061b\u061f!.:,;()\u00ab\u00bb"')

ControlKind = Literal["override", "unclosed", "unopened"]


@dataclass(frozen=True, slots=True)
class Control:
    """A directional control at fault."""

    index: int
    character: str
    kind: ControlKind


def control_faults(text: str) -> Iterator[Control]:
    """Overrides, and isolates and embeddings that are not closed, in one paragraph.

    >>> [fault.kind for fault in control_faults("a" + RLO + "b" + PDF + PDI)]
    ['override', 'unopened']
    """
    opened: list[tuple[int, str]] = []
    for match in _CONTROL.finditer(text):
        character, index = match[0], match.start()
        if character in _OPENING:
            opened.append((index, character))
            if character in OVERRIDES:
                yield Control(index, character, "override")
        elif opened and (character == PDI) == (opened[-1][1] in ISOLATE_INITIATORS):
            opened.pop()
        else:
            yield Control(index, character, "unopened")
    for index, character in opened:
        if character not in OVERRIDES:
            yield Control(index, character, "unclosed")


@dataclass(frozen=True, slots=True)
class Invisible:
    """A run of characters of no use, and what should stand in its place: mostly nothing."""

    start: int
    text: str
    replacement: str = ""


def invisible_faults(text: str) -> Iterator[Invisible]:
    r"""Each run of invisible characters that does nothing, or not what a half-space should do.

    >>> [(found.start, found.replacement) for found in invisible_faults("a\u00adb")]
    [(1, '')]
    """
    for match in _INVISIBLE.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if match[0][0] == ZWNJ:
            wanted = "" if _is_edge(before) or _is_edge(after) else ZWNJ
            if match[0] != wanted:
                yield Invisible(match.start(), match[0], wanted)
        elif match[0][0] == "\u200d":
            if not (before and _LETTER.match(before) and len(match[0]) == 1) and not _emoji(before):
                yield Invisible(match.start(), match[0])
        else:
            yield Invisible(match.start(), match[0], _stand_in(match[0], before, after))


def _stand_in(typed: str, before: str, after: str) -> str:
    """A blank for a line end, the half-space that a zero width space between letters stood for."""
    if set(typed) & _LINE_ENDS:
        return " "
    between = bool(before and after and joins_next(before) and joins_previous(after))
    return ZWNJ if "\u200b" in typed and between else ""


def _is_edge(character: str) -> bool:
    """True for what a word ends at: beside it a half-space does nothing."""
    return not character or character.isspace() or character in _EDGES


def _emoji(character: str) -> bool:
    return character >= "\u2190"
