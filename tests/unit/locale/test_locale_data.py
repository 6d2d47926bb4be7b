"""The locales' files: complete, alike in shape, sound in their Persian; a typo fails loudly."""

from __future__ import annotations

import re
import string
import typing

import pytest

from casereport import resources
from casereport.errors import ResourceMissingError
from casereport.locale import LocaleDataError, available_languages, load_locale
from casereport.locale.loading import read_locale
from casereport.model.clinical import Flag, HistoryItem, Intervention, Lab, Outcome_, Route_, Sex
from casereport.model.narrative import SECTION_IDS
from casereport.model.people import CreditRole
from casereport.model.statements import Statements
from casereport.model.values import DurationUnit
from casereport.text.tokens import tokenise

FA = load_locale("fa")
EN = load_locale("en")
SOURCES = {name: resources.read_text("locales", f"{name}/locale.yaml") for name in ("fa", "en")}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def choices(annotation: object) -> tuple[str, ...]:
    """Every string of the Literals in an annotation."""
    found: list[str] = []
    for each in typing.get_args(annotation):
        found += [each] if isinstance(each, str) else choices(each)
    return tuple(found)


def test_both_languages_are_there() -> None:
    assert available_languages() == ("en", "fa")


def test_locale_is_read_once() -> None:
    assert load_locale("fa") is load_locale("fa")


@pytest.mark.parametrize("language", ["xx", "", "../fa", "fa/"])
def test_unknown_language_is_refused(language: str) -> None:
    with pytest.raises(ResourceMissingError):
        load_locale(language)


def test_both_languages_have_the_same_terms_with_the_same_fields() -> None:
    assert list(FA.terms) == list(EN.terms)
    for key in FA.terms:
        assert fields(FA.terms[key]) == fields(EN.terms[key]), key


def test_only_a_sign_may_be_empty() -> None:
    for locale in (FA, EN):
        assert [key for key, text in locale.terms.items() if not text] == ["flag-sign-normal"]


@pytest.mark.parametrize(
    ("family", "ids"),
    [
        ("section", SECTION_IDS),
        ("role", choices(CreditRole)),
        ("sex", choices(Sex)),
        ("person", choices(Sex)),
        ("child", choices(Sex)),
        ("flag", choices(Flag)),
        ("flag-sign", choices(Flag)),
        ("route", choices(Route_)),
        ("outcome", choices(Outcome_)),
        ("history", choices(HistoryItem.model_fields["kind"].annotation) or
         typing.get_args(HistoryItem.model_fields["kind"].annotation)),
        ("intervention", typing.get_args(Intervention.model_fields["kind"].annotation)),
        ("statement", tuple(name.replace("_", "-") for name in Statements.model_fields)),
        ("result", ("negative", "positive", "normal", "trace")),
        ("language-name", ("fa", "en")),
    ],
)  # fmt: skip
def test_every_coded_word_of_the_model_has_a_term(family: str, ids: tuple[str, ...]) -> None:
    assert len(ids) >= 2
    assert [name for name in ids if f"{family}-{name}" not in EN.terms] == []


def test_coded_results_of_the_model_are_those_tested_here() -> None:
    assert set(choices(Lab.model_fields["value"].annotation)) == {
        "negative", "positive", "normal", "trace",
    }  # fmt: skip


def test_durations_cover_the_units_of_the_model() -> None:
    for locale in (FA, EN):
        assert set(locale.data.durations) == set(typing.get_args(DurationUnit))


def test_at_least_forty_units_have_persian_words() -> None:
    assert len(FA.data.units) >= 40
    assert [words for words in FA.data.units.values() if re.search("[A-Za-z0-9]", words)] == []


def test_every_unit_is_one_that_the_tokeniser_knows_after_a_number() -> None:
    unknown = []
    for unit in FA.data.units:
        gap = "" if unit.startswith("/") else " "
        (token, *rest) = tokenise(f"5{gap}{unit}")
        if rest or token.kind not in {"quantity", "percent"}:
            unknown.append(unit)
    assert unknown == ["\u00b0"]


def persian_texts() -> list[str]:
    data = FA.data
    forms = [form for each in data.durations.values() for form in (each.one, each.other)]
    moments = [data.moments.before, data.moments.after, data.moments.presentation]
    months = [name for names in data.months.values() for name in names]
    return [
        *FA.terms.values(), *data.units.values(), *forms, *moments, *months,
        *data.moments.counted.values(), *data.comparators.values(),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("Arabic yeh or kaf", "[\u064a\u0649\u0643\u06c0\u0640]"),
        ("Arabic-Indic digit", "[\u0660-\u0669]"),
        ("space before punctuation", "[ \u200c][\u060c\u061b:.!\u061f]"),
        ("Latin comma or question mark", "[,;?]"),
        ("half-space at the edge of a word", "(?:^|[\\s])\u200c|\u200c(?:$|\\s)|\u200c\u200c"),
        (
            "plural or verb that lacks its half-space",
            "\\b(?:ن?می) |[^\u200c\\sادذرزژو]ها(?:ی|یی)?\\b",
        ),
        ("doubled or outer space", "  |^ (?!–)|[^– ] $"),
        ("raw control", "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"),
    ],
)
def test_persian_of_the_locale_is_sound(fault: str, pattern: str) -> None:
    assert [text for text in persian_texts() if re.search(pattern, text)] == [], fault


def test_misspelt_key_is_refused() -> None:
    with pytest.raises(LocaleDataError, match="direcshun"):
        read_locale(SOURCES["en"].replace("direction:", "direcshun:", 1), "en")


def test_missing_key_is_refused() -> None:
    with pytest.raises(LocaleDataError, match="calendar"):
        read_locale(SOURCES["en"].replace("calendar: gregory\n", "", 1), "en")


def test_key_that_stands_twice_is_refused() -> None:
    text = SOURCES["en"].replace("terms:\n", 'terms:\n  abstract: "Summary"\n', 1)
    with pytest.raises(LocaleDataError, match="'abstract' stands twice"):
        read_locale(text, "en")


def test_wrong_language_and_broken_yaml_are_refused() -> None:
    with pytest.raises(LocaleDataError, match="its language is en"):
        read_locale(SOURCES["en"], "de")
    with pytest.raises(LocaleDataError, match=r"locales/en/locale\.yaml"):
        read_locale("terms: [", "en")


def test_month_without_a_name_is_refused() -> None:
    with pytest.raises(LocaleDataError, match="months"):
        read_locale(SOURCES["en"].replace("January, ", "", 1), "en")


def test_scalars_stay_text() -> None:
    text = SOURCES["en"].replace('see: "see"', "see: no", 1)
    assert read_locale(text, "en").term("see") == "no"
