"""``casereport fix``: what is written, what is told, and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.cli import main
from casereport.workspace import DiskWorkspace


@pytest.fixture
def faulty(starter: Path) -> Path:
    """The starter with a key that only its underscore makes unknown."""
    file = starter / "case.yaml"
    text = file.read_text("utf-8")
    assert "running-title" in text
    file.write_text(text.replace("running-title", "running_title", 1), "utf-8")
    return starter


def test_a_case_is_mended_and_a_second_run_has_nothing_to_do(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (faulty / "case.yaml").read_bytes()
    assert main(["fix", str(faulty)]) == 0
    told = capsys.readouterr().out
    assert "SRC003" in told
    assert f"{faulty.as_posix()}/case.yaml:" in told
    mended = (faulty / "case.yaml").read_bytes()
    assert mended == before.replace(b"running_title", b"running-title", 1)
    assert main(["fix", str(faulty)]) == 0
    assert capsys.readouterr().out == "There is nothing to fix.\n"
    assert (faulty / "case.yaml").read_bytes() == mended


def test_a_dry_run_prints_a_diff_and_writes_nothing(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (faulty / "case.yaml").read_bytes()
    assert main(["fix", str(faulty), "--dry-run"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["--- a/my-case/case.yaml", "+++ b/my-case/case.yaml"]
    assert [line[1:15] for line in lines if line[:1] == "+"][1:] == ["running-title:"]
    assert (faulty / "case.yaml").read_bytes() == before


def test_fixes_that_may_change_the_meaning_wait_for_unsafe(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = starter / "case.yaml"
    text = file.read_text("utf-8").replace("running-title", "runing-title", 1)
    file.write_text(text, "utf-8")
    assert main(["fix", str(starter)]) == 0
    told = capsys.readouterr()
    assert told.out == "There is nothing to fix.\n"
    assert told.err == "Fixes that only --unsafe applies: 1\n"
    assert main(["fix", str(starter), "--unsafe"]) == 0
    assert "running-title" in file.read_text("utf-8")


def test_a_file_that_was_changed_meanwhile_is_not_written_over(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    original = DiskWorkspace.names

    def names(workspace: DiskWorkspace) -> tuple[str, ...]:
        # Somebody saves the file while the case is read again.
        if names.calls == 4:  # type: ignore[attr-defined]
            with (faulty / "case.yaml").open("a", encoding="utf-8") as stream:
                stream.write("# saved meanwhile\n")
        names.calls += 1  # type: ignore[attr-defined]
        return original(workspace)

    names.calls = 1  # type: ignore[attr-defined]
    monkeypatch.setattr(DiskWorkspace, "names", names)
    assert main(["fix", str(faulty)]) == 1
    assert "changed meanwhile" in capsys.readouterr().err
    text = (faulty / "case.yaml").read_text("utf-8")
    assert "running_title" in text
    assert text.endswith("# saved meanwhile\n")


def test_a_case_that_cannot_be_read_ends_with_1_and_misuse_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fix", str(tmp_path)]) == 1
    assert "SRC001" in capsys.readouterr().err
    assert main(["fix", str(tmp_path / "absent")]) == 2
