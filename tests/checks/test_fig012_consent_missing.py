"""FIG012: a figure shows a patient who can be known, and no consent is recorded for it."""

from __future__ import annotations

import time

import pytest

from casereport.checks.figures._identifying import _PICTURES, _TABLES, identifying
from casereport.diagnostics import Severity
from casereport.locale import available_languages


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG012"]


def figure(
    caption: str, *lines: str, language: str = "en", more: str = "statements: {}\n"
) -> dict[str, str | bytes]:
    own = "".join(
        f"    {line}\n" for line in ("file: a.png", f'caption: {{{language}: "{caption}"}}', *lines)
    )
    return {"case.yaml": f"figures:\n  face:\n{own}{more}"}


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("en", "The face of the patient"),
        ("en", "Rash of both arms"),
        ("en", "Photograph of the right hand"),
        ("en", "MRI of the brain; the face with telangiectasia"),
        ("fa", "تلانژکتازی صورت بیمار"),
        ("fa", "بثورات پوستی تنه"),
        ("fa", "عکس دست راست بیمار"),
    ],
)
def test_a_picture_of_a_person_wants_consent(language: str, caption: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure(caption, language=language)))
    assert (item.severity, item.span.file, item.span.line) == (Severity.WARNING, "case.yaml", 9)
    assert item.related


@pytest.mark.parametrize(
    "caption", ["Ulcers of the fingertips", "Both hands", "The patient at presentation"]
)
def test_a_part_of_the_body_counts_where_the_image_is_called_a_photograph(
    caption: str, diagnose
) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(caption)))
    assert only(diagnose(figure(caption, "kind: photograph")))


@pytest.mark.parametrize("kind", ["radiograph", "line-art", "illustration"])
def test_what_is_no_photograph_is_left(kind: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure("The face", f"kind: {kind}")))


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("en", "Skin biopsy, hematoxylin and eosin"),
        ("en", "Radiograph of the hand"),
        ("en", "CT of the facial bones"),
        ("en", "Masses facing the carpal bones"),
        ("en", "Gastric ulcer of the antrum"),
        ("en", "Photomicrograph of the skin"),
        ("fa", "کلسیفیکاسیون به صورت خوشه\u200cای"),
        ("fa", "ضایعه در این صورت بزرگ شد"),
        ("fa", "برداشت توده صورت گرفت"),
        ("fa", "گرافی دست"),
        ("fa", "بیوپسی پوست"),
        ("fa", "پیش\u200cبینی سیر بیماری"),
    ],
)
def test_where_nobody_can_be_known_there_is_nothing_to_ask(
    language: str, caption: str, diagnose
) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(caption, language=language)))


@pytest.mark.parametrize(
    "consent", ["obtained", "not-required", "{fa: رضایت داد, en: She agreed.}"]
)
def test_a_recorded_consent_is_enough(consent: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure("The face", f"consent: {consent}")))


def test_consent_that_is_not_stated_is_a_note_at_that_word(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure("The face", "consent: not-stated")))
    assert (item.severity, item.span.line, item.span.column) == (Severity.NOTE, 12, 14)


@pytest.mark.parametrize(
    ("statement", "severities"),
    [
        ("{fa: رضایت داد., en: The patient consented.}", [Severity.NOTE]),
        ("{fa: برای چاپ تصویر رضایت داد., en: She consented.}", []),
        ("{en: She consented to the publication of her images.}", []),
        ("{status: obtained}", [Severity.NOTE]),
        ("not-stated", [Severity.WARNING]),
    ],
)
def test_the_article_s_own_statement_may_speak_of_images(
    statement: str, severities, diagnose
) -> None:  # type: ignore[no-untyped-def]
    more = f"statements:\n  consent: {statement}\n"
    assert [item.severity for item in only(diagnose(figure("The face", more=more)))] == severities


def test_the_alt_text_and_the_panels_are_read_too(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose(figure("Before treatment", "alt: {en: The face from the front}")))
    panels = (
        "panels:",
        "  - {file: b.png, caption: {en: CT of the neck}}",
        "  - {file: c.png, caption: {en: The face}}",
    )
    assert len(only(diagnose(figure("Findings", *panels)))) == 1


def test_every_language_with_a_locale_has_its_words() -> None:
    assert set(available_languages()) <= set(_TABLES)
    assert set(available_languages()) <= set(_PICTURES)


@pytest.mark.parametrize("unit", ["face ", "a", "a-", "صورت ", "به صورت ", ";", "micro"])
def test_hostile_captions_are_read_in_good_time(unit: str) -> None:
    start = time.process_time()
    for language in ("fa", "en"):
        list(identifying(unit * (100_000 // len(unit)), language))
    assert time.process_time() - start < 2  # a tenth of it on an idle machine
