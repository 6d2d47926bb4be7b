"""What each glyph of a line stands for, settled before WeasyPrint draws the line.

PDF 32000-1 section 9.10.3 (ToUnicode). WeasyPrint fills a font's ``to_unicode`` where a glyph first
appears and lets be what is there already: it is filled here where its own answer would be wrong.

Readers put right-to-left text in order by reversing the run of characters that the glyphs give from
left to right. A glyph for several letters must therefore give them in visual order: lam-alef as
alef, lam.

A ZWNJ has no glyph of its own once a line is shaped; Pango leaves a place for it. The font's empty
glyph for U+200C is put there: it has no extent and no ink, and it is in the text layer. A mark
(tanwin, hamza above) is treated alike: poppler takes a glyph off the baseline for a word by itself,
and MuPDF parts a word before a glyph that gives a letter and its mark. So an empty glyph in the
letter's place gives the mark, and the mark's shape is painted (see ``outlines``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from weasyprint.text.ffi import ffi, harfbuzz, pango

from casereport.text.characters import BOM, DIRECTIONAL, WJ, ZWJ, ZWNJ, ZWSP
from casereport.typesetting.engine.textlayer.outlines import Shape

ffi.cdef(
    """
    hb_bool_t hb_font_get_nominal_glyph(
        hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);
    void pango_glyph_string_set_size(PangoGlyphString *string, gint new_len);
    """
)

_UNSEEN = dict.fromkeys(map(ord, (*DIRECTIONAL, ZWJ, ZWSP, WJ)))
"""Characters that order and join text and are no part of what is read."""

_CARRIERS = (*DIRECTIONAL, ZWJ, ZWSP, WJ, BOM)
"""Characters whose glyphs are empty and never drawn for themselves: they carry marks."""

_ENCODED_ZWNJ = ZWNJ.encode()
_ASKED = "casereport_nominal_glyphs"
"""What each font of a document was asked for, kept at the font."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Characters and the glyphs that print them; ``places`` are in the glyph string."""

    text: str
    places: tuple[int, ...]


def settle_line(stream: Any, text: str, line: Any, *, ends_line: bool = False) -> list[Shape]:
    """Settle what the glyphs of a Pango line give in the text layer.

    Every ZWNJ gets its glyph, the glyphs of right-to-left clusters get their characters, and marks
    become empty glyphs: their shapes are returned, to be painted. With ``ends_line`` a space is put
    after right-to-left text, left of it.
    """
    encoded = text.encode()
    shapes: list[Shape] = []
    before: _Run | None = None
    pen = 0
    run = line.runs
    while run != ffi.NULL:
        glyph_item, run = run.data, run.next
        start = glyph_item.item.offset
        piece = encoded[start : start + glyph_item.item.length]
        if glyph_item.item.analysis.level % 2 or _ENCODED_ZWNJ in piece:
            settled = _Run(stream, glyph_item, piece, pen)
            settled.settle()
            if settled.carriers:
                settled.move_spaces_up(before)
            before = settled
            if ends_line and settled.is_rtl and not pen:
                settled.end_line()
            shapes.extend(settled.shapes)
        else:
            before = None
        strings = glyph_item.glyphs
        pen += sum(strings.glyphs[i].geometry.width for i in range(strings.num_glyphs))
    return shapes


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _dealt(places: Sequence[int], characters: Sequence[str]) -> Iterator[tuple[int, str]]:
    """A character for each glyph from the right; the leftmost has all that are left.

    The letter itself is the rightmost glyph; what cannot be told apart is left with it.
    """
    left = list(characters)
    for place in reversed(places):
        count = len(left) if place == places[0] else min(1, len(left))
        yield place, "".join(reversed(left[:count]))
        del left[:count]


