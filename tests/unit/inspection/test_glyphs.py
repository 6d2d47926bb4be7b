"""Glyphs are read with their places, line by line."""

from __future__ import annotations

import pytest

from casereport.inspection import UnreadablePdfError, read_glyphs
from casereport.inspection.glyphs import visual_text
from casereport.text.characters import ZWNJ
from casereport.typesetting import typeset


def lines(html: str) -> list[str]:
    style = "<style>@page{size:100mm}body{font-family:Vazirmatn}</style>"
    (page,) = read_glyphs(typeset(style + html))
    return [visual_text(line.glyphs).strip() for line in page.lines]


def test_a_line_is_told_from_left_to_right_as_it_stands_on_the_page() -> None:
    assert lines('<p dir="rtl">سن CRP بود</p>') == ["دوب CRP نس"]


def test_a_superscript_stands_on_its_line() -> None:
    assert lines("<p>10<sup>9</sup> per litre</p><p>next</p>") == ["109 per litre", "next"]


def test_a_half_space_stands_between_its_letters() -> None:
    assert lines(f'<p dir="rtl">می{ZWNJ}شود</p>') == [f"دوش{ZWNJ}یم"]


def test_the_page_has_its_edges_and_glyphs_lie_within() -> None:
    (page,) = read_glyphs(typeset("<style>@page{size:100pt 200pt;margin:0}</style><p>abc</p>"))
    assert (page.left, page.bottom, page.right, page.top) == pytest.approx((0, 0, 100, 200))
    (line,) = page.lines
    xs = [glyph.x for glyph in line.visual]
    assert xs == sorted(xs)
    assert 0 < xs[0] < xs[-1] < 100
    assert all(glyph.mapped and glyph.size == pytest.approx(12, abs=0.5) for glyph in line.glyphs)


def test_a_line_number_is_no_line_of_the_text() -> None:
    style = "<style>body{--line-numbers:x} p{margin:0}</style>"
    (page,) = read_glyphs(typeset(style + "<p>one<p>two"))

    assert [visual_text(line.glyphs) for line in page.lines] == ["one", "two"]
    assert [visual_text(line.glyphs) for line in page.numbers] == ["1", "2"]


def test_characters_beyond_the_basic_plane_are_whole() -> None:
    assert "\ud835" not in "".join(lines("<p>x \U0001d6fc y</p>"))


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadablePdfError) as refused:
        read_glyphs(b"hello")
    assert refused.value.reason == "not-a-pdf"
