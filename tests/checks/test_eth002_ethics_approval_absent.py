"""ETH002: what the ethics committee decided is not told, or its code is not whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CODES = json.loads(
    (Path(__file__).parents[1] / "data" / "identifiers.json").read_text(encoding="utf-8")
)["ethics_code"]


def told(diagnose, ethics: str, **texts: str):  # type: ignore[no-untyped-def]
    files = {"case.yaml": f"statements:\n  {ethics}\n"}
    files |= {name.replace("_", "."): text for name, text in texts.items()}
    return [item for item in diagnose(files) if item.code == "ETH002"]


def test_an_absent_approval_is_a_warning_and_a_silent_source_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    (absent,) = told(diagnose, "funding: not-stated")
    (silent,) = told(diagnose, "ethics: not-stated")
    assert [absent.severity.value, silent.severity.value] == ["warning", "note"]


@pytest.mark.parametrize("code", [*CODES["match"], "۱", "IRB-2020-17", "20/NW/0123"])
def test_a_whole_code_and_codes_of_other_countries_are_silent(code: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, f"ethics: {{code: {code}}}") == []


def test_persian_digits_are_told_by_another_check(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, "ethics: {code: IR.MAZUMS.REC.۱۳۹۸.۱۲۳}") == []


@pytest.mark.parametrize("code", [*CODES["no_match"], "IR-MAZUMS-REC-1398-123"])
def test_a_code_that_claims_to_be_iranian_and_is_not_is_a_note(code: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, f"ethics: {{code: {code}}}")
    assert item.severity.value == "note"
    assert item.span.end_column - item.span.column == len(code)


def test_a_code_in_the_text_is_looked_at_where_it_stands(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "Approved (IR.MAZUMS.REC.98.123)."
    (item,) = told(diagnose, "ethics: {code: IR.MAZUMS.REC.1398.123}", en_md=text)
    assert (item.span.file, item.span.column, item.span.end_column) == ("en.md", 11, 31)


def test_a_whole_code_in_the_text_alone_is_a_note_on_its_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "funding: not-stated", fa_md="کد اخلاق IR.MAZUMS.REC.1398.123 است.")
    assert (item.severity.value, item.span.file) == ("note", "fa.md")


@pytest.mark.parametrize("status", ["waived", "not-required"])
def test_that_none_was_needed_is_an_answer(status: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, f"ethics: {{status: {status}}}") == []


def test_an_approval_without_committee_and_code_is_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "ethics: {status: obtained}")
    assert item.severity.value == "note"


def test_words_that_deny_the_status_are_a_warning(diagnose) -> None:  # type: ignore[no-untyped-def]
    ethics = "ethics: {status: waived, text: {en: The study was approved by the committee.}}"
    (item,) = told(diagnose, ethics)
    assert item.severity.value == "warning"