class _Run:
    """The glyphs of one font and direction on a line; ``pen`` is where they begin."""

    def __init__(self, stream: Any, glyph_item: Any, encoded: bytes, pen: int) -> None:
        self.pango_font = glyph_item.item.analysis.font
        self.font, self.font_size = stream.add_font(self.pango_font)
        self.is_rtl = bool(glyph_item.item.analysis.level % 2)
        self.string = glyph_item.glyphs
        self.encoded = encoded
        self.pen = pen
        self.shapes: list[Shape] = []
        self.carriers: set[int] = set()

    def settle(self) -> None:
        """Settle each cluster."""
        # From the end, so that a glyph put in moves none that is still to be looked at.
        for cluster in reversed(list(self._clusters())):
            if self.is_rtl and self._is_plain_letter(cluster):
                continue
            if ZWNJ in cluster.text:
                self._place_zwnj(cluster)
            if self.is_rtl:
                self._settle_cluster(cluster)

    def end_line(self) -> None:
        """Put a space beyond the last letter: what is drawn next may stand beside it (cells)."""
        space = self.nominal(" ")
        if space and self.string.glyphs[0].glyph != space:
            self._insert(0, space)
            self.font.to_unicode.setdefault(space, " ")
            self.string.glyphs[0].geometry.x_offset = -self.extent(space)

    def _clusters(self) -> Iterator[Cluster]:
        count = self.string.num_glyphs
        starts = ffi.unpack(self.string.log_clusters, count)
        ordered = sorted(set(starts))
        ends = dict(zip(ordered, [*ordered[1:], len(self.encoded)], strict=True))
        for start, places in groupby(range(count), key=starts.__getitem__):
            yield Cluster(self.encoded[start : ends[start]].decode(), tuple(places))

    def _is_plain_letter(self, cluster: Cluster) -> bool:
        """True for one letter drawn by one glyph, as nine of ten are, which then gives it."""
        if len(cluster.text) != 1 or len(cluster.places) != 1 or not cluster.text.isalnum():
            return False
        glyph = self.string.glyphs[cluster.places[0]].glyph
        if glyph >= pango.PANGO_GLYPH_EMPTY:
            return False
        self.font.to_unicode.setdefault(glyph, cluster.text)
        return True

    def _place_zwnj(self, cluster: Cluster) -> None:
        """Put the font's own glyph where Pango keeps a place for a ZWNJ."""
        glyph = self._empty_glyph(ZWNJ)
        if glyph is None:
            return  # drawing it would be seen: the half-space stays out of the text layer
        infos = self.string.glyphs
        empty = [i for i in cluster.places if infos[i].glyph == pango.PANGO_GLYPH_EMPTY]
        # In a cluster of several characters an empty place may be another's: the last are taken.
        for place in empty[-cluster.text.count(ZWNJ) :]:
            infos[place].glyph = glyph
            self.font.to_unicode.setdefault(glyph, ZWNJ)

    def _settle_cluster(self, cluster: Cluster) -> None:
        infos = self.string.glyphs
        zwnj = self.nominal(ZWNJ)
        text = cluster.text.translate(_UNSEEN).replace(ZWNJ, "")
        drawn = [
            place
            for place in cluster.places
            if infos[place].glyph < pango.PANGO_GLYPH_EMPTY and infos[place].glyph != zwnj
        ]
        if not text or not drawn:
            return
        if len(drawn) == 1 and all(map(_is_mark, text)):
            self._settle_marks(drawn[0], text[::-1])  # parted from its letter
            return
        if len(drawn) == 1 and len(text) > 1:
            self._settle_ligature(drawn[0], text)
            return
        for place, characters in self._shared_out(drawn, text):
            if not characters:
                self._paint(place, None)
            elif all(map(_is_mark, characters)):
                self._settle_marks(place, characters)
            else:
                self.font.to_unicode.setdefault(infos[place].glyph, characters)

    def _settle_marks(self, place: int, marks: str) -> None:
        """One glyph for a mark, or for several, given in visual order: an empty glyph for each.

        Several are one glyph in many fonts (shadda and a vowel). It is the cluster's last to be
        settled (``_shared_out``), so that what is put in moves none that is still to be looked at.
        """
        carriers = self._carriers(marks)
        # Without one a mark is out of the text, and still where it should be on paper: PDFium loses
        # the widening of a space before a glyph off the baseline.
        self._paint(place, carriers.pop() if carriers else None)
        for carrier in reversed(carriers):
            self._insert(place, carrier)

    def _settle_ligature(self, place: int, text: str) -> None:
        """One glyph for several characters: letters in visual order, its marks in empty glyphs."""
        glyph = self.string.glyphs[place].glyph
        letters = text.rstrip("".join(filter(_is_mark, text)))
        marks = text[len(letters) :]
        carriers = self._carriers(marks)
        known = self.font.to_unicode.get(glyph, letters[::-1])
        if not letters or len(carriers) < len(marks) or known != letters[::-1]:
            self.font.to_unicode.setdefault(glyph, text[::-1])
            return
        self.font.to_unicode[glyph] = known
        for carrier in carriers:
            self._insert(place, carrier)

    def _shared_out(self, places: Sequence[int], text: str) -> Iterator[tuple[int, str]]:
        """Which of a cluster's characters each of its glyphs prints; nothing when none is left."""
        if len(places) > len(text):
            text = unicodedata.normalize("NFD", text)  # a letter drawn with its mark apart
        left = list(text)
        unknown = []
        for place in places:
            glyph = self.string.glyphs[place].glyph
            own = next((c for c in left if self.nominal(c) == glyph), None)
            if own is None:
                unknown.append(place)
            else:
                left.remove(own)
                yield place, own
        # What moves the pen prints letters, what does not prints marks, where there are both.
        marks = [c for c in left if _is_mark(c)]
        letters = [c for c in left if not _is_mark(c)]
        wide = [place for place in unknown if self.string.glyphs[place].geometry.width]
        thin = [place for place in unknown if place not in wide]
        if marks and letters and wide and thin:
            yield from _dealt(wide, letters)
            yield from _dealt(thin, marks)
        else:
            yield from _dealt(unknown, left)

    def _paint(self, place: int, carrier: int | None) -> None:
        """Let an empty glyph, or none, stand in the place of one that is painted."""
        info = self.string.glyphs[place]
        if carrier is None and info.glyph in self.font.to_unicode:
            return  # it has a text by now, and a reader can do something with it
        before = sum(self.string.glyphs[i].geometry.width for i in range(place))
        self.shapes.append(
            Shape(
                font=self.font,
                font_size=self.font_size,
                glyph=info.glyph,
                x=self.pen + before + info.geometry.x_offset,
                y=info.geometry.y_offset,
            )
        )
        info.glyph = pango.PANGO_GLYPH_EMPTY if carrier is None else carrier
        info.geometry.x_offset = info.geometry.y_offset = 0

    def _insert(self, place: int, glyph: int) -> None:
        """Put an empty glyph before the one at ``place``, into its cluster."""
        string = self.string
        count = string.num_glyphs
        pango.pango_glyph_string_set_size(string, count + 1)
        for index in range(count, place, -1):
            string.glyphs[index] = string.glyphs[index - 1]
            string.log_clusters[index] = string.log_clusters[index - 1]
        info = string.glyphs[place]
        info.glyph = glyph
        info.geometry.width = info.geometry.x_offset = info.geometry.y_offset = 0

    def move_spaces_up(self, before: _Run | None) -> None:
        """See that a space before a mark ends where the mark's letter begins.

        MuPDF takes a mark to be where the character before it ended, and across the gap of a
        justified line it finds a space between mark and letter. There Pango makes each word and
        each space a run by itself: ``before`` is the run before this one.
        """
        for place in range(self.string.num_glyphs):
            if self.string.glyphs[place].glyph not in self.carriers:
                continue
            owner = self if place else before
            if owner is None:
                continue
            info = owner.string.glyphs[(place or owner.string.num_glyphs) - 1]
            if info.glyph == owner.nominal(" "):
                info.geometry.x_offset = info.geometry.width - owner.extent(info.glyph)

    def extent(self, glyph: int) -> int:
        """How far a glyph moves the pen, in Pango units."""
        extent = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(self.pango_font, glyph, ffi.NULL, extent)
        return int(extent.width)

    def _carriers(self, marks: str) -> list[int]:
        """An empty glyph for each of the marks that one is left for."""
        found = map(self._carrier, marks)
        return [carrier for carrier in found if carrier is not None]

    def _carrier(self, mark: str) -> int | None:
        """The empty glyph of this font that gives ``mark``; None when all are taken."""
        known = self.font.to_unicode
        for character in _CARRIERS:
            glyph = self._empty_glyph(character)
            if glyph is not None and known.get(glyph, mark) == mark:
                known[glyph] = mark
                self.carriers.add(glyph)
                return glyph
        return None

    def _empty_glyph(self, character: str) -> int | None:
        """The font's glyph for ``character``, when it has one that leaves no trace on paper."""
        glyph = self.nominal(character)
        if not glyph:
            return None
        ink = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(self.pango_font, glyph, ink, ffi.NULL)
        return None if self.extent(glyph) or (ink.width and ink.height) else glyph

    def nominal(self, character: str) -> int:
        """The glyph that the font's cmap has for a character; 0 when it has none."""
        asked: dict[str, int] = vars(self.font).setdefault(_ASKED, {})
        glyph = asked.get(character)
        if glyph is None:
            found = ffi.new("hb_codepoint_t *")
            known = harfbuzz.hb_font_get_nominal_glyph(self.font.hb_font, ord(character), found)
            glyph = asked[character] = int(found[0]) if known else 0
        return glyph
