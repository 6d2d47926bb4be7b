"""Typed prose as set: digits of the language and isolates, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from casereport.text.characters import WJ
from casereport.text.digits import to_latin_digits
from casereport.text.isolates import is_balanced, ltr, rtl, strip_isolates
from casereport.text.numbers import NumberStyle
from casereport.text.prose import set_prose

ORTHOGRAPHY = json.loads(
    (Path(__file__).parents[2] / "data" / "orthography.json").read_text("utf-8")
)
PERSIAN = NumberStyle(
    numbering_system="arabext", direction="rtl", decimal="\u066b", percent="\u066a"
)
LATIN_IN_PERSIAN = NumberStyle(numbering_system="latn", direction="rtl")
ENGLISH = NumberStyle()

FRAGMENTS = [
    "سلام", "می\u200cشود", " ", "  ", "12", "۱۲", "\u0661\u0662", "-", "\u2013", "،", ",", ".", "/",
    ":", "(", ")", "[", "]", "%", "٪", "+", "\u2212", "±", "<", "≥", "=", "CRP", "CD4+", "p", "mg",
    "mg/dL", "°C", "x10^9", "×10⁹/L", "@", "a@b.com", "http://", "www.", "10.1234/", "ISSN ",
    "1735-9260", "09123456789", "\u2066", "\u2067", "\u2069", "\u200f", "α", "²", "n=", "IR.A.B",
    "«", "»", "\n", "1398/11/1", "0", "type 2", "\u0301", "d", "5", "_", "'", "OR 2.3", "12 mg/L",
    "×", ";", '"', "®", "\u202e", "\u202c", ". ", "p<0.05", "95% CI", "\u2068",
]  # fmt: skip
typed_texts = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join) | st.text(max_size=30)
styles = st.sampled_from([PERSIAN, LATIN_IN_PERSIAN, ENGLISH])

_ADDED = re.compile("[\u2060\u202c\u2066-\u2069]")
"""Isolates, word joiners, and what closes an author's own controls."""
_UNSEEN = re.compile("[\u2060\u200e\u200f\u2066-\u2069]")


def shown(text: str, base: str = "R") -> str:
    """What a paragraph shows from left to right; python-bidi does not mirror brackets."""
    return _UNSEEN.sub("", str(get_display(text, base_dir=base)))


@settings(max_examples=400)
@given(typed_texts, styles)
def test_nothing_but_isolates_and_the_digit_set_changes(text: str, style: NumberStyle) -> None:
    result = set_prose(text, style)
    assert to_latin_digits(_ADDED.sub("", result)) == to_latin_digits(_ADDED.sub("", text))
    assert is_balanced(result)


@settings(max_examples=400)
@given(typed_texts, styles)
def test_setting_twice_is_setting_once(text: str, style: NumberStyle) -> None:
    once = set_prose(text, style)
    assert set_prose(once, style) == once


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("سن 44 سال", "سن ۴۴ سال"),
        ("سن ۴۴ سال", "سن ۴۴ سال"),
        ("هموگلوبین 10/1 بود", "هموگلوبین ۱۰/۱ بود"),
        ("مقدار 1,234.5 بود", "مقدار ۱,۲۳۴.۵ بود"),
        ("در 1398/11/1 بود", "در ۱۳۹۸/۱۱/۱ بود"),
        ("در 1398-11-01 بود", f"در {ltr('۱۳۹۸-۱۱-۰۱')} بود"),
        ("دمای \u22125 بود", f"دمای {ltr(chr(0x2212) + '۵')} بود"),
        ("در 55% بیماران", f"در {rtl(ltr('۵۵') + '%')} بیماران"),
        ("در ۵۵ ٪ بیماران", f"در {rtl(ltr('۵۵') + ' ٪')} بیماران"),
        ("در ٪۵۵ بیماران", "در ٪۵۵ بیماران"),
        ("سطح <20 بود", f"سطح {ltr('<۲۰')} بود"),
        ("برابر 12.5 ± 3.1 بود", f"برابر {ltr(f'۱۲.۵ {WJ}± {WJ}۳.۱')} بود"),
        ("برابر 28 mm/h بود", f"برابر {ltr(f'۲۸ {WJ}mm{WJ}/{WJ}h')} بود"),
        ("برابر ۲۸ mm/h بود", f"برابر {ltr(f'۲۸ {WJ}mm{WJ}/{WJ}h')} بود"),
        ("برابر 50mg بود", f"برابر {ltr('50mg')} بود"),
        ("برابر 37°C بود", f"برابر {ltr('۳۷°C')} بود"),
        ("برابر <5 mg/L بود", f"برابر {ltr(f'<۵ {WJ}mg{WJ}/{WJ}L')} بود"),
        ("با p<0.05 معنادار", f"با {ltr('p<0.05')} معنادار"),
        ("سلول CD4+ بود", f"سلول {ltr('CD4+')} بود"),
        ("داروی 5-FU بود", f"داروی {ltr('5-FU')} بود"),
        ("مقدار Na+ 140 mEq/L بود", f"مقدار {ltr(f'Na+ 140 {WJ}mEq{WJ}/{WJ}L')} بود"),
        ("سندرم CREST (۳)", f"سندرم CREST {ltr('(۳)')}"),
        ("مقدار CRP 12 بود", f"مقدار CRP {rtl('۱۲')} بود"),
        ("به mmobini50@yahoo.com.", f"به {ltr('mmobini50@yahoo.com')}."),
        ("در https://a.org/1 بود", f"در {ltr('https://a.org/1')} بود"),
        ("کد IR.MAZUMS.REC.1398.123 بود", f"کد {ltr('IR.MAZUMS.REC.1398.123')} بود"),
        ("تلفن 0912-345-6789 بود", f"تلفن {ltr('0912-345-6789')} بود"),
        ("شناسه 0000-0002-1825-0097 بود", f"شناسه {ltr('0000-0002-1825-0097')} بود"),
        ("نسبت 1:160 بود", "نسبت ۱:۱۶۰ بود"),
        ("روزانه 1-0-1 قرص", "روزانه ۱-۰-۱ قرص"),
        (f"در {ltr('12')} بود", f"در {ltr('12')} بود"),
    ],
)
def test_persian_prose(typed: str, expected: str) -> None:
    assert set_prose(typed, PERSIAN) == expected


