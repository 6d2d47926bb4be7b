"""REF004: an identifier cannot be right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casereport.checks.references._checksums import is_sound_issn, is_sound_orcid

DATA = json.loads(
    (Path(__file__).parents[1] / "data" / "identifiers.json").read_text(encoding="utf-8")
)


def told(diagnose, field: str, value: str):  # type: ignore[no-untyped-def]
    bib = f"@article{{a,\n  title = {{One}},\n  {field} = {{{value}}}\n}}\n"
    return [item for item in diagnose({"references.bib": bib}) if item.code == "REF004"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doi", "10.1016 j.jclinepi.2017"),
        ("doi", "10.1016"),
        ("doi", "11.1016/j.jclinepi"),
        ("doi", "10.16/j.jclinepi"),
        ("doi", "j.jclinepi.2017.04.026"),
        ("doi", "10.1016/j.jclinepi.2017."),
        ("pmid", "285291850"),
        ("pmid", "PMC28529185"),
        ("pmid", "0123"),
        ("pmcid", "PMCX1"),
        ("issn", "1735-9261"),
        ("issn", "173-9260"),
        ("issn", "1735-9260, 1735-9278"),
    ],
)
def test_what_cannot_be_right_is_told(field: str, value: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, field, value)
    assert item.span.line == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doi", "10.1016/j.jclinepi.2017.04.026"),
        ("doi", "https://doi.org/10.1016/j.jclinepi.2017.04.026"),
        ("doi", "10.1016/S0140-6736(05)12345-6"),
        ("doi", "10.1002/(SICI)1097-0142(19990101)85:1<1::AID-CNCR1>3.0.CO;2-R"),
        ("doi", "10.1000.10/123"),
        ("doi", "\u06f1\u06f0.1016/x"),
        ("pmid", "15942917"),
        ("pmid", "1"),
        ("pmcid", "PMC5520219"),
        ("pmcid", "5520219"),
        ("issn", "1735-9260"),
        ("issn", "17359279"),
        ("issn", "1735-9260 (Print) 1735-9279 (Electronic)"),
        ("issn", "0049-089X"),
        ("issn", "2049-3630"),
    ],
)
def test_what_is_sound_is_not_told(field: str, value: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, field, value) == []


def test_what_follows_a_doi_is_taken_away(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "doi", "10.1016/j.x.")
    assert item.fix is not None
    (edit,) = item.fix.edits
    assert (edit.span.column, edit.span.end_column, edit.replacement) == (21, 22, "")
    (item,) = told(diagnose, "doi", "https://doi.org/10.1016/j.x.")
    assert item.fix is None


def test_the_wrong_one_of_two_issns_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "issn", "1735-9260, 1735-9278")
    assert (item.span.column, item.span.end_column) == (22, 31)


@pytest.mark.parametrize("orcid", DATA["orcid"]["valid"] + DATA["orcid"]["invalid"])
def test_orcid_s_check_digit(orcid: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    valid = orcid in DATA["orcid"]["valid"]
    assert is_sound_orcid(orcid) is valid
    case = f"contributors:\n  - name: {{fa: x, en: y}}\n    orcid: {orcid}\n"
    found = [item for item in diagnose({"case.yaml": case}) if item.code == "REF004"]
    assert [item.span.column for item in found] == ([] if valid else [12])


def test_issn_s_check_digit() -> None:
    assert all(is_sound_issn(issn.replace("-", "")) for issn in DATA["issn"]["valid"])
    assert not any(is_sound_issn(issn.replace("-", "")) for issn in DATA["issn"]["invalid"])
