"""What is found in, copied from and read aloud from the pages: the text layer and the tags.

Expected texts are the source's own; poppler is asked where it is installed.
"""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageChops

from casereport.inspection import presentation_forms, private_use, read_pdf
from casereport.typesetting import typeset
from casereport.typesetting.engine.textlayer import install

STYLE = (
    "<style>@page{size:160mm 60mm;margin:5mm} p{margin:0;font-size:12pt;"
    'font-family:"Vazirmatn Arabic","Liberation Serif"}</style>'
)
HALF_SPACED = "می\u200cشود و خانه\u200cهای آن\u200cها"
LAM_ALEF = "مبتلا و اختلال و علائم و قبلا"
MARKED = "معمولا\u064b پدیده\u0654 محم\u0651د نسبتا\u064b سابقه\u0654"
TWO_MARKS = "محم\u0651\u064eد متشک\u0651\u0650ر سن\u0651\u064cت"
"""A font may draw both as one glyph, which stands apart from the letter's."""
MANY_WORDS = " ".join(["ناحیه\u0654", "کاملا\u064b", "می\u200cشود", "بیمار"] * 12)
UNSEEN = re.compile("[\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def page(body: str, *, language: str = "fa", direction: str = "rtl", style: str = "") -> bytes:
    head = f"<title>t</title>{STYLE}<style>{style}</style>"
    return typeset(f"<html lang={language} dir={direction}>{head}<body>{body}")


def by_pdfium(pdf: bytes) -> str:
    return " ".join(read_pdf(pdf).text.split())


def by_poppler(pdf: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    # It puts embeddings round each piece by itself.
    return " ".join(re.sub("[\u202a-\u202e]", "", run.stdout.decode("utf-8")).split())


READERS = pytest.mark.parametrize("read", [by_pdfium, by_poppler])


@READERS
@pytest.mark.parametrize("text", [HALF_SPACED, LAM_ALEF, MARKED, TWO_MARKS])
@pytest.mark.parametrize("family", ["Vazirmatn", "Vazirmatn Arabic", "Scheherazade New"])
def test_persian_text_is_given_back_as_it_was_written(
    read: Callable[[bytes], str], text: str, family: str
) -> None:
    # Scheherazade draws alef with madda as two glyphs: its text is canonically equivalent.
    given = unicodedata.normalize("NFC", read(page(f"<p style='font-family:{family}'>{text}")))

    assert given == unicodedata.normalize("NFC", text)


FAMILIES = pytest.mark.parametrize("family", ["Vazirmatn", "Scheherazade New", "Liberation Serif"])
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650"
MARKS = [*VOWELS, *"\u0651\u0652\u0670", *(f"\u0651{vowel}" for vowel in VOWELS), "", "", ""]
OTHER_MARKS = "\u0653\u0654\u0655\u0656\u05b0\u05b4\u05b8\u05bc\u05c1\u0301" + "".join(MARKS)


@FAMILIES
@pytest.mark.parametrize("seed", range(3))
def test_vowelled_words_are_given_back_whole(family: str, seed: int) -> None:
    choose = random.Random(seed)
    words = ["سرم", "محمد", "گچ", "هاله", "مهربان", "پزشک"] * 2
    text = " ".join("".join(f"{letter}{choose.choice(MARKS)}" for letter in word) for word in words)
    given = by_pdfium(page(f"<p style='font-family:{family}'>{text}"))

    assert unicodedata.normalize("NFC", given) == unicodedata.normalize("NFC", text)


@FAMILIES
@READERS
def test_marks_on_a_ligature_take_no_letter_from_others(
    read: Callable[[bytes], str], family: str
) -> None:
    marked, *others = read(
        page(f"<p style='font-family:{family}'>\u0644\u0651\u064eا لا بلا")
    ).split()

    assert sorted(marked) == sorted("\u0644\u0651\u064eا")
    assert others == ["لا", "بلا"]


@FAMILIES
def test_whatever_is_piled_on_a_letter_is_printed(family: str) -> None:
    choose = random.Random(family)
    words = ["\u0625سلام", "\u05d1\u05e8\u05d0\u05e9\u05d9\u05ea", "گچ", "لا", "abc", "\u0626"] * 9
    text = " ".join(
        "".join(
            letter + "".join(choose.choices(OTHER_MARKS, k=choose.randrange(6))) for letter in word
        )
        for word in words
    )

    assert "\u0686" in by_pdfium(page(f"<p style='font-family:{family}'>{text}"))


@READERS
def test_justified_lines_are_given_back_word_by_word(read: Callable[[bytes], str]) -> None:
    pdf = page(f"<p>{MANY_WORDS}", style="p { text-align: justify }")

    assert read(pdf) == MANY_WORDS


def test_stock_typesetting_loses_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    pdf = page(f"<p>{HALF_SPACED}")

    assert by_pdfium(pdf) == HALF_SPACED.replace("\u200c", "")
    assert by_pdfium(page(f"<p>{LAM_ALEF}")) != LAM_ALEF


def test_stock_typesetting_is_as_if_nothing_were_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    body = f"<p>{HALF_SPACED} {MARKED} <a href='https://a.org'>ا <em>b</em></a> <b lang=en>x</b>"
    page("")
    import weasyprint.draw
    import weasyprint.pdf

    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    patched = page(body)
    for name, function in install.PATCHED.items():
        if name.startswith(("draw.", "pdf.", "stacking.")):
            *path, last = name.split(".")
            module: Any = weasyprint
            for part in path:
                module = getattr(module, part)
            monkeypatch.setattr(module, last, function)

    assert patched == page(body)


def test_ligature_gives_its_letters_in_visual_order(inflate: Callable[[bytes], bytes]) -> None:
    content = inflate(page("<p>مبتلا لا"))

    assert b"<06270644>" in content
    assert b"<06440627>" not in content


def test_ligature_of_left_to_right_text_keeps_its_order(inflate: Callable[[bytes], bytes]) -> None:
    body = "<p style='font-family:Vazirmatn;direction:ltr' lang=en>fi ffi office"

    assert by_pdfium(page(body, language="en", direction="ltr")) == "fi ffi office"


def test_no_glyph_is_without_a_text(inflate: Callable[[bytes], bytes]) -> None:
    body = f"<p style='font-family:Scheherazade New'>قرآن {MARKED} مسأله\u0654 مؤلف"

    assert not re.search(rb"<[0-9a-f]{4}> <>", inflate(page(body)))


def test_controls_and_joiners_stay_out() -> None:
    body = (
        "<p>عدد \u2068CRP\u2069 \u2067ب\u2069 \u200fد\u200e م\u2060ن <bdo dir=ltr>ابج</bdo> "
        "<b>کل</b>سینوز \u202dx\u202c</p>"
    )
    text = read_pdf(page(body)).text

    assert not UNSEEN.search(text)
    assert not presentation_forms(text)
    assert not private_use(text)
    assert "کلسینوز" in text


def pixels(pdf: bytes, scale: float = 3) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=scale).to_pil().convert("L")
    finally:
        document.close()


def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the glyphs of every line as Pango gives them."""
    page("")  # the engine is loaded
    monkeypatch.setattr(install, "settle_line", lambda *_, **__: [])


@pytest.mark.parametrize("text", [HALF_SPACED, LAM_ALEF, "ground glass \u200c fi"])
def test_half_spaces_and_ligatures_do_not_change_what_is_seen(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    body = f"<p>{text}<p style='text-align:justify'>{text}"
    mended = page(body)
    plain(monkeypatch)
    stock = page(body)

    assert mended != stock or "glass" in text
    assert ImageChops.difference(pixels(mended), pixels(stock)).getbbox() is None


@pytest.mark.parametrize("family", ["Vazirmatn", "Scheherazade New"])
def test_painted_marks_stand_where_they_stood(monkeypatch: pytest.MonkeyPatch, family: str) -> None:
    body = f"<p style='font-size:30pt;font-family:{family}'>{MARKED} قرآن {TWO_MARKS}"
    mended = page(body)
    plain(monkeypatch)
    difference = ImageChops.difference(pixels(mended), pixels(page(body)))

    # A filled outline and a glyph differ in the smoothing of their edges, by a pixel's part.
    assert sum(difference.histogram()[160:]) < 40


def test_mark_is_painted_in_the_colour_of_its_text() -> None:
    image = pixels(page("<p style='font-size:40pt;color:white;background:black'>معمولا\u064b"))

    assert image.getextrema() == (0, 255)
    assert not UNSEEN.search(by_pdfium(page("<p style='color:#c00'>معمولا\u064b")))


def test_glyph_with_ink_is_not_drawn_for_a_half_space() -> None:
    # Liberation Serif draws a bar for U+200C.
    text = "ab\u200ccd"
    pdf = page(f"<p style='font-family:Liberation Serif'>{text}", language="en", direction="ltr")

    assert by_pdfium(pdf) == "abcd"


def test_columns_come_one_after_the_other() -> None:
    words = [f"{letter}{mark}" for letter in "بپتثجچ" for mark in "دذرزژو"]
    style = "body { columns: 2; column-gap: 6mm } p { font-size: 20pt }"

    assert by_pdfium(page(f"<p>{' '.join(words)}", style=style)).split() == words


def test_shifted_heading_comes_before_its_text() -> None:
    style = "h2 { position: relative; inset-block-start: -1pt; font-size: 12pt; margin: 0 }"
    text = by_pdfium(page("<h2>یک</h2><p>دو<h2>سه</h2><p>چهار", style=style))

    assert text == "یک دو سه چهار"


def test_box_with_a_place_of_its_own_is_painted_in_it() -> None:
    style = "p { background: white } .up { position: relative; z-index: 1; background: black }"
    style += " .over { margin-top: -20pt }"
    image = pixels(page("<p class=up>&nbsp;<p class=over>&nbsp;", style=style))

    assert image.getpixel((image.width // 2, 60)) == 0


def test_cells_of_a_row_are_parted_in_mupdf(tmp_path: Path) -> None:
    if shutil.which("mutool") is None:
        pytest.skip("mutool is not installed")
    file = tmp_path / "row.pdf"
    file.write_bytes(page("<table><tr><td>زمان<td>رویداد<td>روز</table>"))
    command = ["mutool", "draw", "-q", "-F", "txt", str(file)]
    run = subprocess.run(command, capture_output=True, check=True)
    words = {"".join(sorted(word)) for word in run.stdout.decode("utf-8").split()}

    assert {"".join(sorted(word)) for word in ("زمان", "رویداد", "روز")} <= words


# Tags


def outline(pdf: bytes) -> list[str]:
    """The tags of the first page, indented: kind, language, number of pieces of content."""
    document = pypdfium2.PdfDocument(pdf)
    first = document[0]
    tree = pdfium.FPDF_StructTree_GetForPage(first.raw)
    lines: list[str] = []

    def text(function: Any, element: Any) -> str:
        buffer = io.BytesIO()
        size = function(element, None, 0)
        held = (pdfium.c_ubyte * size)() if hasattr(pdfium, "c_ubyte") else bytearray(size)
        function(element, held, size)
        buffer.write(bytes(held))
        return buffer.getvalue().decode("utf-16-le").rstrip("\0")

    def walk(element: Any, depth: int) -> None:
        count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
        kept = [
            pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
            for index in range(max(0, count))
        ]
        name = text(pdfium.FPDF_StructElement_GetType, element)
        language = text(pdfium.FPDF_StructElement_GetLang, element)
        pieces = sum(1 for mcid in kept if mcid >= 0)
        lines.append("  " * depth + " ".join(filter(None, [name, language, str(pieces or "")])))
        for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                walk(child, depth + 1)

    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
        first.close()
        document.close()
    return lines


def areas(pdf: bytes, inflate: Callable[[bytes], bytes]) -> list[tuple[float, ...]]:
    """The clickable areas, as left, lower, right and upper edges."""
    found = re.findall(
        rb"/Rect ?\[([^]]*)\][^>]*/Subtype ?/Link|/Subtype ?/Link[^>]*/Rect ?\[([^]]*)\]",
        inflate(pdf),
    )
    edges = [tuple(map(float, (one or other).split())) for one, other in found]
    return [(left, min(a, b), right, max(a, b)) for left, a, right, b in edges]


def test_language_is_named_where_it_changes() -> None:
    body = (
        "<p>متن <span lang=en>ground glass</span> <bdi lang=en>x</bdi></p>"
        "<p lang=en dir=ltr>b <b>c</b>"
    )

    assert outline(page(body)) == [
        "Document",
        "  P",
        "    Span 1",
        "    Span en",
        "      Span 1",
        "    Span 1",
        "    NonStruct en",
        "      Span 1",
        "  P en",
        "    Span 1",
        "    NonStruct",
        "      Span 1",
    ]


def test_language_of_the_body_is_named_on_what_it_holds() -> None:
    pdf = typeset("<html lang=fa><title>t</title><body lang=en><p>x</p><p lang=fa>ب")

    assert outline(pdf) == ["Document", "  P en", "    Span 1", "  P", "    Span 1"]


def test_run_of_other_direction_is_no_element() -> None:
    assert outline(page("<p>متن ground glass و CRP")) == [
        "Document",
        "  P",
        *["    Span 1"] * 4,
    ]


def test_link_cut_by_direction_is_one_link_with_one_area(
    inflate: Callable[[bytes], bytes],
) -> None:
    pdf = page("<p>متن <a href='https://a.org'>پیوند English و <em>دو</em></a> پایان")

    assert outline(pdf) == [
        "Document",
        "  P",
        "    Span 1",
        "    Link 3",
        "      NonStruct",
        "        Span 1",
        "    Span 1",
    ]
    assert len(areas(pdf, inflate)) == 1


def test_link_that_lies_apart_on_a_line_has_two_areas_and_is_one_link(
    inflate: Callable[[bytes], bytes],
) -> None:
    # Of "ab (cd ب" in a left-to-right paragraph within "د … ر" the parts stand on two sides.
    pdf = page("<p>د x <a href='https://a.org'>y ب</a> ر")
    found = areas(pdf, inflate)

    assert outline(pdf).count("    Link 2") == 1
    assert len(found) == 2
    first, second = sorted(found)
    assert first[2] <= second[0] + 0.01
    assert all(right > left and upper > lower for left, lower, right, upper in found)


def test_link_broken_over_lines_is_one_link_with_an_area_on_each(
    inflate: Callable[[bytes], bytes],
) -> None:
    words = " ".join(["پیوند"] * 25)
    pdf = page(f"<p>متن <a href='https://a.org'>{words}</a> پایان")
    found = areas(pdf, inflate)

    assert sum(line.startswith("    Link") for line in outline(pdf)) == 1
    assert len(found) >= 2
    assert len({lower for _, lower, _, _ in found}) == len(found)


def test_two_links_stay_two(inflate: Callable[[bytes], bytes]) -> None:
    pdf = page("<p>(<a href='https://a.org'>۱</a>،<a href='https://b.org'>۲</a>)")

    assert sum(line.startswith("    Link") for line in outline(pdf)) == 2
    assert len(areas(pdf, inflate)) == 2
    assert read_pdf(pdf).links == ("https://a.org", "https://b.org")


def test_picture_in_a_link_keeps_its_area(inflate: Callable[[bytes], bytes]) -> None:
    data = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'/>"
    pdf = page(f'<p><a href="https://a.org"><img alt=x src="{data}"></a>')

    assert max(upper - lower for _, lower, _, upper in areas(pdf, inflate)) >= 29


def test_every_content_belongs_to_an_element(inflate: Callable[[bytes], bytes]) -> None:
    body = "<p>متن <a href='https://a.org'>پ x و <em>دو</em></a><table><tr><th>ا<td>b ج</table>"
    content = inflate(page(body))
    elements = set(re.findall(rb"(\d+) 0 obj", content))
    parents = re.findall(rb"/Nums ?\[0 ?\[([^]]*)\]", content)

    assert parents
    numbers = re.findall(rb"(\d+) 0 R", parents[0])
    assert len(numbers) == len(set(re.findall(rb"/MCID (\d+)", content)))
    assert not elements or set(numbers) <= elements | set(numbers)