@pytest.mark.parametrize(
    "text",
    [
        "یافته\u200cها طبیعی بود و بیمار می\u200cشود.",
        "تغییرات فیبروتیک، honey comb و ground glass",
        "HbA1c و TNF-\u03b1 و IL-6 و H1N1 و B12",
        "درگیری ۱۸-۴۹ درصد",
        "زنان ۵۰-۳۰ سال",
        "قرار می\u200cگیرد (۸-۱۷،۶-۱۱).",
        "قرار دارد (۱۰-۸) و (۴،۳)",
        "سندرم CREST و (۳)",
    ],
)
def test_persian_prose_that_needs_nothing_is_unchanged(text: str) -> None:
    assert set_prose(text, PERSIAN) == text


@pytest.mark.parametrize("text", ORTHOGRAPHY["unchanged"])
def test_letters_that_must_not_change_do_not(text: str) -> None:
    result = set_prose(text, PERSIAN)
    assert to_latin_digits(strip_isolates(result)) == to_latin_digits(text)
    latin = re.findall("[A-Za-z@.:/\u03b1]+[0-9.]*", text)
    assert [run for run in latin if run not in result] == []


def test_latin_digits_of_a_range_or_group_take_the_language_in_the_same_order() -> None:
    typed = "\u0628 18-49 \u0648 (8-17\u060c6-11)"
    result = set_prose(typed, PERSIAN)
    assert (
        result
        == "\u0628 \u06f1\u06f8-\u06f4\u06f9 \u0648 (\u06f8-\u06f1\u06f7\u060c\u06f6-\u06f1\u06f1)"
    )
    assert to_latin_digits(shown(result)) == shown(typed)


def test_arabic_indic_digits_of_a_range_stay_for_their_class_decides_the_order() -> None:
    typed = "\u0661\u0668-\u0664\u0669"
    assert set_prose(typed, PERSIAN) == typed
    assert set_prose("\u0628 \u0661\u0664", PERSIAN) == "\u0628 \u06f1\u06f4"


def test_group_of_the_source_shows_as_in_its_authors_editor() -> None:
    text = (
        "\u0645\u06cc\u200c\u06af\u06cc\u0631\u062f (\u06f8-\u06f1\u06f7\u060c\u06f6-\u06f1\u06f1)."
    )
    assert "\u06f1\u06f1-\u06f1\u06f7\u060c\u06f6-\u06f8" in shown(set_prose(text, PERSIAN))


