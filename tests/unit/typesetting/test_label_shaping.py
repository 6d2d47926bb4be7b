"""What raqm draws, retold by FriBidi and HarfBuzz themselves, against the project's two engines."""

import ctypes
import ctypes.util
from functools import cache

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st

from casereport import resources
from casereport.typesetting.label_shaping import (
    ShapedLetter,
    base_direction,
    is_invisible,
    lam_alef_spans,
    shaped_label,
)

ZWNJ = "\u200c"

LABELS = (
    "کلسیفیکاسیون پاراورتبرال",
    "مهره\u0654 دهم توراسیک (T10)",
    "کدورت رتیکولار خشن در قواعد ریه\u200cها",
    "استخوان\u200cهای مچ دست",
    "متاکارپ\u200cها و استخوان\u200cچه\u200cها",
    "اوله\u200cکرانون",
    "بورس اوله\u200cکرانون",
    "می\u200cشود",
    "نمی\u200cتواند",
    "بزرگ\u200cتر از ۱۲ میلی\u200cمتر",
    "۱۲",
    "تصویر شماره ۱۲",
    "۱۲٪",
    "کسر تخلیه ۵۵٪",
    "هموگلوبین ۱۰/۱",
    "CRP (C-reactive protein) منفی",
    "در قاعده\u0654 چپ (L)",
    "باریک\u200cشدن مفصل DIP",
    "توده\u200cهای کلسیفیه (DIP)",
    "IL-6 و TNF",
    "[الف]",
    "«ب»",
    "(الف) نمای رخ، (ب) نمای نیم\u200cرخ",
    "{پ} <ژ>",
    "سمت راست: R",
    "L4\u2013L5",
    "مفصل فاست L4\u2013L5",
    "علائم؛ کلسیم ۹٫۹",
    "لا",
    "کلا\u064b بلا",
    "اسلاید ۲ از ۳",
    "آلات فلج لآلی",
    "لأ لإ",
    "الله",
    "گچ پژواک",
    "چگونه؟",
    "در\u0651ه",
    "معمولا\u064b",
    "مسئول مؤلف هیئت",
    "Neural foramen",
    "fi fl ffi: Wrist (PA)",
    "abc (سلام) def",
    "Jalali ۱۳۹۸/۱۱/۱",
    "ـکشیدهـ",
    "3 × 4 mm",
)


@cache
def fribidi() -> ctypes.CDLL:
    name = ctypes.util.find_library("fribidi")
    if name is None:
        pytest.skip("FriBidi is not on this machine")
    return ctypes.CDLL(name)


def levels(text: str, direction: str) -> list[int]:
    """Embedding levels, by FriBidi."""
    count = len(text)
    characters = (ctypes.c_uint32 * count)(*map(ord, text))
    base = ctypes.c_uint32({"ltr": 0x110, "rtl": 0x111}[direction])
    result = (ctypes.c_int8 * count)()
    assert fribidi().fribidi_log2vis(
        characters, count, ctypes.byref(base), None, None, None, result
    )
    return list(result)


@cache
def hb_font() -> uharfbuzz.Font:
    content = resources.read_bytes("fonts", "vazirmatn/Vazirmatn-Regular.ttf")
    return uharfbuzz.Font(uharfbuzz.Face(content))


def runs(text: str, direction: str) -> list[tuple[int, int, int]]:
    """(start, end, level) of each level run, in visual order (rule L2)."""
    found: list[tuple[int, int, int]] = []
    for index, level in enumerate(levels(text, direction)):
        if found and found[-1][2] == level:
            found[-1] = (found[-1][0], index + 1, level)
        else:
            found.append((index, index + 1, level))
    for lowest in range(max((level for *_, level in found), default=0), 0, -1):
        index = 0
        while index < len(found):
            end = index
            while end < len(found) and found[end][2] >= lowest:
                end += 1
            found[index:end] = reversed(found[index:end])
            index = max(end, index + 1)
    return found


def harfbuzz_glyphs(text: str, direction: str, *, alternates: bool = False) -> list[str]:
    """Glyph names from left to right as raqm would get them, ligatures off but lam-alef."""
    kept = {index for start, end in lam_alef_spans(text) for index in range(start, end)}
    off = [[index, index + 1, False] for index in range(len(text)) if index not in kept]
    names: list[str] = []
    for start, end, level in runs(text, direction):
        buffer = uharfbuzz.Buffer()
        buffer.add_codepoints([ord(c) for c in text], start, end - start)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if level % 2 else "ltr"
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        uharfbuzz.shape(hb_font(), buffer, {"liga": off, "calt": alternates})
        names += [hb_font().glyph_to_string(info.codepoint) for info in buffer.glyph_infos]
    return names


def nominal_glyphs(drawn: str) -> list[str]:
    """The glyphs of ready-made visual text, one a character."""
    glyphs = [hb_font().get_nominal_glyph(ord(character)) for character in drawn]
    assert None not in glyphs
    return [hb_font().glyph_to_string(glyph) for glyph in glyphs]


