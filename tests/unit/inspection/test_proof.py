"""Pages are compared with what was meant; every kind of fault is found, and none that is not."""

from __future__ import annotations

import re

import pytest

from casereport.inspection import Fault, Proof, is_empty, paragraphs_of, prove, read_glyphs
from casereport.inspection.letters import letters_of, weight
from casereport.inspection.order import second_opinion
from casereport.text.characters import LRO, PDF, RLO, ZWNJ
from casereport.typesetting import typeset

STYLE = (
    "<style>@page{size:100mm 140mm;margin:10mm}body{font-family:'Liberation Serif',Vazirmatn;"
    "font-size:10pt}p{margin:0 0 3mm}</style>"
)
MIXED = (
    '<p dir="rtl">آزمایش <b>CRP</b> (C-reactive protein) منفی بود و <i>TNF</i>-<i>alpha</i> '
    "۴۴ واحد <sup>۱</sup> گزارش شد؛ یافته\u200cها در <a href='#x'>۱۲</a>–<a href='#y'>۱۴</a> "
    "(۸،۶) آمده و بیمار مبتلا به کلسینوز است.</p>"
)


def proof(printed: str, meant: str = "") -> Proof:
    """``printed`` is set as PDF and compared with what ``meant`` (or itself) says."""
    pages = read_glyphs(typeset(STYLE + printed))
    return prove(paragraphs_of(meant or printed), pages)


def kinds(found: Proof) -> set[str]:
    return {fault.kind for fault in found.faults}


def test_mixed_paragraphs_are_proven_right() -> None:
    found = proof(MIXED)
    assert found.faults == ()
    assert found.lines > 1
    letters = [c for c in re.sub("<[^>]+>", "", MIXED) if letters_of(c)]
    assert found.letters == len(letters)


@pytest.mark.parametrize(
    "html",
    [
        "<table dir='rtl'><tr><td>سن<td>۴۴ سال<td>CRP<td>12 mg/L</table>",
        "<div style='columns:2' dir='rtl'><p>" + "متن فارسی CRP و " * 40 + "پایان.</p></div>",
        "<p lang='en' style='hyphens:auto;width:25mm'>extraordinarily incomprehensible words</p>",
        "<p>sclero\u00adderma</p><p style='width:12mm'>sclero\u00adderma</p>",
        "<ol dir='rtl'><li>نخست<li>دوم <b>B</b></ol><ul><li>item</ul>",
        "<p>efficient office fluff</p><p dir='rtl'>سلام، لا و الإسلام</p>",
        "<p dir='rtl'>بیمار <bdi>H<sub>2</sub>O</bdi> و <i dir='ltr'>a, b</i><br>سطر دوم</p>",
        "<p style='text-align:justify' dir='rtl'>" + "درد <b>ESR</b> ۲۸ میلی\u200cمتر " * 12,
        "<p style='text-transform:uppercase'>abstract</p><p>naïve Ménière’s é</p>",
    ],
)
def test_what_is_set_right_has_no_fault(html: str) -> None:
    found = proof(html)
    assert found.faults == ()
    assert found.letters


@pytest.mark.parametrize(
    "body",
    [
        '(<span dir="ltr">۱۰<sup>۹</sup></span>)',
        'شمار (<span dir="ltr">×10<sup>9</sup>/L</span>)، <span dir="ltr">۵×۱۰<sup>۳</sup></span> و',
        '<span dir="ltr">HCO<sub>3</sub><sup>-</sup></span>، <span dir="ltr">۵×۱۰<sup>۳</sup></span>',
    ],
)
@pytest.mark.parametrize("tag", ["p", "li", "h2"])
def test_a_superscript_that_the_reader_parts_from_its_word_is_no_fault(body: str, tag: str) -> None:
    assert proof(f'<{tag} dir="rtl">{body}</{tag}>').faults == ()


@pytest.mark.parametrize("word", ["Rifadin®", "Teflon™", "½", "A…", "no ≠ yes", "№ 5"])
def test_a_symbol_that_the_reader_tells_otherwise_is_no_fault(word: str) -> None:
    """PDFium tells R for the registered sign where it takes it for right-to-left."""
    html = f'<p dir="rtl">داروی <span dir="ltr">{word}</span> داده شد… ® و ½.</p>'
    assert proof(html).faults == ()


LATIN = "(extracorporeal shock wave lithotripsy of the elbow and wrist)"


def test_a_half_spaced_word_among_latin_is_read_part_by_part_and_is_no_fault() -> None:
    word = "\u0628\u0631\u0648\u0646\u200c\u067e\u06cc\u06a9\u0631\u06cc"
    other = word.replace("\u06cc\u06a9", "\u06a9\u06cc")
    html = f'<p dir="rtl">{word} {LATIN}</p>'
    assert proof(html).faults == ()
    assert kinds(proof(html, f'<p dir="rtl">{other} {LATIN}</p>'))


@pytest.mark.parametrize(
    "text",
    [f"متن {RLO}abc 12{PDF} بقیه", f"متن {RLO}abc خوب ۱۲ و بقیه", f"متن {LRO}سلام{PDF} بقیه CRP"],
)
def test_what_an_override_turns_is_read_turned(text: str) -> None:
    assert proof(f'<p dir="rtl">{text}</p>').faults == ()
    assert kinds(
        proof('<p dir="rtl">متن abc def بقیه</p>', f'<p dir="rtl">متن {RLO}abc def{PDF} بقیه</p>')
    )


