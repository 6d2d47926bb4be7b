"""REF005: the year of a reference cannot be right. Today is 2026-01-01 (1404-10-11)."""

from __future__ import annotations

import datetime

import pytest

from casereport.pipeline.case import check_case
from casereport.workspace import MemoryWorkspace

from .conftest import lay_over


def told(diagnose, year: str, dates: str = ""):  # type: ignore[no-untyped-def]
    bib = f"@article{{a,\n  title = {{One}},\n  year = {{{year}}}\n}}\n"
    files = {"references.bib": bib}
    if dates:
        files["case.yaml"] = f"dates:\n{dates}"
    return [item for item in diagnose(files) if item.code == "REF005"]


@pytest.mark.parametrize(
    "year", ["2027", "2052", "1406", "1201205", "20055", "205", "1100", "1440"]
)
def test_a_year_that_cannot_be_is_told(year: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, year)
    assert item.message.values["year"] == year
    assert item.span.line == 3


@pytest.mark.parametrize(
    "year",
    ["2026", "2005", "1404", "1399", "1543", "1899", "in press", "2018 Nov 5", "۱۳۹۹", "c1990"],
)
def test_a_year_that_can_be_is_not_told(year: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, year) == []


def test_volumes_of_the_next_year_begin_in_october() -> None:
    files = lay_over({"references.bib": "@article{a, title = {One}, year = {2027}}\n"})
    for month, count in ((9, 1), (10, 0)):
        workspace = MemoryWorkspace("x", files, datetime.date(2026, month, 1))
        found = [item for item in check_case(workspace).diagnostics if item.code == "REF005"]
        assert len(found) == count


@pytest.mark.parametrize(
    ("year", "dates", "count"),
    [
        ("2021", "  received: 2020-01-21\n", 1),
        ("2020", "  received: 2020-01-21\n", 0),
        ("2020", "  received: 2019-12-30\n  accepted: 2020-06-22\n", 0),
        ("2021", "  received: 2019-12-30\n  accepted: 2020-06-22\n", 1),
        ("2020", "  received: 1398-11\n", 0),
        ("2021", "  received: 1398-11-01\n", 1),
        ("1400", "  received: 1398-11-01\n", 1),
        ("1398", "  received: 2020-01-21\n", 0),
        ("2021", "  received: {fa: 1398-11-01, en: 2020-01-21}\n", 1),
        ("2021", "  received: not-stated\n", 0),
    ],
)
def test_a_work_later_than_the_manuscript_is_told(
    year: str,
    dates: str,
    count: int,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    found = told(diagnose, year, dates)
    assert len(found) == count
    assert all(len(item.related) == 1 for item in found)
