"""On which pages words stand: each is looked for in the paragraphs that the document means.

The lines of the pages are matched with the paragraphs (:mod:`casereport.inspection.matching`), so
right-to-left text, broken words and half-spaces are no hindrance. Of the words
only their runs of letters count: digits, marks and citations may print otherwise than they are
known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from casereport.inspection.glyphs import GlyphPage
from casereport.inspection.letters import letters_of
from casereport.inspection.matching import Match, MeantText, match_lines
from casereport.inspection.meant import Paragraph

_GAP = "\ufffc"
_SHORTEST = 4
"""Fewer letters than these stand anywhere by chance."""


def pages_of(
    wanted: Sequence[str], paragraphs: Sequence[Paragraph], pages: Sequence[GlyphPage]
) -> tuple[int | None, ...]:
    """For each of the words the number (from 1) of the page on which they begin; None: on none.

    The longest run must be there. Where several paragraphs hold it, the one that holds most of the
    words counts, and of equals the last: an abstract comes before the text that it sums up. Running
    heads do not count.
    """
    matching = match_lines(paragraphs, pages)
    lines: dict[int, list[Match]] = {}
    for match in matching.matches:
        lines.setdefault(id(match.text), []).append(match)
    texts = [text for text in matching.texts if not text.paragraph.optional]
    return tuple(_page(words, texts, lines) for words in wanted)


def _page(words: str, texts: Sequence[MeantText], lines: dict[int, list[Match]]) -> int | None:
    runs = _runs(words)
    longest = max(runs, key=len, default="")
    if len(longest) < _SHORTEST:
        return None
    holding = [text for text in texts if longest in text.letters]
    if not holding:
        return None
    text = max(reversed(holding), key=lambda one: sum(len(r) for r in runs if r in one.letters))
    start = text.letters.index(next(run for run in runs if run in text.letters))
    found = (match.page for match in lines.get(id(text), ()) if match.start <= start < match.end)
    return next(found, None)


def _runs(words: str) -> list[str]:
    """The runs of letters between digits, marks and gaps; spaces count as nothing."""
    letters = "".join(_GAP if c == _GAP else letters_of(c) for c in words)
    return ["".join(run) for is_letter, run in groupby(letters, str.isalpha) if is_letter]
