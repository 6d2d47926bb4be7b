"""Latin phrases in Persian sentences: which digits they have, and how the line is read."""

from __future__ import annotations

import re
import unicodedata

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from casereport.text.characters import DIRECTIONAL, LRI, PDI, WJ
from casereport.text.isolates import strip_isolates
from casereport.text.numbers import NumberStyle
from casereport.text.phrases import is_latin_only, latin_phrases
from casereport.text.prose import set_prose

PERSIAN = NumberStyle(
    numbering_system="arabext", direction="rtl", decimal="\u066b", percent="\u066a"
)
_UNSEEN = re.compile(f"[{DIRECTIONAL}{WJ}]")


def seen(text: str) -> str:
    """The line from left to right, as another implementation of UAX #9 has it."""
    return _UNSEEN.sub("", str(get_display(set_prose(text, PERSIAN), base_dir="R")))


def read_from_right(pieces: str) -> str:
    """The line whose pieces, between bars, stand one after the other from the right.

    A piece with Latin letters or digits runs from the left, every other from the right.
    """
    line = ""
    for piece in pieces.split("|"):
        runs_left = any(unicodedata.bidirectional(character) in {"L", "EN"} for character in piece)
        line = (piece if runs_left else piece[::-1]) + line
    return line


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        # Statistics
        (
            "خطر بیشتر بود (P<0.05; OR=2.3, 95% CI 1.1–4.8).",
            "خطر بیشتر بود (|P<0.05; OR=2.3, 95% CI 1.1–4.8|).",
        ),
        ("نسبت OR 2.3 (95% CI, 1.1-4.8) بود.", "نسبت |OR 2.3 (95% CI, 1.1-4.8)| بود."),
        ("فاصلهٔ (95% CI: 1.1-4.8) بود", "فاصلهٔ (|95% CI: 1.1-4.8|) بود"),
        ("با p = 0.03 و n = 12.", "با |p = 0.03| و |n = 12|."),
        ("میانگین BMI 25.3 ± 4.1 بود", "میانگین |BMI| |۲۵.۳ ± ۴.۱| بود"),
        ("نسبت OR ۲.۳ (95% CI, 1.1-4.8)", "نسبت |OR| |۲.۳| (|95% CI, 1.1-4.8|)"),
        # Doses
        ("درمان با 2 g q12h آغاز شد", "درمان با |2 g q12h| آغاز شد"),
        ("سپس 500 mg BID، و", "سپس |500 mg BID|، و"),
        ("داروی 5 mg/kg IV داده شد", "داروی |5 mg/kg IV| داده شد"),
        ("با دوز 500 mg روزانه", "با دوز |۵۰۰ mg| روزانه"),
        ("با دوز ۵۰۰ mg روزانه", "با دوز |۵۰۰ mg| روزانه"),
        ("با دوز 5-10 mg روزانه", "با دوز |۵-۱۰ mg| روزانه"),
        (
            "داروی TNF-α inhibitor 40 mg (0.8 mL) SC q2w بود",
            "داروی |TNF-α inhibitor 40 mg (0.8 mL) SC q2w| بود",
        ),
        ("داروی prednisolone 5 میلی\u200cگرم", "داروی |prednisolone| |۵| میلی\u200cگرم"),
        ("داروی Rifadin®، و", "داروی |Rifadin®|، و"),
        # Laboratory
        ("سطح Hb 8.4 g/dL بود", "سطح |Hb 8.4 g/dL| بود"),
        ("و TSH = 4.5 mIU/L بود", "و |TSH = 4.5 mIU/L| بود"),
        ("سطح vitamin D 25 ng/mL بود", "سطح |vitamin D 25 ng/mL| بود"),
        ("سطح CRP برابر 12 mg/L بود", "سطح |CRP| برابر |۱۲ mg/L| بود"),
        ("سطح CRP 12 mg/L بود", "سطح |CRP 12 mg/L| بود"),
        ("CRP ۱۲ بود", "CRP| |۱۲| بود"),
        ("CRP 12 بود", "CRP| |۱۲| بود"),
        ("بالا (CRP 12) بود", "بالا (|CRP 12|) بود"),
        ("بالا بود: CRP 12.", "بالا بود: |CRP 12|."),
        ("CRP ۱۲، ESR ۲۸ و", "CRP| |۱۲|، |ESR| |۲۸| و"),
        ("CRP 12 mg/L، ESR 28 mm/h و", "CRP 12 mg/L|، |ESR 28 mm/h| و"),
        ("گاز: pH 7.35 و PaCO2 45 mmHg", "گاز: |pH 7.35| و |PaCO2 45 mmHg"),
        ("CRP 12 یا 13 و", "CRP| |۱۲| یا |۱۳| و"),
        ("Hb: 9 گرم و", "Hb|: |۹| گرم و"),
        ("یون Na+ 140 mEq/L بود", "یون |Na+ 140 mEq/L| بود"),
        ("شمار 4.5 × 10⁹/L و ×10⁹/L", "شمار |4.5 × 10⁹/L| و |×10⁹/L"),
        ("گاز: pH 7.35، O2 sat 88%، و", "گاز: |pH 7.35|، |O2 sat 88%|، و"),
        ("فشار BP 120/80 mmHg بود", "فشار |BP 120/80 mmHg| بود"),
        ("نشانگر HER2 (+) و HBsAg- و", "نشانگر |HER2 (+)| و |HBsAg-| و"),
        # Scores, names, places
        ("نمرهٔ Apgar ۸ و ۹", "نمرهٔ |Apgar| |۸| و |۹"),
        ("نمرهٔ Apgar 8 و 9", "نمرهٔ |Apgar| |۸| و |۹"),
        ("نمرهٔ Apgar 8، 9 و 10", "نمرهٔ |Apgar| |۸|، |۹| و |۱۰"),
        ("مرحلهٔ ASA II و T1N0M0، HLA-B27.", "مرحلهٔ |ASA II| و |T1N0M0|، |HLA-B27|."),
        ("نمرهٔ Child-Pugh score 7 (class B) بود", "نمرهٔ |Child-Pugh score 7 (class B)| بود"),
        ("در (Day 3) و در Day 3 تب", "در (|Day 3|) و در |Day| |۳| تب"),
        ("در روز 3 CRP بود", "در روز |۳| |CRP| بود"),
        ("در سال\u200cهای 2019 COVID-19 و", "در سال\u200cهای |۲۰۱۹| |COVID-19| و"),
        ("با 12 lead ECG و", "با |12 lead ECG| و"),
        ("معیار 2013 ACR/EULAR بود", "معیار |2013 ACR/EULAR| بود"),
        ("Ca 9.8, P 3.2 و Mg 2.1 بود", "Ca 9.8, P 3.2| و |Mg 2.1| بود"),
        ("Ca 9.8 mg/dL، Mg 2.1 گرم", "Ca 9.8 mg/dL|، |Mg| |۲.۱| گرم"),
        ("نوع type 2 diabetes 5 سال", "نوع |type 2 diabetes| |۵| سال"),
        ("در ECG lead V1-V4، و", "در |ECG lead V1-V4|، و"),
        ("توده 2 × 3 cm و 3 cm × 2 cm", "توده |۲ × ۳ cm| و |۳ cm × ۲ cm"),
        ("توده 2 × 3 سانتی\u200cمتر", "توده |۲ × ۳| سانتی\u200cمتر"),
        ("الگوی ground glass، honey comb و", "الگوی |ground glass|، |honey comb| و"),
        ("CRP (C-reactive protein) منفی", "CRP (C-reactive protein)| منفی"),
        ("CRP (پروتئین C-reactive) و", "CRP| (پروتئین |C-reactive|) و"),
        ("ماده (1→3)-β-D-glucan بود", "ماده |(1→3)-β-D-glucan| بود"),
        ("تنگی >50% stenosis بود", "تنگی |>50% stenosis| بود"),
        # Sentences and quotation marks
        ("تشخیص SLE. CRP بالا", "تشخیص |SLE|. |CRP| بالا"),
        ("با E. coli و S. aureus vs. 12 mg بود", "با |E. coli| و |S. aureus vs. 12 mg| بود"),
        ("«ground glass» و «CRP 12 mg/L»", "«|ground glass|» و «|CRP 12 mg/L|»"),
        ('نشانهٔ "double wall" sign بود', 'نشانهٔ |"double wall" sign| بود'),
        ("«double wall» sign بود", "«|double wall|» |sign| بود"),
        ("CRP 12 mg/L.", "CRP 12 mg/L|."),
    ],
)  # fmt: skip
def test_a_phrase_is_read_as_one(typed: str, pieces: str) -> None:
    assert seen(typed) == read_from_right(pieces)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("با (OR 2.3 و ESR 5) بود", ["OR 2.3", "ESR 5"]),
        ("با OR (2.3 و", ["OR"]),
        ("با ((((CRP 12)))) بود", ["CRP 12"]),
        ("با CRP 12] mg (ESR 3 mm", ["CRP 12", "ESR 3 mm"]),
        ("با CRP 12 (3) و", ["CRP 12"]),
        ("با CRP 12 mg https://a.org/x ESR 5 mm", ["CRP 12 mg", "ESR 5 mm"]),
        ("با 12 mg و 2 × 3 cm و 10-5 mg و 88%", []),
        ("با CRP و ESR", []),
        ("(R)-warfarin 5 mg", ["(R)-warfarin 5 mg"]),
        ("(CRP) 12 mg", []),
        ('"CRP 12', ["CRP 12"]),
        ("CRP ۱۲ mg/L", []),
        ("CRP 2020-01-21", []),
        ("CRP >100, ESR", ["CRP >100, ESR"]),
    ],
)
def test_where_phrases_stand(text: str, phrases: list[str]) -> None:
    found = [text[start:end] for start, end in latin_phrases(text)]
    assert [phrase for phrase in found if " " in phrase] == [p for p in phrases if " " in p]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 g q12h.", True),
        ("OR 2.3 (95% CI, 1.1-4.8)", True),
        ("CRP", False),
        ("12 mg/L", False),
        ("12", False),
        ("CRP ۱۲", False),
        ("CRP بالا", False),
        ("CRP (3)", False),
        ("see https://a.org/x", False),
        ("", False),
    ],
)
def test_a_text_that_is_only_latin_is_told(text: str, expected: bool) -> None:
    assert is_latin_only(text) is expected


