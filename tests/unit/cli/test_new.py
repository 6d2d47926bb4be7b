"""``casereport new``: the starter case passes every check, and nothing is ever overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casereport.cli import main
from casereport.cli.commands import new
from casereport.journals import journal_ids

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("journal", journal_ids())
@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_starter_passes_every_check_for_every_journal(
    journal: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "case"
    assert main(["new", str(folder), "--journal", journal]) == 0
    capsys.readouterr()
    options = ["--fail-on", "note", "--format", "json", "--lang", language]
    code = main(["check", str(folder), *options])
    assert json.loads(capsys.readouterr().out)["diagnostics"] == []
    assert code == 0


def test_the_journal_is_written_into_the_case(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "case"), "--journal", "jmums"]) == 0
    assert "\njournal: jmums\n" in (tmp_path / "case" / "case.yaml").read_text("utf-8")


def test_every_file_of_the_starter_is_written_as_it_ships(starter: Path) -> None:
    shipped = ROOT / "templates" / "starter"
    for path in shipped.rglob("*"):
        if path.is_file():
            assert (starter / path.relative_to(shipped)).read_bytes() == path.read_bytes()


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["new", str(tmp_path / "mine.txt")]) == 2
    assert "mine.txt' is a file; name a new folder." in capsys.readouterr().err


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    assert (tmp_path / "case.yaml").is_file()


def test_the_next_steps_are_told_on_stderr_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "case")]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "casereport check" in told.err
    assert "casereport render" in told.err


def test_it_asks_for_the_journal_on_a_terminal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer() -> str:
        asked.append("journal")
        return "clinical-brief"

    monkeypatch.setattr(new, "_ask_for_journal", answer)
    assert main(["new", str(tmp_path / "first")]) == 0
    assert asked == []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert main(["new", str(tmp_path / "second")]) == 0
    assert asked == ["journal"]
    case = (tmp_path / "second" / "case.yaml").read_text("utf-8")
    assert "\njournal: clinical-brief\n" in case
