"""FIG011: a caption speaks of two views, but no letters say which is which."""

from __future__ import annotations

import time

import pytest

from casereport.checks.figures._view_words import VIEW_WORDS
from casereport.checks.figures._views import named_views
from casereport.diagnostics import Severity
from casereport.locale import available_languages


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG011"]


def figure(caption: str, language: str = "en", more: str = "") -> dict[str, str | bytes]:
    yaml = (
        f'figures:\n  wrist:\n    file: a.png\n    caption:\n      {language}: "{caption}"\n{more}'
    )
    return {"case.yaml": yaml}


def test_the_first_view_is_the_place_and_the_others_stand_beside_it(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "Frontal view of the wrist; lateral view of the elbow"
    (item,) = only(diagnose(figure(text)))
    assert (item.severity, item.span.file, item.span.line) == (Severity.WARNING, "case.yaml", 13)
    assert (item.span.column, item.span.end_column) == (12, 24)
    (related,) = item.related
    assert (related.span.column, related.span.end_column) == (39, 51)


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("en", "AP and lateral radiographs of the elbow"),
        ("en", "Axial CT and sagittal T2-weighted MRI"),
        ("en", "Anteroposterior chest radiograph and an oblique view"),
        ("fa", "گرافی رخ و نیم\u200cرخ آرنج"),
        ("fa", "در نمای رخ مچ دست و در نمای نیمرخ آرنج"),
        ("fa", "مقطع ساژیتال و برش اگزیال"),
    ],
)
def test_two_views_are_found(language: str, caption: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose(figure(caption, language)))) == 1


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("en", "Frontal view of the wrist and frontal view of the elbow"),
        ("en", "Coronal image shows the lateral condyle"),
        ("en", "Axial image with the transverse process"),
        ("en", "Lateral epicondyle on a sagittal image"),
        ("en", "(A) Frontal view and (B) lateral view"),
        ("en", "a) Frontal view, b) lateral view"),
        ("en", "Frontal (left) and lateral (right) radiographs"),
        ("fa", "(الف) نمای رخ و (ب) نمای نیم\u200cرخ"),
        ("fa", "الف: نمای رخ، ب: نمای نیم\u200cرخ"),
        ("fa", "نواحی کم\u200cسیگنال در سمت جانبی تصویر کرونال"),
        ("fa", "نمای رخ قفسهٔ سینه"),
    ],
)
def test_one_view_or_letters_are_left(language: str, caption: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(caption, language)))


def test_panels_have_their_letters(diagnose) -> None:  # type: ignore[no-untyped-def]
    panels = "    panels: [{caption: x}, {caption: y}]\n"
    assert not only(diagnose(figure("Frontal view and lateral view", more=panels)))


def test_every_language_with_a_locale_has_its_words() -> None:
    assert set(available_languages()) <= set(VIEW_WORDS)


@pytest.mark.parametrize("unit", ["lateral ", "lateral view ", "view ", "a-", "نمای ", "رخ و "])
def test_hostile_captions_are_read_in_good_time(unit: str) -> None:
    start = time.process_time()
    for language in ("fa", "en"):
        list(named_views(unit * (100_000 // len(unit)), language))
    assert time.process_time() - start < 2  # a tenth of it on an idle machine
