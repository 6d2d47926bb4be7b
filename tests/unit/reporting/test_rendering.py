"""A message becomes a sentence of one language, each value formatted and isolated from it."""

from __future__ import annotations

import unicodedata

import pytest

from casereport.diagnostics import AnyOf, LanguageName, Message, Words, say
from casereport.reporting import render
from casereport.reporting.rendering import isolated_terms, visible
from casereport.text.calendars import CalendarDate
from casereport.text.characters import FSI, LRI, PDI, RLI, RLO
from casereport.text.isolates import is_balanced

# No msgid of the catalogue, so that these tests do not change with a translation.
TEMPLATE = "الف {value} ب."


def persian(value: object) -> str:
    return render(say(TEMPLATE, value=value), "fa").removeprefix("الف ")[:-3]


def english(value: object) -> str:
    return render(say("a {value} b", value=value), "en")[2:-2]


def test_english_output_of_latin_values_holds_no_invisible_character() -> None:
    assert english("figures/chest.png") == "figures/chest.png"


def test_a_persian_value_in_english_is_isolated_by_its_own_direction() -> None:
    assert english("کرست one") == f"{FSI}کرست one{PDI}"


@pytest.mark.parametrize("value", ["figures/chest.png", "REF001", "two words", "[@a]", "12"])
def test_a_latin_value_in_persian_stays_left_to_right(value: str) -> None:
    assert persian(value) == f"{LRI}{value}{PDI}"


def test_a_path_with_a_persian_name_stays_left_to_right() -> None:
    name = "تصویر.png"
    assert persian(name) == f"{LRI}{name}{PDI}"
    assert english(name) == f"{LRI}{name}{PDI}"


@pytest.mark.parametrize("bracket", ["(", ")", "["])
def test_a_bracket_in_persian_opens_and_closes_as_the_sentence_reads(bracket: str) -> None:
    assert persian(bracket) == f"{RLI}{bracket}{PDI}"
    assert english(bracket) == bracket


def test_latin_terms_of_a_persian_paragraph_keep_their_order() -> None:
    told = isolated_terms("قالب PNG، JPEG (`8-10` و ``a 1``) بود. A", "rtl")
    held = [f"{LRI}{term}{PDI}" for term in ("PNG", "JPEG", "`8-10`", "``a 1``", "A")]
    plain = "قالب {}، {} ({} و {}) بود. {}"
    assert told == plain.format(*held)
    assert isolated_terms("مقاله (۲۰۲۱). متن", "rtl") == "مقاله (۲۰۲۱). متن"
    assert isolated_terms("سطر ::: متن", "rtl") == f"سطر {LRI}:::{PDI} متن"
    assert isolated_terms("PNG or (JPEG)", "ltr") == "PNG or (JPEG)"
    assert isolated_terms("PNG or (JPEG)", "rtl") == "PNG or (JPEG)"


def test_persian_words_in_persian_are_isolated_by_their_own_direction() -> None:
    words = "تصویر اول"
    assert persian(words) == f"{FSI}{words}{PDI}"


def test_an_int_has_the_digits_of_the_language_and_a_quoted_number_its_own() -> None:
    assert persian(12) == "\u06f1\u06f2"
    assert english(12) == "12"
    assert persian("12") == f"{LRI}12{PDI}"


def test_a_date_is_in_its_own_calendar_in_the_digits_of_the_language() -> None:
    date = CalendarDate("persian", 1398, 11, 1)
    assert persian(date) == "\u06f1\u06f3\u06f9\u06f8/\u06f1\u06f1/\u06f1"
    assert english(date) == "1398-11-01"


def test_several_values_are_a_list_in_words() -> None:
    assert english(("a", "b", "c")) == "a, b, and c"
    joined = persian(("a", "b", "c"))
    assert joined == f"{LRI}a{PDI}\u060c {LRI}b{PDI} و {LRI}c{PDI}"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[2Jb", "a<U+001B>[2Jb"),
        ("a\nb\tc", "a b c"),
        (f"a{RLO}b", "a<U+202E>b"),
        ("a\ud800b", "a<U+D800>b"),
        ("a\x00b", "a<U+0000>b"),
        ("می\u200cشود", "می\u200cشود"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_by_name(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize("language", ["fa", "en"])
def test_no_value_can_leave_its_isolate_or_break_the_encoding(language: str) -> None:
    for number in range(0x3000):
        value = f"x{chr(number)}م"
        told = render(say("a {value} b", value=value), language)
        assert is_balanced(told), hex(number)
        assert not {c for c in told if unicodedata.category(c) == "Cc"}, hex(number)
    render(say("a {value} b", value="\ud800\udfff"), language).encode("utf-8")


def test_a_long_value_is_cut() -> None:
    assert len(english("a" * 1000)) < 200


def test_braces_in_a_value_are_left_alone() -> None:
    assert english("{{ patient.age }} {0}") == "{{ patient.age }} {0}"


def test_a_message_without_a_translation_is_told_in_english() -> None:
    assert render(Message("Not in any catalogue."), "fa") == "Not in any catalogue."


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("در پایان آن --> بگذارید.", f"در پایان آن {LRI}-->{PDI} بگذارید."),
        ("فایل (a.bib) را: PNG، SVG.", f"فایل ({LRI}a.bib{PDI}) را: {LRI}PNG{PDI}، {LRI}SVG{PDI}."),
        ("با ::: آغاز شد.", f"با {LRI}:::{PDI} آغاز شد."),
        ("اجرا کنید: pip install x", f"اجرا کنید: {LRI}pip install x{PDI}"),
        ("متن: متن. متن!", "متن: متن. متن!"),
        ("مانند {{ x }} و {value}.", f"مانند {LRI}{{ x }}{PDI} و {LRI}v{PDI}."),
    ],
)
def test_what_is_typed_in_latin_inside_a_persian_sentence_is_isolated(
    template: str, told: str
) -> None:
    assert render(say(template, value="v"), "fa") == told


def test_values_of_which_one_is_enough_are_joined_by_or() -> None:
    assert english(AnyOf(("44", "18 months"))) == "44 or 18 months"
    assert persian(AnyOf(("44", "18 months"))) == f"{LRI}44{PDI} یا {LRI}18 months{PDI}"


def test_our_own_words_in_a_message_are_translated_and_stand_without_an_isolate() -> None:
    message = say("CARE {number} ({title}) lacks {missing}.", number="7", title=Words("Timeline"),
                  missing=(Words("adverse events"), "x"))  # fmt: skip
    assert render(message, "en") == "CARE 7 (Timeline) lacks adverse events and x."
    told = render(message, "fa")
    assert "(سیر زمانی بیماری)" in told
    assert "عوارض و \u2066x\u2069" in told


def test_a_language_is_told_by_its_name_in_the_language_of_the_sentence() -> None:
    message = say("{language} and {others}", language=LanguageName("en"), others=(LanguageName("xx"),))
    assert render(message, "en") == "English and xx"
    assert render(message, "fa").startswith("\u0627\u0646\u06af\u0644\u06cc\u0633\u06cc")
