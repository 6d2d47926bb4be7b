"""``casereport check``: what is told where, and the exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from casereport.cli import main

ROOT = Path(__file__).resolve().parents[3]


def report(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_a_sound_case_ends_with_0(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(starter)]) == 0
    told = capsys.readouterr()
    assert "No findings" in told.out
    assert told.err == ""


def test_findings_are_told_on_stdout_with_their_place(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (starter / "case.yaml").open("a", encoding="utf-8") as stream:
        stream.write("keyword: x\n")
    assert main(["check", str(starter)]) == 1
    told = capsys.readouterr()
    assert "SRC003" in told.out
    assert "case.yaml:" in told.out
    assert told.err == ""


def test_json_is_one_document_of_version_1(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (starter / "figures" / "blood-smear.png").unlink()
    assert main(["check", str(starter), "--format", "json"]) == 1
    told = report(capsys)
    assert told["version"] == 1
    assert told["summary"]["error"] == len(told["diagnostics"]) == 1
    assert told["diagnostics"][0]["code"] == "FIG001"
    assert told["diagnostics"][0]["file"] == "case.yaml"


def test_fail_on_sets_what_makes_the_exit_code(starter: Path) -> None:
    with (starter / "references.bib").open("a", encoding="utf-8") as stream:
        stream.write("@book{spare, title={Spare}, author={A, B}, publisher={P}, year={2020}}\n")
    assert main(["check", str(starter)]) == 0
    assert main(["check", str(starter), "--fail-on", "warning"]) == 1


def test_several_cases_are_told_apart_by_the_folder_before_each_file(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    assert main(["new", str(other)]) == 0
    for case in (starter, other):
        (case / "figures" / "blood-smear.png").unlink()
    capsys.readouterr()
    assert main(["check", str(starter), str(other), "--format", "json"]) == 1
    files = [each["file"] for each in report(capsys)["diagnostics"]]
    assert files == [f"{case.as_posix()}/case.yaml" for case in (starter, other)]


def test_case_yaml_may_be_named_in_the_place_of_its_folder(starter: Path) -> None:
    assert main(["check", str(starter / "case.yaml")]) == 0


def test_messages_come_in_the_language_asked_for(
    starter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (starter / "figures" / "blood-smear.png").unlink()
    messages = []
    for arguments, variable in ((["--lang", "fa"], "en"), ([], "fa"), ([], "en")):
        monkeypatch.setenv("CASEREPORT_LANG", variable)
        main(["check", str(starter), "--format", "json", *arguments])
        messages.append(report(capsys)["diagnostics"][0]["message"])
    persian, by_variable, english = messages
    assert persian == by_variable
    assert english.isascii()
    assert not persian.isascii()


def test_an_empty_folder_is_a_finding_not_misuse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    codes = {each["code"] for each in report(capsys)["diagnostics"]}
    assert codes == {"SRC001"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_an_unreadable_folder_is_a_finding(starter: Path) -> None:
    starter.chmod(0)
    try:
        assert main(["check", str(starter)]) == 1
    finally:
        starter.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("case.yaml", b"title: [", "SRC002"),
        ("case.yaml", b"title:\n\tfa: x\n", "SRC002"),
        ("fa.md", "سلام".encode("windows-1256"), "SRC011"),
        ("figures/blood-smear.png", b"\x89PNG\r\n\x1a\n", "FIG006"),
    ],
)
def test_broken_input_is_a_finding_with_a_place(
    name: str, content: bytes, code: str, starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (starter / name).write_bytes(content)
    assert main(["check", str(starter), "--format", "json"]) == 1
    found = [each for each in report(capsys)["diagnostics"] if each["code"] == code]
    assert found
    assert found[0]["line"] >= 1
    assert found[0]["hint"]
