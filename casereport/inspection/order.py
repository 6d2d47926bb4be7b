"""The order in which a line's letters must stand, and the order in which they do.

UAX #9: levels of the whole paragraph, then rule L2 over the line. White space has no place here, so
that rule L1 (which moves nothing but white space) needs no word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casereport.inspection.glyphs import Glyph
from casereport.inspection.letters import letters_of
from casereport.text.bidi import embedding_levels, visual_order
from casereport.text.characters import DIRECTIONAL

_SAME_PLACE = 0.01
"""Points: the letters of one glyph have one place."""


def levels_of(text: str, level: int | None) -> tuple[int, ...]:
    """The levels of a paragraph, whose forced breaks are line feeds."""
    return embedding_levels(text, base_level=level)


def expected_places(levels: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    """The places from ``start`` to ``end`` (exclusive) of a paragraph, from left to right."""
    return tuple(start + place for place in visual_order(levels[start:end]))


def expected_letters(text: str, levels: Sequence[int], start: int, end: int) -> str:
    """The letters of a line that holds ``text[start:end]``, from left to right."""
    return "".join(
        letters_of(text[place])[:: -1 if levels[place] % 2 else 1]
        for place in expected_places(levels, start, end)
    )


def clusters(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, tuple[Glyph, ...]]]:
    """The letters from left to right with what prints them; those of one glyph are one string."""
    joined = ""
    held: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.x, glyph.serial)):
        letters = letters_of(glyph.text)
        if not letters:
            continue
        if held and glyph.run == held[-1].run and glyph.x - held[0].x < _SAME_PLACE:
            joined += letters
            held.append(glyph)
            continue
        if held:
            yield joined, tuple(held)
        joined, held = letters, [glyph]
    if held:
        yield joined, tuple(held)


def stands_so(expected: str, glyphs: Sequence[Glyph]) -> bool:
    """True when the glyphs print these letters from left to right.

    In which order a glyph of several letters tells them is a matter of the text layer.
    """
    position = 0
    for letters, _ in clusters(glyphs):
        wanted = expected[position : position + len(letters)]
        if wanted != letters and sorted(wanted) != sorted(letters):
            return False
        position += len(letters)
    return position == len(expected)


def second_opinion(text: str, level: int | None) -> str:
    """The letters of a paragraph on one line, from left to right, as python-bidi has them."""
    from bidi import get_display

    direction = {0: "L", 1: "R"}.get(-1 if level is None else level)
    visual = get_display(text, base_dir=direction) if direction else get_display(text)
    bare = (character for character in visual if character not in DIRECTIONAL)
    return "".join(letter for character in bare for letter in letters_of(character))
