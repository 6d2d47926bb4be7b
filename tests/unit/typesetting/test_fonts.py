"""The bundled families: what is declared, what a limited face lends, and the rules for browsers."""

from __future__ import annotations

import pytest

from casereport import resources
from casereport.errors import CaseReportError
from casereport.inspection import read_pdf
from casereport.typesetting import fonts, typeset, typeset_report
from casereport.typesetting.fonts import FontFace, font_face_rules, font_faces

LIMITED = '"Vazirmatn Arabic", "Liberation Serif"'


def fonts_of(text: str, family: str, style: str = "") -> set[str]:
    html = f"<html lang=fa><title>t</title><p style='font-family: {family}; {style}'>{text}"
    return {font.name for font in read_pdf(typeset(html)).fonts}


@pytest.mark.parametrize("text", ["123", "abc", "αβγ", "µ"])
def test_limited_face_leaves_latin_and_greek_to_the_serif(text: str) -> None:
    assert fonts_of(text, LIMITED) == {"Liberation-Serif"}


@pytest.mark.parametrize("text", ["متن", "۱۲۳", "،؛؟", "«»", "( ) . : / - %", "٫٬٪", "≤ ≥ ± × −"])
def test_limited_face_lends_persian_letters_digits_and_punctuation(text: str) -> None:
    assert fonts_of(text, LIMITED) == {"Vazirmatn-Arabic"}


def test_limited_face_of_scheherazade_does_the_same() -> None:
    assert fonts_of("متن ۱۲ 34 a", '"Scheherazade New Arabic", "Liberation Serif"') == {
        "Scheherazade-New-Arabic",
        "Liberation-Serif",
    }


def test_limited_face_does_not_claim_what_its_file_lacks() -> None:
    # U+067A lies in the range; Vazirmatn has no such letter, Scheherazade New has.
    family = '"Vazirmatn Arabic", "Scheherazade New"'

    assert fonts_of("\u067a", family) == {"Scheherazade-New"}


def test_isolates_marks_and_joiners_print_nothing_and_are_not_missing() -> None:
    text = "می\u200cشود \u2068CREST\u2069 \u200e12\u200f \u2066a\u2069 \u00ad"
    html = f"<html lang=fa><title>t</title><p style='font-family: {LIMITED}'>{text}"

    assert typeset_report(html).missing_characters == ""


def test_whole_face_and_limited_face_can_stand_on_one_page() -> None:
    html = (
        "<html lang=fa><title>t</title><p style='font-family: Vazirmatn'>متن 123"
        f"<p style='font-family: {LIMITED}'>متن 123"
    )

    assert {font.name for font in read_pdf(typeset(html)).fonts} == {
        "Vazirmatn",
        "Vazirmatn-Arabic",
        "Liberation-Serif",
    }


def test_persian_italic_gets_no_fake_slant() -> None:
    upright = typeset("<html lang=fa><title>t</title><p style='font-family: Vazirmatn'>متن")
    slanted = typeset("<html lang=fa><title>t</title><p style='font-family: Vazirmatn'><i>متن</i>")

    # A slant that the font does not have would stand in the text matrix, as a fifth of the size.
    assert {font.name for font in read_pdf(slanted).fonts} == {
        font.name for font in read_pdf(upright).fonts
    }


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ("font-weight: 700", "Liberation-Serif-Bold"),
        ("font-style: italic", "Liberation-Serif-Italic"),
        ("font: italic bold 12pt Liberation Serif", "Liberation-Serif-Bold-Italic"),
    ],
)
def test_weights_and_styles_have_faces_of_their_own(style: str, name: str) -> None:
    assert fonts_of("abc", "Liberation Serif", style) == {name}


@pytest.mark.parametrize(
    ("generic", "name"), [("serif", "Liberation-Serif"), ("sans-serif", "Vazirmatn")]
)
def test_generic_families_lead_to_bundled_ones(generic: str, name: str) -> None:
    assert fonts_of("abc", generic) == {name}


def test_every_declared_file_is_there_with_its_licence() -> None:
    for face in font_faces():
        folder = face.file.partition("/")[0]
        assert resources.exists("fonts", face.file), face.file
        assert "SIL OPEN FONT LICENSE" in resources.read_text("fonts", f"{folder}/OFL.txt").upper()


def test_every_bundled_file_is_declared() -> None:
    assert set(resources.files("fonts", ".ttf")) == {face.file for face in font_faces()}


def test_vazirmatn_is_the_whole_font_in_two_weights() -> None:
    faces = [face for face in font_faces() if face.family == "Vazirmatn"]

    assert [(face.weight, face.unicode_range) for face in faces] == [(400, ()), (700, ())]


def test_limited_faces_have_family_names_of_their_own() -> None:
    limited = {face.family for face in font_faces() if face.unicode_range}
    whole = {face.family for face in font_faces() if not face.unicode_range}

    assert limited
    assert not limited & whole


def test_ranges_hold_no_latin_letter_and_no_latin_digit() -> None:
    covered = {
        code_point
        for face in font_faces()
        for first, last in face.unicode_range
        for code_point in range(first, last + 1)
    }

    assert not covered & {ord(character) for character in "0123456789"}
    assert not [c for c in map(chr, covered) if c.isascii() and c.isalnum()]
    assert {ord(c) for c in "۰۹پچژگکی،؛؟«»\u200c"} <= covered


def test_rules_name_each_face_where_its_file_stands() -> None:
    rules = font_face_rules(lambda face: f"fonts/{face.file}", ["Vazirmatn Arabic"])

    assert rules.count("@font-face") == 2
    assert 'src: url("fonts/vazirmatn/Vazirmatn-Bold.ttf") format("truetype");' in rules
    assert "unicode-range: U+20-2F," in rules
    assert "Liberation" not in rules


def test_rules_of_all_families_are_understood_by_the_engine() -> None:
    rules = font_face_rules(lambda face: f"asset:{face.file}")
    assets = {face.file: face.content() for face in font_faces()}

    result = typeset_report(f"<html lang=fa><title>t</title><style>{rules}</style>x", assets=assets)

    assert result.refusals == ()
    assert result.messages == ()


def test_face_without_a_range_has_no_range_rule() -> None:
    assert "unicode-range" not in FontFace("F", "f.ttf", 400).rule("f.ttf")


@pytest.mark.parametrize(
    "declared",
    [
        "families: {F: [{file: f.ttf, weight: 400}]}",
        "ranges: {}\nfamilies: {F: [{file: f.ttf, weight: 450}]}",
        "ranges: {a: U+ZZ}\nfamilies: {}",
        "ranges: {a: U+20-10}\nfamilies: {}",
        "ranges: {}\nfamilies: {F: [{file: f.ttf, weight: 400, range: b}]}",
        "ranges: {}\nfamilies: {F: [{file: f.ttf, weight: 400, wieght: 4}]}",
        "- a",
        "a: [",
    ],
)
def test_wrong_declaration_is_a_fault_of_the_installation(
    declared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "read_text", lambda *_: declared)
    fonts.font_faces.cache_clear()
    try:
        with pytest.raises(CaseReportError, match=r"families\.yaml"):
            fonts.font_faces()
    finally:
        fonts.font_faces.cache_clear()