@pytest.mark.parametrize(
    ("printed", "meant", "kind"),
    [
        ("<sup>9</sup>x", "x<sup>9</sup>", "order"),
        ("10<sup>6</sup>/L", "10<sup>9</sup>/L", "missing"),
        ("10 9", "109", "word"),
        ("۱۰۹", "۱۰ ۹", "word"),
        ("10<sup>9</sup>", "10<sup>9</sup> 2", "missing"),
        ("Rifadin", "Rifadin®", "missing"),
        ("®Rifadin", "Rifadin®", "order"),
    ],
)
def test_faults_about_superscripts_and_symbols_are_found(
    printed: str, meant: str, kind: str
) -> None:
    frame = '<p dir="rtl">شمار سلول\u200cها <span dir="ltr">{}</span> بود.</p>'
    assert kinds(proof(frame.format(printed), frame.format(meant))) == {kind}


def test_stock_typesetting_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    found = proof(f'{MIXED}<p dir="rtl">یافته{ZWNJ}ها</p>')
    assert kinds(found) == {"order", "half-space", "word"}
    assert found.of("half-space")[0].meant == f"یافته{ZWNJ}ها"
    assert found.of("half-space")[0].page == 1


def test_two_words_in_each_others_place_are_found() -> None:
    printed = "<p>The patient had severe pain and mild fever today.</p>"
    meant = "<p>The patient had mild fever and severe pain today.</p>"
    assert [fault.kind for fault in proof(printed, meant).faults] == ["order"]


def test_turned_numbers_in_persian_are_found() -> None:
    printed = '<p dir="rtl">در مطالعه\u200cها (۸–۱۱) آمده است.</p>'
    meant = '<p dir="rtl">در مطالعه\u200cها (<span dir="ltr">۸–۱۱</span>) آمده است.</p>'
    assert [fault.kind for fault in proof(printed, meant).faults] == ["order"]


def test_a_missing_half_space_is_found() -> None:
    printed, meant = '<p dir="rtl">یافتهها خوب است</p>', f'<p dir="rtl">یافته{ZWNJ}ها خوب است</p>'
    assert proof(printed, meant).faults == (Fault("half-space", 1, f"یافته{ZWNJ}ها", "یافتهها"),)


def test_a_missing_mark_is_found() -> None:
    found = proof('<p dir="rtl">معلم مدرسه</p>', '<p dir="rtl">معلّم مدرسه</p>')
    assert kinds(found) == {"word"}


def test_words_without_their_space_are_found() -> None:
    assert kinds(proof("<p>severepain today</p>", "<p>severe pain today</p>")) == {"word"}


def test_a_passage_that_is_not_printed_is_found() -> None:
    found = proof("<p>first paragraph</p>", "<p>first paragraph</p><p>second one</p>")
    assert found.faults == (Fault("missing", 0, "second one"),)


def test_one_other_letter_is_found() -> None:
    assert kinds(proof("<p>dose of 15 mg a day</p>", "<p>dose of 75 mg a day</p>")) == {"missing"}


def test_what_is_optional_may_be_absent() -> None:
    pages = read_glyphs(typeset(STYLE + "<p>text</p>"))
    meant = paragraphs_of("<p class=r>running</p><p>text</p>", optional_classes={"r"})
    assert prove(meant, pages).faults == ()


def test_folios_and_generated_content_are_no_fault() -> None:
    style = "<style>@page{@bottom-center{content:counter(page)}} p::before{content:'§ '}</style>"
    assert proof(f"{style}<p>1 is the first number of all.</p>").faults == ()


def test_a_page_without_text_is_empty() -> None:
    assert is_empty(read_glyphs(typeset("<p></p>")))
    assert not is_empty(read_glyphs(typeset("<p>a</p>")))


def test_nothing_on_the_page_leaves_all_text_missing() -> None:
    assert kinds(proof("<p></p>", "<p>some text</p>")) == {"missing"}


def test_the_second_opinion_is_another_implementation_of_the_same_rules() -> None:
    text = "آزمایش CRP (C-reactive protein) منفی بود."
    found = second_opinion(text, 1)
    assert found.startswith(".")
    assert "c-reactiveprotein" in found
    assert second_opinion("abc", 0) == "abc"


def test_weights_tell_anagrams_of_code_points_apart() -> None:
    assert weight("a") + weight("d") != weight("b") + weight("c")
    assert len({weight(chr(code)) for code in range(0x20, 0x3000)}) == 0x3000 - 0x20


def test_a_line_number_stands_for_no_text_that_is_missing() -> None:
    numbered = "<style>body{--line-numbers:x}</style>" + MIXED
    assert proof(numbered).faults == ()
    assert Fault("missing", 0, "2") in proof(numbered, numbered + "<p>2</p>").faults


def test_a_stop_behind_a_number_is_not_taken_for_that_of_the_item() -> None:
    item = "احمدی ز. بررسی. تهران؛ ۱۳۹۵."
    label = '<span style="position: absolute; left: 0">15.</span>'
    printed = f'<div>{label}<span dir="rtl" style="display: block">{item}</span></div><p>After.</p>'
    assert proof(printed, f'<div>15.<bdi dir="rtl">{item}</bdi></div><p>After.</p>').faults == ()
