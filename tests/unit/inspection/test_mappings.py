"""What the fonts say that their glyphs mean is read from the file itself."""

from __future__ import annotations

import zlib

from casereport.inspection import glyph_meanings, presentation_forms
from casereport.typesetting import typeset

CMAP = b"""/CIDInit /ProcSet findresource begin begincmap
2 beginbfchar <0001> <06440627> <0002> <FEFB> endbfchar
2 beginbfrange <0003> <0005> <0041> <0006> <0007> [<0058> <D835DEFC>] endbfrange
endcmap"""


def stream(content: bytes) -> bytes:
    return b"%PDF-1.4\n1 0 obj <<>> stream\n" + content + b"\nendstream endobj"


def test_single_glyphs_ranges_and_lists_are_read() -> None:
    wanted = ("\u0644\u0627", "\ufefb", "A", "B", "C", "X", "\U0001d6fc")
    assert glyph_meanings(stream(CMAP)) == wanted
    assert glyph_meanings(stream(zlib.compress(CMAP))) == wanted


def test_other_streams_and_broken_ones_mean_nothing() -> None:
    assert glyph_meanings(stream(zlib.compress(b"BT (Hello) Tj ET"))) == ()
    assert glyph_meanings(stream(b"\x00\x01\x02")) == ()
    assert glyph_meanings(stream(zlib.compress(CMAP)[:60])) == ()


def test_a_range_without_end_is_bounded() -> None:
    endless = CMAP.replace(b"<0003> <0005>", b"<0000> <FFFFFFFF>")
    assert len(glyph_meanings(stream(endless))) < 70_000


def test_our_own_fonts_give_no_presentation_form() -> None:
    pdf = typeset('<p dir="rtl" style="font-family:Vazirmatn">سلام لا یافته\u200cها الإ</p>')
    meanings = glyph_meanings(pdf)
    assert "م" in meanings
    assert presentation_forms("".join(meanings)) == ""
