"""Lines read back from the PDF: what a reader sees from left to right.

Expected lines are derived by hand from UAX #9 and CSS Writing Modes, and agree with Chromium.
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
import time
from types import SimpleNamespace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from casereport import resources
from casereport.typesetting import typeset
from tests.pace import is_within

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


def placed(html: str) -> dict[str, tuple[float, float]]:
    """Each character's left and right edge in pt, of the last of its kind on the first page."""
    page = pypdfium2.PdfDocument(typeset(html))[0].get_textpage()
    boxes = ((page.get_text_range(i, 1), page.get_charbox(i)) for i in range(page.count_chars()))
    return {character: (box[0], box[2]) for character, box in boxes}


def width(html: str) -> float:
    """From the right edge of the A before ``html`` to the left edge of the B after it."""
    found = placed(f"{STYLE}<p dir=ltr>A{html}B")
    return found["B"][0] - found["A"][1]


def test_letter_spacing_does_not_tear_joined_letters_apart() -> None:
    spaced = '<span style="letter-spacing:9pt">{}</span>'
    joined = "\u0628\u06cc\u0645"
    assert width(spaced.format(joined)) == pytest.approx(width(joined), abs=0.1)
    assert width(spaced.format("xyz")) > width("xyz") + 15


def test_a_mark_in_an_element_of_its_own_stands_on_its_letter() -> None:
    letter, mark, after = "\u0645", "\u0651", "\u0633"
    assert width(f"{letter}<i>{mark}</i>{after}") == pytest.approx(
        width(letter + mark + after), abs=0.1
    )


def test_marks_of_many_elements_are_not_piled_on_one_letter() -> None:
    # HarfBuzz ends the process where 65,536 stand on one.
    from casereport.typesetting.engine.bidi.pieces import _move_marks

    letter = SimpleNamespace(text="\u0645")
    parts = [SimpleNamespace(text="\u0651\u064e") for _ in range(50)]
    for part in parts:
        _move_marks(part, letter)
    assert letter.text == "\u0645" + "\u0651\u064e" * 4
    assert "".join(part.text for part in parts) == "\u0651\u064e" * 46


def test_a_word_of_thousands_of_elements_is_set_in_seconds() -> None:
    # Each of them once led to a look at all before it: 5,000 took a minute.
    began = time.process_time()
    assert typeset(f"{STYLE}<p dir=rtl>" + "\u0645a" * 2_500)
    assert is_within(time.process_time() - began, 20)


def test_letters_join_over_an_empty_element() -> None:
    assert width("\u0628<i></i>\u0645") == pytest.approx(width("\u0628\u0645"), abs=0.1)


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_a_separator_ends_a_line_whatever_stands_beside_it(separator: str, direction: str) -> None:
    assert seen(f"ab {separator} cd", direction) == ["ab", "cd"]
    assert seen(f"{A} ab{separator}<b>cd</b> {B}", "rtl") == [f"ab{A}", f"{B}cd"]


def test_each_paragraph_of_plain_text_begins_at_its_own_side() -> None:
    found = placed(
        "<style>@page{size:100mm;margin:10mm} body{margin:0} pre{margin:0;unicode-bidi:plaintext}"
        f"</style><pre>{A} x\nab {B}\n{G} z</pre>"
    )
    left, right = 10 / 25.4 * 72, 90 / 25.4 * 72
    assert found["a"][0] == pytest.approx(left, abs=2)
    assert found[A][1] == pytest.approx(right, abs=2)
    assert found[G][1] == pytest.approx(right, abs=2)


@pytest.mark.parametrize(
    ("side", "direction"), [("left", "rtl"), ("right", "rtl"), ("left", "ltr")]
)
def test_a_float_within_a_line_stands_at_its_side_and_the_line_beside_it(
    side: str, direction: str
) -> None:
    style = "<style>@page{size:100mm;margin:10mm} body{margin:0} i{width:20mm;float:%s}</style>"
    found = placed(f"{style % side}<p dir={direction}>a <b>x<i dir={direction}>y</i></b> z")
    left, right, wide = 10 / 25.4 * 72, 90 / 25.4 * 72, 20 / 25.4 * 72
    near = 0 if direction == "ltr" else 1  # the edge of a character that faces the line's start
    stands_from = {"left": (left, left + wide), "right": (right - wide, right)}[side][near]
    assert found["y"][near] == pytest.approx(stands_from, abs=2)
    line_start = {
        ("ltr", "left"): left + wide,
        ("rtl", "left"): right,
        ("rtl", "right"): right - wide,
    }[direction, side]
    letters = "axz"
    assert min(abs(found[c][near] - line_start) for c in letters) < 2
    assert all(not _overlap(found["y"], found[c]) for c in letters)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def test_a_definition_is_indented_at_its_start() -> None:
    style = "<style>@page{size:100mm;margin:10mm} body{margin:0}</style>"
    found = placed(f"{style}<dl dir=rtl><dd>{B}</dl><dl dir=ltr><dd>ab</dl>")
    assert found[B][1] == pytest.approx(90 / 25.4 * 72 - 30, abs=2)
    assert found["a"][0] == pytest.approx(10 / 25.4 * 72 + 30, abs=2)


def test_a_dir_attribute_that_says_nothing_isolates_nothing() -> None:
    assert seen(f"{A} <b dir=''>ab</b> <i dir=up>cd</i> {B}") == [f"{B}abcd{A}"]


def test_a_padded_element_is_broken_at_its_last_word_that_fits() -> None:
    # WeasyPrint fills the line as if the padding were not there, then breaks before the element.
    style = "<style>@page{size:60mm 40mm;margin:5mm} body{margin:0} b{padding:0 5mm}</style>"
    for word in ("bb", "bbb", "bbbb", "bbbbb"):
        content = typeset(f"{style}<p dir=ltr>A <b>{f'{word} ' * 20}C</b>")
        text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
        assert text.startswith(f"A {word} {word}")


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
