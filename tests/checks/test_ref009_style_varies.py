"""REF009: the reference list is not written in one style."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity
from casereport.references.title_case import case_of


def told(diagnose, *entries: str):  # type: ignore[no-untyped-def]
    bib = "".join(f"@article{{r{n},\n  {fields}\n}}\n" for n, fields in enumerate(entries))
    return [item for item in diagnose({"references.bib": bib}) if item.code == "REF009"]


SUPPLEMENTS = ("number = {Suppl 1}", "volume = {34 Suppl 100}, number = {5}", "number = {2 Suppl}")


def test_supplements_written_in_three_ways_are_one_finding_with_all_places(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, *SUPPLEMENTS)
    assert item.severity is Severity.WARNING
    assert item.message.values["forms"] == ("Suppl 1", "34 Suppl 100", "2 Suppl")
    assert (item.span.line, item.span.column, item.span.end_column) == (2, 13, 20)
    assert [related.span.line for related in item.related] == [5, 8]


@pytest.mark.parametrize(
    "entries",
    [
        ("number = {Suppl 1}", "number = {Suppl 2}", "number = {2 Suppl}"),
        ("volume = {34 Suppl 100}", "volume = {15 Suppl 1}", "number = {2 Suppl}"),
        ("volume = {3}, supplement = {Suppl 1}", "number = {2}, supplement = {Suppl}"),
        ("number = {Suppl 1}",),
        ("number = {6}", "volume = {S12}x", "number = {5}"),
    ],
)
def test_the_forms_of_two_things_are_not_told(entries: tuple[str, ...], diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, *entries) == []


@pytest.mark.parametrize(
    "entries",
    [
        ("number = {Suppl 1}", "number = {Supplement 2}"),
        ("number = {Suppl 1}", "number = {S2}"),
        ("volume = {34 Suppl 100}", "volume = {3}, supplement = {Suppl 1}"),
    ],
)
def test_one_thing_written_in_two_ways_is_told(entries: tuple[str, ...], diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(told(diagnose, *entries)) == 1


SENTENCE = (
    "title = {Calcinosis in rheumatic diseases}",
    "title = {Treatment of calcinosis with diltiazem}",
    "title = {Risedronate: a possible treatment for extraosseous calcification}",
    "title = {Calcinosis cutis: part one}",
)


def test_title_case_among_sentence_case_is_told_at_the_title(diagnose) -> None:  # type: ignore[no-untyped-def]
    title = "Tumoral Calcinosis of the Neck in a Patient with Systemic Sclerosis"
    (item,) = told(diagnose, *SENTENCE, f"title = {{{title}}}")
    assert (item.span.line, item.span.column) == (14, 12)
    assert item.message.values["citekey"] == "r4"


def test_sentence_case_among_title_case_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    titles = (
        "title = {Calcinosis Cutis in Patients with Systemic Sclerosis}",
        "title = {Surgical Treatment of Digital Calcinosis}",
        "title = {Calcinosis in rheumatic diseases}",
    )
    assert [item.message.values["citekey"] for item in told(diagnose, *titles)] == ["r2"]


@pytest.mark.parametrize(
    "title",
    [
        "Raynaud phenomenon and {CREST} syndrome in Iran",
        "Treatment of Wegener and Churg Strauss in Iran",
        "{TNF} and {IL}-6 in {SLE}",
        "Safety and efficacy of extracorporeal shock wave therapy ({ESWT}) in calcinosis cutis",
        "Behcet Disease",
        "Mycobacterium tuberculosis in Mazandaran",
    ],
)
def test_names_and_abbreviations_are_no_title_case(title: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, *SENTENCE, f"title = {{{title}}}") == []


def test_german_nouns_are_no_title_case(diagnose) -> None:  # type: ignore[no-untyped-def]
    title = "title = {Behandlung der Kalzinose bei Patienten mit Sklerodermie}, langid = {german}"
    assert told(diagnose, *SENTENCE, title) == []


def test_two_and_two_are_no_style(diagnose) -> None:  # type: ignore[no-untyped-def]
    titles = (
        "title = {Calcinosis Cutis in Patients with Sclerosis}",
        "title = {Surgical Treatment of Digital Calcinosis}",
    )
    assert told(diagnose, *titles, *SENTENCE[:2]) == []


def test_a_capital_after_one_colon_is_a_note_at_the_word(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, *SENTENCE, "title = {Clinical reasoning: A woman with weakness}")
    assert item.severity is Severity.NOTE
    assert (item.span.line, item.span.column, item.span.end_column) == (14, 32, 33)


def test_a_name_after_a_colon_has_its_capital(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, *SENTENCE, "title = {A painful hand: Raynaud revisited}") == []


def test_spaces_around_one_hyphen_are_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "pages = {1-2}", "pages = {3--4}", "pages = {5 - 8}")
    assert (item.severity, item.message.values["citekey"]) == (Severity.NOTE, "r2")


def test_a_short_title_has_no_case() -> None:
    assert case_of("Calcinosis") is None
