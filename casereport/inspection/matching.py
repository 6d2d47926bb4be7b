"""Finds, for each line of a PDF, the stretch of which paragraph it prints, whatever its order.

A line is known by the set of its letters: line breaking takes letters in logical order, so a
line's letters are those of one stretch of the text even when they stand in a wrong order on the
page. Sets are compared by sums (see :func:`casereport.inspection.letters.weight`). Where several
paragraphs meet on one baseline (cells of a row, a label and its item), the line is taken apart
between text objects, none of which belongs to two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, groupby

from casereport.inspection.glyphs import Glyph, GlyphLine, GlyphPage
from casereport.inspection.letters import HYPHEN, letters_of, weight
from casereport.inspection.meant import Paragraph
from casereport.inspection.order import expected_letters, levels_of, stands_so

_MIN_ANYWHERE = 4
"""Fewer letters than these may stand anywhere by chance."""
_MIN_DISORDERED = 8
"""Fewer letters than these, in another order, may be those of another word."""
_MASK = (1 << 64) - 1


class MeantText:
    """A paragraph's letters, each with the place of its character in the text.

    ``found`` tells of each letter whether a line with it was found; ``cursor`` is where the next
    line must begin.
    """

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        pairs = [
            (letter, place)
            for place, character in enumerate(paragraph.text)
            for letter in letters_of(character)
        ]
        self.letters = "".join(letter for letter, _ in pairs)
        self.places = tuple(place for _, place in pairs)
        self.sums = tuple(accumulate(map(weight, self.letters), initial=0))
        self.found = bytearray(len(self.letters))
        self.cursor = 0

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """The level of each character of the text."""
        return levels_of(self.paragraph.text, self.paragraph.level)

    def holds(self, start: int, piece: _Piece) -> bool:
        """True when the letters from ``start`` on are those of the piece, in whatever order."""
        end = start + piece.count
        return end <= len(self.letters) and self.sums[end] - self.sums[start] & _MASK == piece.total

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The places of the text from letter ``start`` to letter ``end`` (exclusive)."""
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Match:
    """Glyphs of one line that print the letters of ``text`` from ``start`` to ``end`` (exclusive).

    A hyphen at which a word was broken is not among them.
    """

    text: MeantText
    start: int
    end: int
    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def source(self) -> str:
        """What of the paragraph stands on the line."""
        first, last = self.text.stretch(self.start, self.end)
        return self.text.paragraph.text[first:last]

    @property
    def expected(self) -> str:
        """The letters as they must stand from left to right."""
        text, levels = self.text.paragraph.text, self.text.levels
        return expected_letters(text, levels, *self.text.stretch(self.start, self.end))

    @property
    def in_order(self) -> bool:
        """True when the letters stand as they must."""
        return stands_so(self.expected, self.glyphs)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text objects of a line that follow each other: how many letters, and their sum."""

    page: int
    glyphs: tuple[Glyph, ...]
    count: int
    total: int

    @classmethod
    def of(cls, page: int, glyphs: Iterable[Glyph]) -> _Piece:
        taken = tuple(glyphs)
        letters = "".join(letters_of(glyph.text) for glyph in taken)
        return cls(page, taken, len(letters), sum(map(weight, letters)) & _MASK)

    def without_hyphen(self) -> _Piece | None:
        """The piece without the hyphen at its left or right end; None when there is none."""
        seen = sorted((g for g in self.glyphs if letters_of(g.text)), key=lambda g: g.x)
        for glyph in (seen[-1], seen[0]) if len(seen) > 1 else ():
            if letters_of(glyph.text) == HYPHEN:
                return _Piece.of(self.page, (g for g in self.glyphs if g is not glyph))
        return None


@dataclass(frozen=True, slots=True)
class Matching:
    """The lines that print something of the texts; ``strangers`` are glyphs that print none of it.

    Strangers are what the pages have besides the text: folios, marks of lists.
    """

    texts: tuple[MeantText, ...]
    matches: tuple[Match, ...]
    strangers: tuple[tuple[int, tuple[Glyph, ...]], ...]


def match_lines(paragraphs: Sequence[Paragraph], pages: Sequence[GlyphPage]) -> Matching:
    """Match every line of the pages with the paragraphs."""
    matcher = _Matcher(tuple(map(MeantText, paragraphs)))
    for page in pages:
        for line in page.lines:
            matcher.take(line)
    matcher.finish()
    return Matching(matcher.texts, tuple(matcher.matches), matcher.strangers)


def _depth(match: Match) -> int:
    """How deep the levels of the whole stretch are.

    "15." before an isolated item that ends in a full stop: with the stop of the number, and without
    its own, the item has the same letters at the same places. Deeper is what lies in the isolate.
    """
    return min(match.text.levels[slice(*match.text.stretch(match.start, match.end))])


def _is_no_chance(match: Match) -> bool:
    """True when letters in another order are still these letters: many, or all a text has left."""
    count = match.end - match.start
    ends = match.start == match.text.cursor and match.end == len(match.text.letters)
    return count >= _MIN_DISORDERED or (ends and count >= _MIN_ANYWHERE)


def gaps(text: MeantText) -> tuple[tuple[int, int], ...]:
    """The stretches of a text's letters that no line prints: where each begins, and its end."""
    found, end = [], 0
    for printed, group in groupby(text.found):
        start, end = end, end + len(tuple(group))
        if not printed:
            found.append((start, end))
    return tuple(found)


