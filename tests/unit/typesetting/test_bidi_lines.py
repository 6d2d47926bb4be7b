"""Lines read back from the PDF: what a reader sees from left to right.

Expected lines are derived by hand from UAX #9 and CSS Writing Modes, and agree with Chromium.
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from casereport import resources
from casereport.typesetting import typeset

STYLE = (
    "<style>@page{size:200mm 40mm;margin:5mm} p{margin:0;font-size:12pt;"
    'font-family:"Vazirmatn Arabic","Liberation Serif"}</style>'
)


def seen(html: str, direction: str = "rtl") -> list[str]:
    """The visible characters of each line, from left to right, as they look: brackets mirrored."""
    content = typeset(f"<html lang=fa dir={direction}>{STYLE}<body><p>{html}</p>")
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    glyphs: list[tuple[float, float, str]] = []
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        box = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(page, index, *box)
        left, right, _, _ = (value.value for value in box)
        if right > left and chr(code).strip():
            baseline = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(page, index, *baseline)
            glyphs.append((-baseline[1].value, left, chr(code)))
    lines: list[list[tuple[float, str]]] = []
    before = float("-inf")
    for height, left, character in sorted(glyphs):
        # A subscript lies a few points under its line, another line a dozen and more.
        if height - before > 8:
            lines.append([])
        lines[-1].append((left, character))
        before = height
    return ["".join(character for _, character in sorted(line)) for line in lines]


A, B, G = "\u0622", "\u062f", "\u0631"  # letters that join nothing, so each is one glyph


@pytest.mark.parametrize(
    ("html", "line"),
    [
        (f"{A} <em>ho</em> <em>co</em> {B}", f"{B}hoco{A}"),
        (f"{A} <b>CRP</b> (C-rp) {B}", f"{B}CRP(C-rp){A}"),
        (f"{A} H<sub>2</sub>O<sub>2</sub> {B}", f"{B}H2O2{A}"),
        (f"{A} (<a href='http://a.b'>\u06f3</a>\u060c<b>\u06f4</b>)", f"(\u06f3\u060c\u06f4){A}"),
        (f"{A} <bdi>ab</bdi><bdi>cd</bdi> {B}", f"{B}cdab{A}"),
        (f"{A} <bdo dir=rtl>abc</bdo> {B}", f"{B}cba{A}"),
        (f"{A} <bdo dir=ltr>{A}{B}{G}</bdo> x", f"x{A}{B}{G}{A}"),
        (f"{A} <span dir=ltr>\u06f2\u06f8 mm</span> {B}", f"{B}\u06f2\u06f8mm{A}"),
        (f"{A} \u2066a {B}\u2069 <i>c</i>", f"ca{B}{A}"),
        (f"{A} <span dir=auto>1 {B}</span> x", f"x{B}1{A}"),
        (f"{A} a<br>{B} <b>b</b>", None),
    ],
)  # fmt: skip
def test_a_right_to_left_line_is_seen_in_its_order(html: str, line: str | None) -> None:
    lines = seen(html)
    assert lines == ([line] if line is not None else [f"a{A}", f"b{B}"])


def test_text_that_stands_in_the_body_itself_is_set_and_tagged() -> None:
    content = typeset(f"<html lang=fa dir=rtl><title>t</title>{STYLE}<body>{A} ab <b>{B}</b> cd")
    assert "ab" in pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()


def test_a_left_to_right_line_holds_right_to_left_runs() -> None:
    assert seen(f"ab <b>{A}</b> {B} <i>cd</i>", "ltr") == [f"ab{B}{A}cd"]


@pytest.mark.parametrize(
    ("entry", "leaves"),
    [
        (f"{A}{B}", f"3.+{B}{A}"),
        (f"{A} <em>CRP</em> (C-rp)", rf"3.+CRP\(C-rp\){A}"),
        ("<em>CRP</em>", "3.+CRP"),
        (f"{A} <b>{B}</b> MRI", f"3.+MRI{B}{A}"),
    ],
)
def test_a_leader_and_the_page_of_its_target_end_a_right_to_left_line(
    entry: str, leaves: str
) -> None:
    leading = "<style>a::after{content:leader('.') target-counter(attr(href url),page)}</style>"
    targets = "<div style='break-before:page'>"
    (line,) = seen(f"{leading}<a href='#x'>{entry}</a>{targets}</div>{targets}<h2 id=x></h2></div>")
    assert re.fullmatch(leaves.replace(".+", r"\.{20,}"), line)


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_what_is_isolated_by_a_character_ends_at_a_forced_break(direction: str) -> None:
    # CSS Writing Modes 3, section 2.4.2: only the boxes' own controls are opened again.
    lines = seen(f"\u2066a {B}<br>{A} b\u2069 {G}", direction)
    assert lines[1] == (f"{G}b{A}" if direction == "rtl" else f"{A}b{G}")


def test_a_logical_margin_keeps_its_side_where_a_run_turns() -> None:
    def gap(style: str) -> float:
        content = typeset(f'{STYLE}<p dir=rtl>{A}<b style="{style}">ab</b>{B}')
        page = pypdfium2.PdfDocument(content)[0].get_textpage()
        boxes = {page.get_text_range(i, 1): page.get_charbox(i) for i in range(page.count_chars())}
        return float(boxes["a"][0] - boxes[B][2])

    assert gap("margin-inline-end:30pt") == pytest.approx(gap("") + 30, abs=0.5)
    assert gap("margin-inline-start:30pt") == pytest.approx(gap(""), abs=0.5)


def test_a_justified_line_ends_at_the_margin_whatever_its_spaces_are_kerned_with() -> None:
    # Liberation Serif kerns a space with A, T, V, W and Y: up to a twentieth of an em each.
    words = " ".join(["AWAY", "Tom", "VAT", "Yes", "AVA"] * 12)
    style = "<style>@page{size:100mm;margin:10mm} body{margin:0} p{font:12pt Liberation Serif;text-align:justify}"
    page = pypdfium2.PdfDocument(typeset(f"{style}</style><p>{words}"))[0].get_textpage()
    ends: dict[int, float] = {}
    for index in range(page.count_chars()):
        if page.get_text_range(index, 1).strip():
            _, bottom, right, _ = page.get_charbox(index)
            ends[round(bottom / 8)] = max(right, ends.get(round(bottom / 8), 0))
    *full, _last = (ends[line] for line in sorted(ends, reverse=True))
    assert len(full) > 3
    assert full == pytest.approx([90 / 25.4 * 72] * len(full), abs=0.6)


def test_any_document_of_weasyprint_can_have_the_pass() -> None:
    # In a process of its own, as its users would: their WeasyPrint, their fonts.
    font = resources.path_of("fonts", "vazirmatn/Vazirmatn-Regular.ttf").as_uri()
    program = f"""
import io, pypdfium2
from casereport.typesetting import bidi_html
HTML = bidi_html()
style = '@font-face {{font-family:v; src:url({font})}} p {{font-family:v}}'
pdf = HTML(string='<style>' + style + '</style><p dir=rtl>{A} <em>ho</em> <em>co</em> {B}').write_pdf()
page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
boxes = {{page.get_text_range(i, 1): page.get_charbox(i)[0] for i in range(page.count_chars())}}
print(''.join(sorted('{A}{B}hc', key=boxes.__getitem__)))
"""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout == f"{B}hc{A}\n", done.stderr


def test_without_patches_the_same_line_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    assert seen(f"{A} <em>ho</em> <em>co</em> {B}") == [f"{B}coho{A}"]


def test_a_purely_latin_document_is_the_same_with_and_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    html = f"<html lang=en>{STYLE}<p>Plain <b>Latin</b> text (12), <a href='http://a.b'>c</a>."
    ours = typeset(html)
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    assert typeset(html) == ours
