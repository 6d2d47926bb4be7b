"""REF011: a work that is not in English does not say its language."""

from __future__ import annotations

import pytest

from casereport.checks.references._languages_by_words import language_of_title
from casereport.diagnostics import Severity


def told(diagnose, fields: str):  # type: ignore[no-untyped-def]
    bib = f"@article{{a,\n  {fields}\n}}\n"
    return [item for item in diagnose({"references.bib": bib}) if item.code == "REF011"]


@pytest.mark.parametrize(
    ("fields", "language", "severity"),
    [
        ("title = {Treatment of calcinosis (in Persian)}", "Persian", Severity.WARNING),
        ("title = {Calcinosis [Article in German]}", "German", Severity.WARNING),
        ("title = {Calcinosis}, note = {Persian.}", "Persian", Severity.WARNING),
        ("title = {Calcinosis}, note = {Article in French}", "French", Severity.WARNING),
        ("title = {[Treatment of calcinosis].}", "", Severity.WARNING),
        ("title = {Traitement de la calcinose par le diltiazem}", "French", Severity.NOTE),
        ("title = {Tratamiento de la calcinosis con diltiazem en el adulto}", "Spanish", Severity.NOTE),
        ("title = {Kalsinozis ve bağlı bulgular}", "Turkish", Severity.NOTE),
        ("title = {Лечение кальциноза}", "Russian", Severity.NOTE),
    ],
)  # fmt: skip
def test_an_unmarked_language_is_told(
    fields: str,
    language: str,
    severity: Severity,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = told(diagnose, fields)
    assert (item.message.values["language"], item.severity) == (language, severity)


@pytest.mark.parametrize(
    "fields",
    [
        "title = {[Treatment of calcinosis]}, language = {Persian}",
        "title = {Die Behandlung der Kalzinose}, langid = {german}",
        "title = {درمان کلسینوز}",
        "title = {Calcinosis in an English-speaking population (in vivo)}",
        "title = {Calcinosis (German cohort)}",
        "title = {Calcinosis}, note = {In press}",
        "title = {Calcinosis (English)}",
    ],
)
def test_what_is_marked_or_english_is_not_told(fields: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, fields) == []


@pytest.mark.parametrize(
    "title",
    [
        "Calcinosis cutis", "Larva migrans", "Erythema nodosum et arthritis", "De novo MET mutations",
        "IL-6, E-cadherin and CAS9", "Lupus erythematosus: du Bois revisited", "Para-aminobenzoic acid",
        "Pemphigus vegetans en bloc", "The El Niño and La Niña years", "Le Fort I osteotomy",
        "TNF-α und IL-6",
    ],
)  # fmt: skip
def test_names_and_latin_are_not_taken_for_a_language(title: str) -> None:
    assert language_of_title(title) == ""