_PHRASES = [
    "OR 2.3 (95% CI, 1.1-4.8)", "500 mg BID", "Hb 8.4 g/dL", "pH 7.35", "CRP (C-reactive protein)",
    "P<0.05; OR=2.3", "Rifadin®", "×10⁹/L", "type 2 diabetes", '"double wall" sign',
]  # fmt: skip
_AROUND = st.lists(
    st.sampled_from(
        ["سلام", "،", "CRP", "۱۲", "(", ")", "«", "»", ".", "؛", "CD4+", "12 mg/L", "۵٪"]
    ),
    max_size=4,
).map(" ".join)


@settings(max_examples=300)
@given(_AROUND, st.sampled_from(_PHRASES), _AROUND)
def test_a_phrase_is_whole_between_persian_words(before: str, phrase: str, after: str) -> None:
    """Whatever stands farther off; its digits stay, and its parts stay in their order."""
    text = f"{before} سلام {phrase} (سلام) {after}"
    result = set_prose(text, PERSIAN)
    assert f"{LRI}{phrase}{PDI}" in result.replace(WJ, "")
    assert phrase in seen(text)


def test_no_line_ends_inside_a_measure() -> None:
    result = strip_isolates(set_prose("سطح vitamin D 25 ng/mL و 5 mg بود و p < 0.05", PERSIAN))
    assert f"25 {WJ}ng{WJ}/{WJ}mL" in result
    assert f"۵ {WJ}mg" in result
    assert f"p {WJ}< {WJ}0.05" in result
    assert "vitamin D 25" in result
    assert f"C3 = {WJ}0.9 {WJ}g" in set_prose("مقدار C3 = 0.9 g/L بود", PERSIAN)
    assert f"120/80 {WJ}mmHg" in set_prose("فشار BP 120/80 mmHg بود", PERSIAN)