@pytest.mark.parametrize("text", LABELS)
def test_the_fallback_draws_the_very_glyphs_that_harfbuzz_chooses_in_fribidis_order(text):
    ready = shaped_label(text, engine="reshaper")
    logical = shaped_label(text, engine="raqm").drawn
    assert nominal_glyphs(ready.drawn) == harfbuzz_glyphs(logical, ready.direction)


@pytest.mark.parametrize("text", LABELS)
def test_both_engines_show_the_same_letters_joined_alike_in_the_same_order(text):
    by_raqm = shaped_label(text, engine="raqm")
    by_reshaper = shaped_label(text, engine="reshaper")
    assert by_raqm.letters == by_reshaper.letters
    assert by_raqm.direction == by_reshaper.direction


@pytest.mark.parametrize("text", LABELS)
def test_contextual_alternates_are_other_drawings_of_the_same_letters(text):
    label = shaped_label(text, engine="raqm")
    plain = harfbuzz_glyphs(label.drawn, label.direction)
    with_alternates = harfbuzz_glyphs(label.drawn, label.direction, alternates=True)
    assert [name.partition(".long")[0] for name in with_alternates] == plain


_PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأؤئء"
_TEXT = st.text(
    st.sampled_from(_PERSIAN * 2 + "ABcd lم لا۰۱۲۳12 ()[]{}«»<>.,،؛:؟٪%+-/" + ZWNJ * 6),
    min_size=1,
    max_size=24,
)


@given(_TEXT, st.sampled_from(["ltr", "rtl"]))
def test_any_label_is_drawn_as_harfbuzz_and_fribidi_would(text, direction):
    ready = shaped_label(text, engine="reshaper", direction=direction)
    logical = shaped_label(text, engine="raqm", direction=direction)
    assert nominal_glyphs(ready.drawn) == harfbuzz_glyphs(logical.drawn, direction)
    assert ready.letters == logical.letters


def test_the_letters_of_a_persian_word_are_told_from_left_to_right_with_their_forms():
    letters = shaped_label("مچ", engine="reshaper").letters
    assert letters == (ShapedLetter("چ", "final"), ShapedLetter("م", "initial"))


@pytest.mark.parametrize("engine", ["raqm", "reshaper"])
def test_a_half_space_ends_one_joined_run_begins_another_and_is_not_drawn(engine):
    label = shaped_label(f"می{ZWNJ}شود", engine=engine)
    assert [(letter.letter, letter.form) for letter in reversed(label.letters)] == [
        ("م", "initial"),
        ("ی", "final"),
        ("ش", "initial"),
        ("و", "final"),
        ("د", "isolated"),
    ]


@pytest.mark.parametrize("engine", ["raqm", "reshaper"])
def test_without_its_half_space_the_word_would_join(engine):
    forms = [letter.form for letter in reversed(shaped_label("میشود", engine=engine).letters)]
    assert forms == ["initial", "medial", "medial", "final", "isolated"]


def test_what_the_fallback_hands_to_pillow_holds_no_invisible_character():
    for text in LABELS:
        assert not any(map(is_invisible, shaped_label(text, engine="reshaper").drawn))


@pytest.mark.parametrize("engine", ["raqm", "reshaper"])
def test_lam_alef_is_one_letter_and_no_other_ligature_is(engine):
    assert shaped_label("بلا", engine=engine).letters == (
        ShapedLetter("لا", "final"),
        ShapedLetter("ب", "initial"),
    )
    assert len(shaped_label("الله", engine=engine).letters) == 4
    assert len(shaped_label("ffi", engine=engine).letters) == 3


@pytest.mark.parametrize("engine", ["raqm", "reshaper"])
def test_brackets_open_towards_their_text_in_both_directions(engine):
    seen = "".join(letter.letter for letter in shaped_label("سلام (A)", engine=engine).letters)
    assert seen == "(A) ملاس"  # lam-alef is one letter: its lam comes first


@pytest.mark.parametrize("engine", ["raqm", "reshaper"])
def test_marks_stay_with_their_letter(engine):
    letters = shaped_label("در\u0651ه", engine=engine).letters
    assert [letter.letter for letter in letters] == ["ه", "ر\u0651", "د"]


def test_heh_with_hamza_is_one_letter():
    assert (
        ShapedLetter("\u06c0", "final") in shaped_label("ناحیه\u0654 چپ", engine="reshaper").letters
    )


def test_the_first_strong_character_tells_the_direction():
    assert base_direction("(۱۲) سر") == "rtl"
    assert base_direction("12 T10 مهره") == "ltr"
    assert base_direction("۱۲٪") == "ltr"


def test_a_line_break_is_refused():
    with pytest.raises(ValueError, match="one line"):
        shaped_label("a\nb", engine="raqm")
