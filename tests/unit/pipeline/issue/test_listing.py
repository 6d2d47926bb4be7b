"""An issue's list: folders that are cases, inside its own folder, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.pipeline.issue.listing import list_issue
from tests.unit.pipeline.issue.conftest import WriteIssue, write_case


def codes(file: Path) -> list[str]:
    listing = list_issue(file)
    assert listing.plan is None
    return [found.code for found in listing.diagnostics]


def test_a_plan_has_its_cases_in_order_and_a_name(issue: WriteIssue) -> None:
    listing = list_issue(issue("b", "a", "more/c", first_page="9"))
    assert listing.diagnostics == ()
    assert listing.plan is not None
    assert [case.key for case in listing.plan.cases] == ["b", "a", "c"]
    assert (listing.plan.stem, listing.plan.place.first_page) == ("issue-3-2", 9)


def test_an_issue_without_a_number_is_called_as_its_file(tmp_path: Path, issue: WriteIssue) -> None:
    file = issue("a")
    file.write_text("journal: jmums\ncases: [a]\n")
    plan = list_issue(file.rename(file.with_name("summer.yaml"))).plan
    assert plan is not None
    assert plan.stem == "summer"


def test_a_case_called_as_the_issue_gives_way(issue: WriteIssue) -> None:
    plan = list_issue(issue("issue-3-2", "x/a", "y/a")).plan
    assert plan is not None
    assert [case.key for case in plan.cases] == ["2/issue-3-2", "x/a", "y/a"]


@pytest.mark.parametrize("name", ["absent", "../desk/a", "/etc", "%2e%2e/desk/a", "empty", "file", "a\\b"])
def test_what_is_no_case_below_the_issue_is_refused(name: str, issue: WriteIssue) -> None:
    file = issue("a")
    (file.parent / "empty").mkdir()
    (file.parent / "file").write_text("")
    file.write_text(f"journal: jmums\ncases: [a, '{name}']\n")
    assert codes(file) == ["ISS001"]


def test_a_link_is_refused_also_on_the_way(tmp_path: Path, issue: WriteIssue) -> None:
    file = issue("a")
    write_case(tmp_path / "elsewhere" / "b")
    (file.parent / "way").symlink_to(tmp_path / "elsewhere")
    file.write_text("journal: jmums\ncases: [a, way/b]\n")
    assert codes(file) == ["ISS001"]


def test_a_case_listed_twice_is_told_with_the_first_place(issue: WriteIssue) -> None:
    file = issue("a")
    file.write_text("journal: jmums\ncases:\n  - a\n  - ./a\n")
    (found,) = list_issue(file).diagnostics
    assert (found.code, found.span.line, found.related[0].span.line) == ("ISS002", 4, 3)


def test_a_journal_without_volumes_has_no_issues(issue: WriteIssue) -> None:
    assert codes(issue("a", journal="manuscript")) == ["SRC004"]
