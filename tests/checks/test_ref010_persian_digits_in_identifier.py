"""REF010: an identifier is written in Persian or Arabic digits."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "REF010"]


@pytest.mark.parametrize(
    ("field", "value", "latin"),
    [
        ("doi", "۱۰.1056/x", "10.1056/x"),
        ("pmid", "١٢٣", "123"),
        ("issn", "۱۷۳۵-۹۲۶۰", "1735-9260"),
    ],
)
def test_it_is_told_and_mended_in_its_place(field: str, value: str, latin: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"references.bib": f"@article{{a,\n  {field} = {{{value}}}\n}}\n"}))
    assert item.fix is not None
    assert item.fix.safe
    (edit,) = item.fix.edits
    column = len(f"  {field} = {{") + 1
    assert (edit.span.column, edit.span.end_column) == (column, column + len(value))
    assert edit.replacement == latin


def test_those_of_the_case_are_told_too(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = (
        "contributors:\n  - name: {fa: x, en: y}\n    orcid: ۰۰۰۰-0002-1825-0097\n"
        "statements:\n  ethics: {code: IR.MAZUMS.REC.۱۳۹۸.۱۲۳}\n"
    )
    found = only(diagnose({"case.yaml": case}))
    assert [item.message.values["kind"] for item in found] == ["ORCID iD", "ethics code"]
    assert all(item.fix for item in found)


def test_persian_digits_of_a_persian_work_are_its_own(diagnose) -> None:  # type: ignore[no-untyped-def]
    bib = "@article{a, title = {درمان}, year = {۱۳۹۹}, volume = {۳}, pages = {۵-۸}}\n"
    assert only(diagnose({"references.bib": bib})) == []
