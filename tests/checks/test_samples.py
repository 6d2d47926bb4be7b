"""The samples give the findings that their READMEs promise, and no others of these families."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from casereport.diagnostics import Diagnostic, Severity
from casereport.pipeline.case import check_case
from casereport.workspace import DiskWorkspace

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def found(sample: str) -> list[Diagnostic]:
    workspace = DiskWorkspace(SAMPLES / sample, datetime.date(2026, 1, 1))
    diagnostics = check_case(workspace).diagnostics
    return [item for item in diagnostics if item.severity is not Severity.NOTE]


def test_the_corrected_article_has_no_finding_above_a_note() -> None:
    assert [
        f"{item.code} {item.span} {item.message}" for item in found("crest-calcinosis-44f")
    ] == []


def test_the_article_as_printed_has_its_ten_days_and_its_backward_pages() -> None:
    items = found("crest-calcinosis-44f-as-printed")
    dates = [item for item in items if item.code == "DATE001"]
    assert [item.message.values["days"] for item in dates] == [10]
    pages = [item for item in items if item.code == "REF001"]
    assert [item.message.values["pages"] for item in pages] == ["281-183"]
    assert not [item for item in items if item.code.startswith(("SRC", "CIT", "FIG"))]


def test_the_article_without_a_list_has_every_citation_dangling_in_both_languages() -> None:
    items = found("hand-calcinosis-66")
    # The source names no author either.
    assert {item.code for item in items} == {"CIT001", "SRC005"}
    items = [item for item in items if item.code == "CIT001"]
    for file in ("en.md", "fa.md"):
        numbers = {item.message.values["citation"] for item in items if item.span.file == file}
        assert numbers == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("sample", ["crest-calcinosis-44f-as-printed", "hand-calcinosis-66"])
def test_a_sample_is_checked_the_same_way_twice(sample: str) -> None:
    assert found(sample) == found(sample)
