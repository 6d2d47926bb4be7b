"""The words of a line as they are meant, and as a reader of the text layer (PDFium) finds them.

PDFium's own ways are allowed for, each only where the glyphs show that nothing else can be meant:
it parts a word at a superscript, whose baseline is another; it tells a neutral that it takes into
a right-to-left stretch by other characters (R for U+00AE, see :mod:`letters`); what an override
turns (UAX #9, LRO and RLO) it reads turned, as everyone does; and on a line that is more Latin than
Persian it reads a word with half-spaces part by part from the left.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casereport.inspection.glyphs import Glyph
from casereport.inspection.letters import is_folded, letters_of
from casereport.inspection.matching import Match
from casereport.inspection.order import clusters, expected_places
from casereport.text.bidi import bidi_class
from casereport.text.characters import SHY, ZWNJ

_OTHER_BASELINE = 0.05
"""In the size of the glyphs: what stands higher or lower by more is a superscript or subscript."""


def glyphs_by_place(match: Match) -> dict[int, tuple[Glyph, ...]]:
    """Place in the text → the glyphs that print its letters, for a line that is in order."""
    source, levels = match.text.paragraph.text, match.text.levels
    places = [
        place
        for place in expected_places(levels, *match.text.stretch(match.start, match.end))
        for _ in letters_of(source[place])
    ]
    printed = [glyphs for letters, glyphs in clusters(match.glyphs) for _ in letters]
    return dict(zip(places, printed, strict=True))


def wrong_words(match: Match) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that a reader does not find as they are, and those that it finds instead.

    Both are in the order of the line, so that what was lost stands beside what came in its place.
    """
    where = glyphs_by_place(match) if match.in_order else {}
    meant = tuple(_meant(match, where))
    read = Counter("".join(word) for word in _words(_read(match, where)))
    lost, come = Counter(map("".join, meant)), read
    lost, come = lost - come, come - lost
    for pieces in meant:
        word = "".join(pieces)
        if len(pieces) > 1 and lost[word] > 0 and Counter(pieces) <= come:
            lost[word] -= 1
            come -= Counter(pieces)
    for parts in _half_spaced(match) if match.in_order else ():
        word, turned = "".join(parts), "".join(reversed(parts))
        if lost[word] > 0 and come[turned] > 0:
            lost[word] -= 1
            come[turned] -= 1
    return tuple(lost.elements()), tuple(come.elements())


def _half_spaced(match: Match) -> Iterator[tuple[str, ...]]:
    """The parts of each word of the line that has half-spaces."""
    first, last = match.text.stretch(match.start, match.end)
    for word in match.text.paragraph.text[first:last].split():
        if ZWNJ in word:
            letters = (filter(_is_of_a_word, part) for part in word.split(ZWNJ))
            yield tuple("".join(map(letters_of, part)) for part in letters)


def _is_of_a_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


class _Character(NamedTuple):
    """``place`` tells what stands next to what; a word may be parted before a ``seam``."""

    place: int
    text: str
    seam: bool = False
    turned: bool = False


def _meant(match: Match, where: Mapping[int, Sequence[Glyph]]) -> Iterator[tuple[str, ...]]:
    """The words of the source, each as the pieces that its superscripts part it into."""
    source, levels = match.text.paragraph.text, match.text.levels
    characters: list[_Character] = []
    before: Glyph | None = None
    for place in range(*match.text.stretch(match.start, match.end)):
        glyph = where[place][0] if place in where else None
        seam = before is not None and glyph is not None and _is_shifted(before, glyph)
        turned = _is_turned(source[place], levels[place])
        characters.append(_Character(place, source[place], seam, turned))
        before = glyph or before
    return _words(characters)


def _read(match: Match, where: Mapping[int, Sequence[Glyph]]) -> Iterator[_Character]:
    """The characters of the text layer, in the reader's order; what it folds is unfolded."""
    source = match.text.paragraph.text
    unfolded: dict[int, str] = {}
    for place, glyphs in where.items():
        told = "".join(glyph.text for glyph in glyphs)
        if is_folded(source[place]) and told != source[place]:
            first, *others = sorted(glyph.serial for glyph in glyphs)
            unfolded |= {first: source[place], **dict.fromkeys(others, "")}
    for glyph in sorted(match.glyphs, key=lambda glyph: glyph.serial):
        if text := unfolded.get(glyph.serial, glyph.text):
            yield _Character(glyph.serial, text)


def _words(characters: Iterable[_Character]) -> Iterator[tuple[str, ...]]:
    """Letters and digits of one direction that follow each other without a gap.

    Half-spaces and marks have their own checks; a soft hyphen is nothing.
    """
    word: list[str] = []
    kind, last, turned = "", -1, False
    for place, character, seam, is_turned in characters:
        is_silent = character in {ZWNJ, SHY} or unicodedata.category(character) == "Mn"
        if is_silent and place == last + 1:
            last = place
            continue
        letters = letters_of(character)
        is_word = bool(letters) and _is_of_a_word(character)
        name = bidi_class(character) if is_word else ""
        if word and (name != kind or place != last + 1):
            yield _as_read(word, turned=turned)
            word = []
        if is_word and word and not seam:
            word[-1] += letters
        elif is_word:
            word.append(letters)
        kind, last, turned = name, place, is_turned
    if word:
        yield _as_read(word, turned=turned)


def _as_read(word: list[str], *, turned: bool) -> tuple[str, ...]:
    return tuple(piece[::-1] for piece in reversed(word)) if turned else tuple(word)


def _is_shifted(one: Glyph, other: Glyph) -> bool:
    return abs(one.y - other.y) > _OTHER_BASELINE * max(one.size, other.size)


def _is_turned(character: str, level: int) -> bool:
    """True when an override gives a letter or digit the direction that is not its own."""
    name = bidi_class(character)
    return name in ({"L", "EN", "AN"} if level % 2 else {"R", "AL"})