orders = st.lists(
    st.sampled_from(
        [
            "\u0633\u0644\u0627\u0645",
            "CRP",
            "Na+",
            "a@b.org",
            "(",
            ")",
            "TNF-\u03b1",
            "\u060c",
            "IR.A.B",
            "\u03b2+",
        ]
    ),
    max_size=4,
).map(" ".join)
groups = st.sampled_from(
    [
        "(\u06f8-\u06f1\u06f7\u060c\u06f6-\u06f1\u06f1)",
        "(\u06f1\u06f0-\u06f8)",
        "\u06f1\u06f8-\u06f4\u06f9",
        "[\u06f1-\u06f3,\u06f5]",
        "\u06f1-\u06f0-\u06f2",
    ]
)


@settings(max_examples=400)
@given(orders, groups, orders)
def test_typed_range_or_group_keeps_the_order_its_author_saw(
    before: str, group: str, after: str
) -> None:
    text = f"{before} {group} {after}"
    keep = re.compile("[^\u06f0-\u06f9]")
    typed, result = (
        keep.sub(" ", shown(each)).split() for each in (text, set_prose(text, PERSIAN))
    )
    assert result == typed


@pytest.mark.parametrize(
    "token", ["CD4+", "5-FU", "28 mm/h", "Na+ 140 mEq/L", "p<0.05", "a@b.org", "+98 11 3335 4321"]
)
@pytest.mark.parametrize(
    "context",
    [
        "\u0628 %s \u0633",
        "%s \u0633",
        "CRP\u060c %s \u0633",
        "\u0628 %s.",
        "\u06f7 \u0628 %s",
        "(%s) \u0633",
    ],
)
def test_left_to_right_token_shows_whole_in_every_context(token: str, context: str) -> None:
    assert token in to_latin_digits(shown(set_prose(context % token, PERSIAN)))


def test_percent_sign_shows_at_the_left_of_the_number_in_every_context() -> None:
    for context in ("\u0628 %s \u0633", "%s \u0633", "CRP %s \u0633", "\u0628 %s.", "(%s) \u0633"):
        assert "\u066a\u06f5\u06f5" in shown(set_prose(context % "\u06f5\u06f5\u066a", PERSIAN))


def test_number_after_a_latin_word_is_read_after_it() -> None:
    result = shown(set_prose("\u0628 CRP 12 \u0633", PERSIAN))
    assert result.index("\u06f1\u06f2") < result.index("CRP")


def test_number_after_an_earlier_latin_inline_is_read_after_it() -> None:
    assert set_prose(" 12", PERSIAN, before="CRP") == f" {rtl(chr(0x06F1) + chr(0x06F2))}"
    assert set_prose(" 12", PERSIAN, before="\u0628") == " \u06f1\u06f2"


def test_group_after_an_isolated_latin_token_keeps_its_order() -> None:
    text = "\u0628 CD+ (\u06f6-\u06f8\u060c\u06f1\u06f1-\u06f1\u06f7)"
    result = set_prose(text, PERSIAN)
    assert result.endswith(ltr("(\u06f6-\u06f8\u060c\u06f1\u06f1-\u06f1\u06f7)"))


def test_persian_set_in_latin_digits_keeps_isolates() -> None:
    typed = "\u0633\u0646 \u06f4\u06f4 \u0648 CRP \u06f1\u06f2"
    assert set_prose(typed, LATIN_IN_PERSIAN) == f"\u0633\u0646 44 \u0648 {ltr('CRP 12')}"
    after = f"{typed} \u0628\u0648\u062f"
    assert f"CRP {rtl('12')}" in set_prose(after, LATIN_IN_PERSIAN)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ESR was 28 mm/h (3).", "ESR was 28 mm/h (3)."),
        ("\u06f1\u06f2 patients", "\u06f1\u06f2 patients"),
        ("the word \u0633\u0644\u0627\u0645 means", "the word \u0633\u0644\u0627\u0645 means"),
        (
            "the word \u0633\u0644\u0627\u0645 12 times",
            f"the word {rtl(chr(0x633) + chr(0x644) + chr(0x627) + chr(0x645))} 12 times",
        ),
        (
            "(\u0628\u06cc\u0645\u0627\u0631)",
            f"({rtl(chr(0x628) + chr(0x6CC) + chr(0x645) + chr(0x627) + chr(0x631))})",
        ),
        ("\u00ab\u0628\u00bb, 5", f"\u00ab{rtl(chr(0x628))}\u00bb, 5"),
        (f"{rtl(chr(0x628))} 5", f"{rtl(chr(0x628))} 5"),
    ],
)
def test_english_prose(typed: str, expected: str) -> None:
    assert set_prose(typed, ENGLISH) == expected


def test_number_after_persian_words_in_english_shows_in_its_place() -> None:
    result = shown(set_prose("a \u0628 12 b", ENGLISH), base="L")
    assert result == "a \u0628 12 b"