class _Matcher:
    """Takes the lines one after the other and keeps account of the text that they print."""

    def __init__(self, texts: tuple[MeantText, ...]) -> None:
        self.texts = texts
        self.matches: list[Match] = []
        self._strangers: list[_Piece] = []
        self._begun: list[MeantText] = []
        self._beginnings: dict[tuple[int, int], list[MeantText]] = {}
        # A running head repeats a title: the title comes first.
        for text in sorted(texts, key=lambda text: text.paragraph.optional):
            for count, total in enumerate(text.sums[1:], 1):
                self._beginnings.setdefault((count, total & _MASK), []).append(text)
        self._stretches: dict[int, dict[int, list[tuple[MeantText, int]]]] = {}

    @property
    def strangers(self) -> tuple[tuple[int, tuple[Glyph, ...]], ...]:
        """The pages and glyphs of what no text holds."""
        return tuple((piece.page, piece.glyphs) for piece in self._strangers)

    def take(self, line: GlyphLine) -> None:
        """Match a line: whole, or in as few pieces as can be, or not at all."""
        runs = [tuple(group) for _, group in groupby(line.glyphs, key=lambda glyph: glyph.run)]
        left: list[Glyph] = []
        first = 0
        while first < len(runs):
            for last in range(len(runs), first, -1):
                piece = _Piece.of(line.page, chain.from_iterable(runs[first:last]))
                whole = (first, last) == (0, len(runs))
                if piece.count and self._in_turn(piece, whole=whole):
                    self._leave(line.page, left)
                    left = []
                    break
            else:
                left.extend(runs[first])
                last = first + 1
            first = last
        self._leave(line.page, left)

    def _leave(self, page: int, glyphs: list[Glyph]) -> None:
        """Look for what no text expects here anywhere in the texts: it may be printed twice."""
        piece = _Piece.of(page, glyphs)
        if not piece.count or (piece.count >= _MIN_ANYWHERE and self._anywhere(piece)):
            return
        parts = [_Piece.of(page, g) for _, g in groupby(glyphs, key=lambda glyph: glyph.run)]
        unknown = [p for p in parts if p.count < _MIN_ANYWHERE or not self._anywhere(p)]
        if len(unknown) == len(parts):
            unknown = [piece]
        self._strangers.extend(part for part in unknown if part.count)

    def finish(self) -> None:
        """Give to the texts what was too short to be known by itself and closes a gap in one."""
        for text in self.texts:
            for start, end in gaps(text):
                total = text.sums[end] - text.sums[start] & _MASK
                for piece in self._strangers:
                    if (piece.count, piece.total) == (end - start, total):
                        self._strangers.remove(piece)
                        self._keep(self._match(text, start, piece))
                        break

    def _in_turn(self, piece: _Piece, *, whole: bool) -> bool:
        """Match a piece with a text that goes on, or begins, with it."""
        for each in (piece, piece.without_hyphen()):
            if each is None or not each.count:
                continue
            begun = [text for text in self._begun if text.holds(text.cursor, each)]
            new = [t for t in self._beginnings.get((each.count, each.total), ()) if not t.cursor]
            found = [
                self._match(text, text.cursor, each)
                for text in (*begun, *new)
                # What is short may be a folio, unless it is the whole rest of a text.
                if each.count >= _MIN_ANYWHERE
                or (whole and text.cursor)
                or text.cursor + each.count == len(text.letters)
            ]
            if self._keep_best(found):
                return True
        return False

    def _anywhere(self, piece: _Piece) -> bool:
        """Match a piece with any stretch of any text."""
        for each in (piece, piece.without_hyphen()):
            if each is None or each.count < _MIN_ANYWHERE:
                continue
            places = self._stretches_of(each.count).get(each.total, ())
            found = [self._match(text, start, each) for text, start in places]
            if self._keep_best(sorted(found, key=_depth, reverse=True)):
                return True
        return False

    def _stretches_of(self, count: int) -> dict[int, list[tuple[MeantText, int]]]:
        if count not in self._stretches:
            index: dict[int, list[tuple[MeantText, int]]] = {}
            for text in self.texts:
                for start in range(len(text.letters) - count + 1):
                    total = text.sums[start + count] - text.sums[start] & _MASK
                    index.setdefault(total, []).append((text, start))
            self._stretches[count] = index
        return self._stretches[count]

    @staticmethod
    def _match(text: MeantText, start: int, piece: _Piece) -> Match:
        return Match(text, start, start + piece.count, piece.page, piece.glyphs)

    def _keep_best(self, found: Sequence[Match]) -> bool:
        """Keep the match whose letters are in order; else the first, when it is no chance."""
        best = next((match for match in found if match.in_order), None)
        if best is None:
            best = next((match for match in found if _is_no_chance(match)), None)
        if best is None:
            return False
        self._keep(best)
        return True

    def _keep(self, match: Match) -> None:
        self.matches.append(match)
        text = match.text
        text.found[match.start : match.end] = b"\x01" * (match.end - match.start)
        text.cursor = max(text.cursor, match.end)
        goes_on = text.cursor < len(text.letters)
        if goes_on and text not in self._begun:
            self._begun.append(text)
        elif not goes_on and text in self._begun:
            self._begun.remove(text)
