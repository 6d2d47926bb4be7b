"""``casereport batch --issue``: misuse, a faulty file, and how it is described."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from casereport.cli import main
from casereport.pipeline.batch import BatchOptions, CaseOutcome
from casereport.pipeline.issue.listing import IssuePlan


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An issue's file that names a folder that is not there."""
    path = tmp_path / "issue.yaml"
    path.write_text("journal: jmums\ncases:\n  - absent\n")
    return path


@pytest.mark.parametrize(
    "more", [["."], ["--journal", "jmums"], ["--to", "html"]], ids=["folders", "journal", "no-pdf"]
)
def test_what_an_issue_says_itself_is_not_said_beside_it(
    file: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", "--issue", str(file), *more]) == 2
    assert "An issue" in capsys.readouterr().err


def test_neither_folders_nor_an_issue_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch"]) == 2
    assert "--issue FILE" in capsys.readouterr().err


def test_a_faulty_file_is_told_at_its_line_and_nothing_is_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", "--issue", str(file), "-o", str(tmp_path / "out")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "issue.yaml:3:5: error ISS001" in told.err
    assert not (tmp_path / "out").exists()


def test_an_issue_that_is_stopped_leaves_its_summary_and_says_how_to_go_on(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yaml").write_text("title: T\n")
    file.write_text("journal: jmums\ncases: [a, b]\n")

    def stopped(
        plan: IssuePlan, _options: BatchOptions, told: Callable[[CaseOutcome], None]
    ) -> None:
        told(CaseOutcome(case=plan.cases[1], ending="written", files=("b.pdf",)))
        raise KeyboardInterrupt

    monkeypatch.setattr("casereport.pipeline.issue.building.build_issue", stopped)
    summary = tmp_path / "summary.json"
    arguments = ["--issue", str(file), "-o", str(tmp_path / "out"), "--summary", str(summary)]
    assert main(["batch", *arguments, "--lang", "en"]) == 130
    told = capsys.readouterr()
    assert told.out.split() == [str(tmp_path / "out" / "b.pdf")]
    assert "stopped after 1 of 2 articles; --resume goes on" in told.err
    said = json.loads(summary.read_text())
    assert [case["ending"] for case in said["cases"]] == ["written"]
    assert (said["issue"]["ending"], said["issue"]["failure"]["cause"]) == ("failed", "stopped")


def test_the_schema_of_an_issue_has_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "issue"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert {"journal", "first-page", "sections", "start"} <= schema["properties"].keys()
    assert schema["properties"]["first-page"]["minimum"] == 1
    assert schema["required"] == ["journal"]
