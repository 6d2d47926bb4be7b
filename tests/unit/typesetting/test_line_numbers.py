"""Numbers in the margin are read back: beside which line each stands, where, and how it is marked.

Letters of the alphabet stand for lines: ``a`` is printed on the first, ``b`` on the second …
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from typing import NamedTuple

import pytest

from casereport.inspection import GlyphLine, GlyphPage, read_glyphs, read_pdf
from casereport.typesetting import typeset, typeset_report

MM = 72 / 25.4
STYLE = (
    "<style>@page{size:100mm;margin:20mm} p,h2,ol,ul,table,figure{margin:0}"
    'body{font:12pt/2 "Vazirmatn Arabic","Liberation Serif";--line-numbers:main}</style>'
)
LEFT, RIGHT = 20 * MM, 80 * MM
"""The edges of the text."""


class Number(NamedTuple):
    """A number in the margin; ``beside`` is the text on its baseline, from left to right."""

    label: str
    page: int
    beside: str
    left: float
    right: float


def page(body: str, *, style: str = "", direction: str = "ltr", language: str = "en") -> bytes:
    head = f"<title>t</title>{STYLE}<style>{style}</style>"
    return typeset(f"<html lang={language} dir={direction}>{head}<body>{body}")


def numbers(pdf: bytes) -> list[Number]:
    return [
        _number(line, each) for each in read_glyphs(pdf) for line in each.numbers if line.glyphs
    ]


def _number(line: GlyphLine, each: GlyphPage) -> Number:
    baseline = line.glyphs[0].y
    beside = [
        glyph for text in each.lines for glyph in text.glyphs if abs(glyph.y - baseline) < 0.1
    ]
    xs = [glyph.x for glyph in line.glyphs]
    text = "".join(glyph.text for glyph in sorted(beside, key=lambda glyph: glyph.x))
    label = "".join(glyph.text for glyph in line.visual)
    return Number(label, each.number, text.strip(), min(xs), max(xs))


def told(pdf: bytes) -> list[tuple[str, str]]:
    return [(number.label, number.beside) for number in numbers(pdf)]


def test_lines_are_numbered_on_their_baselines() -> None:
    pdf = page("<h2>a</h2><p>b<br>c</p><ul><li>d</ul>")

    assert told(pdf) == [("1", "a"), ("2", "b"), ("3", "c"), ("4", "d")]


def test_a_document_that_asks_for_none_has_none() -> None:
    assert not numbers(page("<p>a", style="body{--line-numbers:none}"))
    assert not numbers(typeset("<p>a"))
    assert b"LineNum" not in typeset("<p>a")


def test_stock_typesetting_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    assert not numbers(page("<p>a"))


def test_numbers_stand_at_the_side_where_lines_begin() -> None:
    pdf = page("<p>a</p><p dir=rtl>ب</p><ul dir=rtl><li>پ</ul>")
    latin, persian, item = numbers(pdf)

    assert latin.right < LEFT - 4 * MM
    assert persian.left > RIGHT + 4 * MM
    assert item.left == pytest.approx(persian.left, abs=1)  # at the page's edge, not the list's


def test_digits_are_those_that_the_document_names() -> None:
    body = "<p lang=fa dir=rtl>ب<p lang=en>b"
    pdf = page("<p>a<br>" * 11 + body, style="[lang=fa]{--line-digits:arabext}")

    assert told(pdf)[-2:] == [("۱۲", "ب"), ("13", "b")]


def test_numbers_of_several_digits_end_beside_the_text() -> None:
    found = numbers(page("<br>".join("a" * 12)))

    assert found[8].right == pytest.approx(found[9].right, abs=0.5)
    assert found[9].left < found[8].left - 2


def test_counting_runs_on_from_page_to_page() -> None:
    found = numbers(page("<p>" + "<br>".join("abcdefghijklm")))

    assert [number.label for number in found] == [str(n) for n in range(1, 14)]
    assert [number.beside for number in found] == list("abcdefghijklm")
    assert {number.page for number in found} == {1, 2, 3}


def test_another_sequence_is_counted_by_itself_and_the_first_goes_on() -> None:
    pdf = page("<p>a<br>b<p class=x>c<br>d<p>e", style=".x{--line-numbers:other}")

    assert told(pdf) == [("1", "a"), ("2", "b"), ("1", "c"), ("2", "d"), ("3", "e")]


def test_a_sequence_may_be_named_by_a_variable() -> None:
    style = ":root{--name:chapter} .x{--line-numbers:var(--name)}"

    assert told(page("<p>a<p class=x>b", style=style)) == [("1", "a"), ("1", "b")]


@pytest.mark.parametrize("value", ["none", "initial", "12pt", "two words", "'text'"])
def test_a_block_may_opt_out_and_what_is_no_name_is_none(value: str) -> None:
    pdf = page("<p>a<div class=x>b<p>c</p></div><p>d", style=f".x{{--line-numbers:{value}}}")

    assert told(pdf) == [("1", "a"), ("2", "d")]


@pytest.mark.parametrize(
    "line",
    [
        "a<sup>2</sup> b<sub>2</sub>",
        "<b>a</b> <i>b</i>",
        "<span style='display:inline-block'>a</span> b",
        "<span style='display:inline-block'>a<br>c</span> b",
        "a <span lang=fa dir=rtl>ب</span> <em>c</em>",
        "<span style='float:right'>f</span>a",
    ],
)
def test_one_printed_line_has_one_number(line: str) -> None:
    pdf = page(f"<p>{line}<p>z")

    assert [number.label for number in numbers(pdf)] == ["1", "2"]
    assert numbers(pdf)[1].beside == "z"


def test_what_is_set_beside_a_numbered_line_has_no_second_number() -> None:
    pdf = page("<p>a<p style='margin-top:-24pt;margin-left:30mm'>b<p>c")

    assert [number.label for number in numbers(pdf)] == ["1", "2"]
    assert numbers(pdf)[1].beside == "c"


def test_what_has_no_line_of_its_own_is_not_numbered() -> None:
    style = (
        "@page{@top-center{content:'t'} @bottom-center{content:element(foot)}}"
        ".foot{position:running(foot)} .note{float:footnote}"
    )
    body = (
        "<div class=foot>f</div><p>a<span class=note>n</span>"
        "<table><tr><td>x<td>y</table><div style='display:flex'><p>x</p><p>y</p></div>"
        "<div style='position:absolute;top:30mm'>x</div>"
        "<p>&nbsp;<p><br><p style='visibility:hidden'>x</p>"
        "<p style='transform:rotate(90deg)'>x</p><p>b"
    )
    pdf = page(body, style=style)

    assert [number.label for number in numbers(pdf)] == ["1", "2"]
    assert [number.beside[0] for number in numbers(pdf)] == ["a", "b"]


def test_a_caption_set_as_a_table_of_one_cell_has_its_lines_numbered() -> None:
    pdf = page("<figure><figcaption style='display:table'>a<br>b</figcaption></figure>")

    assert told(pdf) == [("1", "a"), ("2", "b")]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_columns_have_their_own_numbers_between_them(direction: str) -> None:
    style = ".two{columns:2;column-gap:10mm}"
    pdf = page("<div class=two>a<br>b<br>c<br>d</div>", style=style, direction=direction)
    found = numbers(pdf)

    assert [number.label for number in found] == ["1", "2", "3", "4"]
    first, second = found[0], found[2]
    assert LEFT + 25 * MM < second.left <= second.right < LEFT + 35 * MM
    # The outer column's stand where those of the page stand.
    (line,) = numbers(page("<p>a", direction=direction))
    assert first[3:] == pytest.approx(line[3:])


def test_a_number_that_finds_no_room_is_counted_and_not_printed() -> None:
    style = ".two{columns:2;column-gap:1px}.two p{orphans:1;widows:1}"
    pdf = page("<div class=two><p>a<p>b<p>c<p>d</div><p>e", style=style)

    assert [number.label for number in numbers(pdf)] == ["1", "2", "5"]


def test_numbers_look_alike_beside_any_text() -> None:
    body = "<h2>a</h2><p style='font-size:6pt'>b<p style='font-variant:small-caps'>c"
    sizes = {
        round(glyph.size, 2)
        for each in read_glyphs(page(body))
        for line in each.numbers
        for glyph in line.glyphs
    }
    assert len(sizes) == 1


def test_numbers_are_painted_after_the_page() -> None:
    (each,) = read_glyphs(page("<p>a<br>b", style="@page{@bottom-center{content:'z'}}"))
    text = {glyph.run for line in each.lines for glyph in line.glyphs}

    assert len(text) == 3
    assert max(text) < min(glyph.run for line in each.numbers for glyph in line.glyphs)


def test_numbers_are_artifacts_that_read_as_nothing(inflate: Callable[[bytes], bytes]) -> None:
    content = inflate(page("<p>a<br>b"))
    _, found, after = content.partition(
        b"/Artifact\n<</Type /Pagination/Subtype /LineNum>>\nBDC\n/LineNum\nBMC\n"
    )
    numbered = after.partition(b"EMC\nQ\nEMC\nEMC")[0]

    assert found
    assert b"MCID" not in numbered
    assert numbered.count(b"/Span\n<</ActualText ()>>\nBDC\n") == numbered.count(b"BT\n") == 2


def test_tags_are_as_without_numbers() -> None:
    body = "<h2>a</h2><p>b<ul><li>c</ul>"
    with_numbers = read_pdf(page(body))

    assert numbers(page(body))
    assert with_numbers.elements == read_pdf(page(body, style="body{--line-numbers:none}")).elements


LIST = "<ol>" + "".join(f"<li>word {n}<br>more {n}" for n in range(9)) + "</ol>"


def test_readers_find_the_text_in_its_order_and_numbers_after_it() -> None:
    pages = read_pdf(page(LIST)).pages
    plain = read_pdf(page(LIST, style="body{--line-numbers:none}")).pages

    assert len(pages) == len(plain) > 1
    for numbered, bare in zip(pages, plain, strict=True):
        assert numbered.text.startswith(bare.text.rstrip())
        assert re.fullmatch(r"[\s\d]+", numbered.text[len(bare.text.rstrip()) :])


@pytest.mark.parametrize("mode", ["-raw", "-layout", "-nopgbrk"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_poppler_reads_the_text_as_without_numbers(mode: str, direction: str) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    texts = [
        subprocess.run(
            ["pdftotext", mode, "-", "-"],
            input=page(LIST, direction=direction, style=style),
            capture_output=True,
            check=True,
        ).stdout
        for style in ("", "body{--line-numbers:none}")
    ]
    assert texts[0] == texts[1]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert page(LIST) == page(LIST)


def test_nothing_is_remarked() -> None:
    assert typeset_report(f"<html lang=en><title>t</title>{STYLE}<p>a").messages == ()
