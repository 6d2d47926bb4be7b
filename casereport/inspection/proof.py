"""Compares the pages of a PDF with the paragraphs that were meant: order, words, half-spaces.

Order is judged by where the glyphs stand, against UAX #9; the text layer by what a reader of it
(PDFium) makes of each line's words. Pure: from paragraphs and glyphs to faults.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from casereport.inspection.glyphs import Glyph, GlyphPage, visual_text
from casereport.inspection.letters import letters_of
from casereport.inspection.matching import Match, MeantText, gaps, match_lines
from casereport.inspection.meant import Paragraph
from casereport.inspection.order import second_opinion, stands_so
from casereport.inspection.words import glyphs_by_place, wrong_words
from casereport.text.characters import ZWNJ

FaultKind: TypeAlias = Literal["order", "missing", "half-space", "word"]
"""``order``: the glyphs of a line stand in a wrong order. ``missing``: text that no page has.
``half-space``: a ZWNJ is not in the text layer. ``word``: a word or a mark reads otherwise.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference; ``page`` is 0 for text that is on none.

    ``meant`` is the text as it should be, ``read`` what the page or its text layer has instead
    (for ``order``: the line from left to right).
    """

    kind: FaultKind
    page: int
    meant: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The faults of a PDF, by page, and how much was looked at."""

    faults: tuple[Fault, ...]
    lines: int
    letters: int

    def of(self, kind: FaultKind) -> tuple[Fault, ...]:
        """The faults of one kind."""
        return tuple(fault for fault in self.faults if fault.kind == kind)


def prove(paragraphs: Sequence[Paragraph], pages: Sequence[GlyphPage]) -> Proof:
    """Compare the pages with the paragraphs."""
    matching = match_lines(paragraphs, pages)
    faults = [fault for match in matching.matches for fault in _of_line(match)]
    faults += [fault for text in matching.texts for fault in _missing(text)]
    return Proof(
        faults=tuple(sorted(faults, key=lambda fault: fault.page)),
        lines=len(matching.matches),
        letters=sum(match.end - match.start for match in matching.matches),
    )


def _missing(text: MeantText) -> Iterator[Fault]:
    if text.paragraph.optional:
        return
    for start, end in gaps(text):
        first, last = text.stretch(start, end)
        yield Fault("missing", 0, text.paragraph.text[first:last])


def _of_line(match: Match) -> Iterator[Fault]:
    if not (match.in_order and _agreed(match)):
        yield Fault("order", match.page, match.source, visual_text(match.glyphs).strip())
    else:
        for word in _lost_half_spaces(match):
            yield Fault("half-space", match.page, word, word.replace(ZWNJ, ""))
    yield from _wrong_words(match)


def _agreed(match: Match) -> bool:
    """Ask python-bidi, where the line is a whole paragraph of one line: it gives no levels."""
    text = match.text
    if (match.start, match.end) != (0, len(text.letters)) or "\n" in text.paragraph.text:
        return True
    if not any(level % 2 for level in text.levels) and text.paragraph.level == 0:
        return True
    return stands_so(second_opinion(text.paragraph.text, text.paragraph.level), match.glyphs)


def _lost_half_spaces(match: Match) -> Iterator[str]:
    """The words whose ZWNJ is not between the two letters that it stands between."""
    source = match.text.paragraph.text
    first, last = match.text.stretch(match.start, match.end)
    wanted = [place for place in range(first, last) if source[place] == ZWNJ]
    if not wanted:
        return
    where = {place: glyphs[0].x for place, glyphs in glyphs_by_place(match).items()}
    there = sorted(glyph.x for glyph in match.glyphs if glyph.text == ZWNJ)
    for place in wanted:
        before = max((p for p in where if p < place), default=None)
        after = min((p for p in where if p > place), default=None)
        if before is None or after is None:
            continue
        left, right = sorted((where[before], where[after]))
        index = bisect_left(there, left)
        if index == len(there) or there[index] > right:
            yield _word_at(source, place)


def _word_at(text: str, place: int) -> str:
    start = end = place
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def _wrong_words(match: Match) -> Iterator[Fault]:
    """The words and marks of the line that a reader of the text layer does not find as they are."""
    lost, come = wrong_words(match)
    if lost:
        yield Fault("word", match.page, " ".join(lost), " ".join(come))
        return
    read = "".join(glyph.text for glyph in sorted(match.glyphs, key=lambda glyph: glyph.serial))
    if _marks(match.source) - _marks(read):
        yield Fault("word", match.page, match.source, read)


def _marks(text: str) -> Counter[str]:
    decomposed = unicodedata.normalize("NFD", text)
    return Counter(c for c in decomposed if unicodedata.category(c) == "Mn")


def is_empty(pages: Sequence[GlyphPage]) -> bool:
    """True when no page has a letter that can be read."""
    return not any(_has_letter(line.glyphs) for page in pages for line in page.lines)


def _has_letter(glyphs: Iterable[Glyph]) -> bool:
    return any(letters_of(glyph.text) for glyph in glyphs)
