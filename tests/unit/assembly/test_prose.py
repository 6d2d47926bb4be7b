"""Typed prose as article inlines: marks, digits, isolates, links, facts."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casereport.article.block import Division, Paragraph, TableWrap
from casereport.article.inline import Inline, Link, Span, Styled, Text, Xref, plain_text
from casereport.assembly.numbering import Numbering
from casereport.assembly.prose import Prose
from casereport.assembly.setting import Record, Setting, edition_locale, foreign_locale
from casereport.diagnostics import Span as Place
from casereport.journals import load_journal
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CaseReport, SourceMap
from casereport.model.front import Publication
from casereport.model.narrative import Narrative, TextRun
from casereport.model.narrative import Styled as TypedStyled
from casereport.text.characters import DIRECTIONAL, FSI, LRE, LRI, LRO, PDI, RLE, RLI, RLO, WJ
from casereport.text.digits import to_latin_digits
from casereport.text.isolates import is_balanced, strip_isolates
from tests.unit.assembly.conftest import (
    TODAY,
    article,
    assembled,
    logical,
    only,
    paragraph,
    paragraphs,
    seen,
)

FACTS = """\
patient: {age: 44, sex: female}
history: {ssc: {name: {fa: اسکلرودرمی, en: SSc}, kind: medical, duration: 20 years}}
labs: {hb: {name: {en: Hb, fa: هموگلوبین}, value: 10.1, unit: g/dL}}
findings: {fev: {name: {en: FEV1}, value: 55%}, note: {name: {en: N}, note: {fa: متن CRP ۱۲, en: n}}}
dates: {received: 2020-01-21}
"""


def walk(nodes: tuple[Inline, ...]) -> list[Inline]:
    """Every node, depth first."""
    found: list[Inline] = []
    for node in nodes:
        found.append(node)
        if isinstance(node, (Span, Link, Styled, Xref)):
            found += walk(node.children)
    return found


def marked(nodes: tuple[Inline, ...]) -> list[tuple[str | None, str | None, str]]:
    """The spans: language, direction, text."""
    spans = (node for node in walk(nodes) if isinstance(node, Span))
    return [(span.language, span.direction, plain_text(span.children)) for span in spans]


# Marks of language


def test_latin_words_in_persian_text_are_marked_as_english() -> None:
    spans = marked(paragraph(fa="بیماری systemic sclerosis در زنان با CRP بالا"))
    assert spans == [("en", None, "systemic sclerosis"), ("en", None, "CRP")]


def test_a_latin_word_that_would_be_torn_is_isolated_too() -> None:
    assert marked(paragraph(fa="سلول CD4+ بود")) == [("en", "ltr", "CD4+")]


def test_a_latin_phrase_is_one_span() -> None:
    nodes = paragraph(fa="نسبت OR 2.3 (95% CI, *1.1*-4.8) و CRP (C-reactive protein) بود")
    assert marked(nodes) == [
        ("en", "ltr", "OR 2.3 (95% CI, 1.1-4.8)"), ("en", "ltr", "CRP (C-reactive protein)"),
    ]  # fmt: skip
    assert seen(paragraph(fa="شمار WBC 12 × 10^9^/L بود")) == "دوب WBC 12 × 109/L رامش"


def test_a_cell_of_nothing_but_latin_runs_from_the_left_to_its_full_stop() -> None:
    edition = only(fa="متن.\n\n| الف | ب |\n|---|---|\n| 500 mg BID. | 12 mg/L |\n")
    (table,) = [block for block in edition.body[0].blocks if isinstance(block, TableWrap)]
    first, second = table.rows[0]
    assert marked(first.children) == [("en", "ltr", f"500 {WJ}mg BID.")]
    assert marked(second.children) == []
    assert seen(second.children) == "۱۲ mg/L"


@pytest.mark.parametrize("control", [LRE, RLE, LRO, RLO, LRI, RLI, FSI, PDI])
def test_a_control_that_nothing_closes_moves_no_one_elses_text(control: str) -> None:
    assert seen(paragraph(fa=f"متن {control}abc *خوب* 12 است")) == seen(
        paragraph(fa="متن abc *خوب* 12 است")
    )


def test_persian_words_in_english_text_are_marked_as_persian() -> None:
    assert marked(paragraph(en="The word کلسینوز means it.")) == [("fa", "rtl", "کلسینوز")]


def test_a_text_in_one_script_has_no_marks() -> None:
    assert paragraph(en="Plain words, 12 of them.") == (Text("Plain words, 12 of them."),)
    assert paragraph(fa="متن ساده است.") == (Text("متن ساده است."),)


# Digits


def test_digits_are_those_of_the_language() -> None:
    assert plain_text(paragraph(fa="زنان 30 تا 50 ساله")) == "زنان ۳۰ تا ۵۰ ساله"
    assert plain_text(paragraph(en="aged 30 to 50")) == "aged 30 to 50"


@pytest.mark.parametrize(
    "token",
    ["H1N1", "B12", "IL-6", "TNF-α", "HbA1c", "IR.MAZUMS.REC.1398.123", "0000-0002-1825-0097",
     "p<0.05", "1735-9260"],
)  # fmt: skip
def test_a_token_with_its_own_digits_keeps_them(token: str) -> None:
    assert token in strip_isolates(plain_text(paragraph(fa=f"متن {token} بود")))


def test_a_number_after_a_latin_word_is_seen_on_its_left() -> None:
    assert seen(paragraph(fa="میزان CRP 12 بود")) == "دوب ۱۲ CRP نازیم"


# Links


def test_addresses_become_links_and_stay_left_to_right() -> None:
    nodes = paragraph(fa="نشانی https://a.org/x1 و a1@b.org و 10.1000/xyz12 بود")
    links = [node for node in walk(nodes) if isinstance(node, Link)]
    assert [(link.href, plain_text(link.children)) for link in links] == [
        ("https://a.org/x1", "https://a.org/x1"),
        ("mailto:a1@b.org", "a1@b.org"),
        ("https://doi.org/10.1000/xyz12", "10.1000/xyz12"),
    ]
    assert [direction for _, direction, _ in marked(nodes)] == ["ltr"] * 3


@pytest.mark.parametrize("typed", ["<https://a.org/x1>", "[https://a.org/x1](https://a.org/x1)"])
@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_address_that_is_a_link_already_is_one_link(typed: str, language: str) -> None:
    nodes = paragraph(**{language: f"x {typed}."})
    links = [node for node in walk(nodes) if isinstance(node, Link)]
    assert [(link.href, plain_text(link.children)) for link in links] == [
        ("https://a.org/x1", "https://a.org/x1")
    ]
    assert any(isinstance(n, Span) and n.direction == "ltr" for n in walk(nodes))


def test_words_that_are_a_link_are_set_as_prose() -> None:
    (link,) = [n for n in paragraph(fa="در [سال 1398](https://a.org)") if isinstance(n, Link)]
    assert (link.href, plain_text(link.children)) == ("https://a.org", "سال ۱۳۹۸")


def test_a_link_inside_the_text_leads_to_its_own_edition() -> None:
    edition = only(en="See [there](#part).\n\n### Part {#part}\n")
    assert paragraphs(edition)[0][1] == Xref("sec", "en-part", (Text("there"),))


# Emphasis, code, language spans


def test_emphasis_holds_set_prose_and_the_context_runs_through_it() -> None:
    nodes = paragraph(fa="میزان **CRP** 12 بود")
    assert Styled("bold", (Span("en", None, (Text("CRP"),)),)) in nodes
    assert seen(nodes) == "دوب ۱۲ CRP نازیم"


def test_code_is_never_touched() -> None:
    assert paragraph(fa="کد `a 12 ب`")[1] == Span(
        None, "ltr", (Styled("monospace", (Text("a 12 ب"),)),)
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("[at 12 of 30, see x@y.org]{lang=en dir=ltr}", "at 12 of 30, see x@y.org"),
        ("[in *Homo 12* and **5**]{lang=en dir=ltr}", "in Homo 12 and 5"),
        ("[a [b 7](https://c.org) 8]{lang=en}", "a b 7 8"),
    ],
)
def test_what_is_marked_as_another_language_keeps_its_digits_at_every_depth(
    typed: str, text: str
) -> None:
    (span,) = [node for node in paragraph(fa=f"متن {typed} ۹") if isinstance(node, Span)]
    assert span.language == "en"
    assert plain_text(span.children) == text
    assert not [n for n in walk(span.children) if isinstance(n, Span)]


def test_a_division_in_another_language_keeps_its_digits() -> None:
    edition = only(fa="متن ۱.\n\n::: {lang=en dir=ltr}\n\nAt *12* of 30.\n\n:::\n\nمتن 2.")
    first, division, last = edition.body[0].blocks
    assert isinstance(division, Division)
    (inner,) = division.children
    assert isinstance(inner, Paragraph)
    assert plain_text(inner.children) == "At 12 of 30."
    assert isinstance(last, Paragraph)
    assert plain_text(last.children) == "متن ۲."
    assert isinstance(first, Paragraph)


# Facts


def test_a_fact_prints_in_the_languages_digits() -> None:
    assert plain_text(paragraph(fa="زنی {{ patient.age }} ساله", case=FACTS)) == "زنی ۴۴ ساله"


@pytest.mark.parametrize(
    ("path", "visible"),
    [("patient.age", "۴۴"), ("history.ssc.duration", "لاس ۲۰"), ("labs.hb.value", "۱۰/۱")],
)
def test_a_fact_after_a_latin_word_is_seen_on_its_left(path: str, visible: str) -> None:
    nodes = paragraph(fa=f"میزان SSc {{{{ {path} }}}} بود", case=FACTS, journal="jmums")
    assert seen(nodes) == f"دوب {visible} SSc نازیم"


def test_a_quantity_in_words_after_a_latin_word_reads_from_the_right() -> None:
    nodes = paragraph(fa="میزان Hb {{ labs.hb }} بود", case=FACTS, journal="jmums")
    assert seen(nodes).startswith("دوب رتیل\u200cیسد رد مرگ ۱۰/۱ Hb")


def test_words_that_an_author_stored_are_set_as_prose() -> None:
    nodes = paragraph(fa="{{ findings.note.note }}", case=FACTS)
    assert ("en", None, "CRP") in marked(nodes)
    assert seen(nodes) == "۱۲ CRP نتم"


def test_an_unknown_fact_prints_a_mark_and_is_told_with_the_nearest() -> None:
    made = assembled(en="X {{ patient.aeg }}.", case=FACTS)
    assert Styled("bold", (Text("?"),)) in paragraphs(made.article.editions[0])[0]
    (found,) = (found for found in made.diagnostics if found.code == "SRC007")
    assert (found.code, found.span.file, found.span.line, found.span.column) == (
        "SRC007", "en.md", 3, 3,
    )  # fmt: skip


def test_a_text_that_serves_both_languages_is_told_once() -> None:
    case = 'figures: {x: {file: f/x.png, caption: "A {{ patient.aeg }}."}}\n'
    made = assembled(fa="متن.", en="Text.", case=case + FACTS)
    files = [found.span.file for found in made.diagnostics if found.code == "SRC007"]
    assert files == ["case.yaml"]


def test_a_mention_does_not_part_its_number_from_its_word() -> None:
    case = "figures: {x: {file: f/x.png}}\n"
    (xref,) = [n for n in paragraph(fa="در @fig-x دیده شد", case=case) if isinstance(n, Xref)]
    assert (xref.rid, plain_text(xref.children)) == ("fa-fig-x", "تصویر شماره\u00a0۱")


def test_a_mention_of_nothing_is_words_and_is_told() -> None:
    made = article(en="X @fig-none.")
    assert not [n for n in paragraphs(made.editions[0])[0] if isinstance(n, Xref)]
    assert [(m.target, m.resolved, m.span.line) for m in made.mentions] == [("none", False, 3)]


# Whatever an author types

PIECES = [
    "سلام", "می\u200cشود", " ", " ", "12", "۱۲", "-", "\u2013", "،", ",", ".", "/", ":", "(", ")",
    "[", "]", "%", "٪", "+", "<", "=", "CRP", "CD4+", "p", "mg/dL", "×10⁹/L", "a@b.com",
    "https://a.org/1", "10.1234/x1", "1735-9260", "α", "«", "»", "\u200f", "5-FU", "type 2",
]  # fmt: skip
typed_texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(
    st.characters(codec="utf-8", exclude_characters=DIRECTIONAL + WJ), max_size=30
)


def prose_of(language: str) -> Prose:
    manifest = load_journal("jmums").manifest
    locale = edition_locale(language, manifest)
    narrative = Narrative(language, f"{language}.md", ())
    case = CaseReport(
        "x", CaseFile.model_validate({"title": "t"}), {}, (), {}, SourceMap({}), TODAY
    )
    return Prose(
        Setting(
            case=case,
            manifest=manifest,
            locale=locale,
            foreign=foreign_locale(locale, ("fa", "en")),
            numbering=Numbering((), {}, {}, {}, keyed=True),
            record=Record(),
            narrative=narrative,
            publication=Publication(),
        )
    )


SETTERS: dict[str, Any] = {language: prose_of(language) for language in ("fa", "en")}


@settings(max_examples=300)
@given(typed_texts, st.sampled_from(["fa", "en"]))
def test_setting_adds_isolates_and_marks_and_changes_nothing_but_the_digit_set(
    text: str, language: str
) -> None:
    nodes = SETTERS[language].block((TextRun(text, Place.start_of("x.md")),))
    shown = strip_isolates(plain_text(nodes)).replace(WJ, "")
    assert to_latin_digits(shown) == to_latin_digits(text)
    assert is_balanced(logical(nodes))
    assert all(node != Text("") for node in walk(nodes))
    texts = [isinstance(node, Text) for node in nodes]
    assert not any(left and right for left, right in itertools.pairwise(texts))


@settings(max_examples=100)
@given(st.lists(typed_texts, min_size=2, max_size=4))
def test_a_text_cut_by_emphasis_has_the_same_letters(texts: list[str]) -> None:
    place = Place.start_of("x.md")
    runs = [TextRun(text, place) for text in texts]
    nodes = tuple(
        TypedStyled("strong", (run,), place) if index % 2 else run for index, run in enumerate(runs)
    )
    shown = strip_isolates(plain_text(SETTERS["fa"].block(nodes))).replace(WJ, "")
    assert to_latin_digits(shown) == to_latin_digits("".join(texts))
