"""PRIV001: a number by which a person can be looked up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casereport.reporting import report_json

DATA = json.loads(
    (Path(__file__).parents[1] / "data" / "identifiers.json").read_text(encoding="utf-8")
)
ID = "0932833810"


def told(diagnose, text: str, file: str = "fa.md"):  # type: ignore[no-untyped-def]
    return [item for item in diagnose({file: text}) if item.code == "PRIV001"]


@pytest.mark.parametrize("number", DATA["national_id"]["valid"])
def test_a_bare_national_id_in_any_digits_is_a_warning_over_it(number: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, f"بیمار {number} بستری شد.")
    assert item.severity.value == "warning"
    assert (item.span.column, item.span.end_column) == (7, 17)


@pytest.mark.parametrize(
    "text",
    [
        f"کد ملی {ID}",
        f"کد ملی بیمار: {ID}",
        f"شماره ملی {ID}",
        "کدملی۰۹۳۲۸۳۳۸۱۰",
        f"National ID: {ID}",
        "national code 093-283381-0",
        "NHS no. 943 476 5919",
        "SSN 219-09-9999",
        "her passport A1234567",
        "شماره گذرنامه K12345678",
        "IBAN GB82 WEST 1234 5698 7654 32",
        "شماره کارت 6037-9912-3456-7893",
    ],
)
def test_a_number_with_its_name_is_an_error(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, text)
    assert item.severity.value == "error"


@pytest.mark.parametrize(
    "text",
    [
        *DATA["national_id"]["invalid"],
        *DATA["orcid"]["valid"],
        *DATA["issn"]["valid"],
        *DATA["trial"]["match"],
        *DATA["ethics_code"]["match"],
        f"ISBN {ID}",
        f"شابک: {ID}",
        f"grant no. {ID}",
        f"کد پستی {ID}",
        f"https://example.org/{ID}",
        f"doi 10.1016/{ID}",
        f"{ID}1",
        f"1{ID}",
        f"{ID}.5",
        f"1,{ID}",
        f"a{ID}",
        "943 476 5919",
        "A1234567",
        "000-12-1234",
        "666-12-1234",
        "2005-12-1234",
        "1234567890",
        "WBC 1400000000",
        "J Mazandaran Univ Med Sci 2020; 30 (187): 166-172",
    ],
)
def test_what_only_looks_alike_is_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, text) == []


@pytest.mark.parametrize(
    "case",
    [
        f"labs:\n  x:\n    name: Hb\n    value: 10\n    note: {ID}\n",
        f"history:\n  x:\n    name: {{fa: {ID}, en: x}}\n    kind: medical\n",
        f"figures:\n  x:\n    file: figures/{ID}.png\n    caption: x\n",
        f"figures:\n  x:\n    file: figures/scan_{ID}-2.png\n    caption: x\n",
        f"figures:\n  x:\n    caption: x {ID}\n    alt: x\n",
        f"title: {{fa: بیمار {ID}, en: x}}\n",
        f"patient:\n  age: 4\n  occupation: {ID}\n",
        f"statements:\n  consent: بیمار {ID} رضایت داد\n",
        f"timeline:\n  - when: 0\n    event: {ID}\n",
    ],
)
def test_every_fact_is_looked_at_and_told_once_where_it_stands(case: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, case, "case.yaml")
    assert item.span.end_column - item.span.column == len(ID)
    line = case.split("\n").index(next(line for line in case.split("\n") if ID in line))
    assert case.split("\n")[line][item.span.column - 1 :].startswith(ID)


@pytest.mark.parametrize(
    "case",
    [
        f"contributors:\n  - name: {{fa: x, en: x}}\n    phone: {ID}\n",
        f"affiliations:\n  x: {{text: {ID}}}\n",
        f"statements:\n  funding: {ID}\n",
        f"statements:\n  acknowledgements: {{fa: {ID}, en: {ID}}}\n",
    ],
)
def test_what_belongs_to_the_authors_is_theirs(case: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, case, "case.yaml") == []


def test_the_notes_of_references_are_not_looked_at(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, f"@article{{a,\n  title = {{x}},\n  note = {{{ID}}}\n}}\n", "references.bib") == []


def test_neither_message_nor_json_repeats_the_number(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = told(diagnose, f"کد ملی {ID}")
    assert "09******10" in str(found[0].message)
    assert ID not in report_json(found)


def test_an_isolated_or_emphasised_number_is_found(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, f"کد ملی \u2066**{ID}**\u2069 است")
    assert item.severity.value == "error"
