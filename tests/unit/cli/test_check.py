"""``casereport check``: what is told where, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


def test_every_format_is_printed_and_an_unknown_one_is_misuse(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (starter / "figures" / "blood-smear.png").unlink()
    beginnings = {"text": str(starter), "json": "{", "sarif": "{", "github": "::error", "html": "<!D"}
    for form, beginning in beginnings.items():
        assert main(["check", str(starter), "--format", form]) == 1
        assert capsys.readouterr().out.startswith(beginning)
    assert main(["check", str(starter), "--format", "htm"]) == 2
    assert "did you mean html" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "html"])
def test_no_format_imports_the_layout_engine(form: str, starter: Path) -> None:
    (starter / "figures" / "blood-smear.png").unlink()
    code = (
        "import sys; from casereport.cli import main; "
        f"code = main(['check', {str(starter)!r}, '--format', {form!r}, '--lang', 'fa']); "
        "found = {'weasyprint', 'pydyf'} & set(sys.modules); "
        "sys.exit(f'imported: {found}' if found or code != 1 else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_baseline_leaves_what_is_new(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline = str(starter.parent / "known.json")
    (starter / "figures" / "blood-smear.png").unlink()
    assert main(["check", str(starter), "--write-baseline", baseline]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith("known.json: 1\n")
    with (starter / "case.yaml").open("r+", encoding="utf-8") as stream:
        text = stream.read()
        stream.seek(0)
        stream.write("# a line above moves the others\n" + text)
    assert main(["check", str(starter), "--baseline", baseline, "--format", "json"]) == 0
    assert report(capsys)["diagnostics"] == []
    with (starter / "case.yaml").open("a", encoding="utf-8") as stream:
        stream.write("keyword: x\n")
    assert main(["check", str(starter), "--baseline", baseline, "--format", "json"]) == 1
    assert [each["code"] for each in report(capsys)["diagnostics"]] == ["SRC003"]


def test_what_a_baseline_holds_in_vain_is_told(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baseline = starter.parent / "known.json"
    entry = {"code": "REF001", "file": "references.bib", "count": 2, "fingerprint": "0"}
    baseline.write_text(json.dumps({"version": 1, "findings": [entry]}), "utf-8")
    assert main(["check", str(starter), "--baseline", str(baseline)]) == 0
    assert "no longer found: REF001 in references.bib (2)" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, "[]"])
def test_a_baseline_that_cannot_be_read_is_misuse(content: str | None, starter: Path) -> None:
    baseline = starter.parent / "known.json"
    if content is not None:
        baseline.write_text(content, "utf-8")
    assert main(["check", str(starter), "--baseline", str(baseline)]) == 2


def test_the_settings_of_a_project_hold_below_the_command_line(
    starter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (starter / "references.bib").open("a", encoding="utf-8") as stream:
        stream.write("@book{spare, title={Spare}, author={A, B}, publisher={P}, year={2020}}\n")
    settings = starter.parent / "casereport.toml"
    settings.write_text('fail-on = "warning"\nlanguage = "fa"\n', "utf-8")
    assert main(["check", str(starter)]) == 1
    assert main(["check", str(starter), "--fail-on", "error"]) == 0
    settings.write_text('fail-on = "warning"\n[checks]\nCIT002 = "off"\n', "utf-8")
    assert main(["check", str(starter)]) == 0
    capsys.readouterr()
    monkeypatch.delenv("CASEREPORT_LANG")
    monkeypatch.setenv("LC_ALL", "C")
    settings.write_text('language = "fa"\n', "utf-8")
    main(["check", str(starter), "--format", "json"])
    assert not report(capsys)["diagnostics"][0]["message"].isascii()
    main(["check", str(starter), "--format", "json", "--lang", "en"])
    assert report(capsys)["diagnostics"][0]["message"].isascii()


def test_settings_inside_the_case_folder_are_not_followed_unseen(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (starter / "casereport.toml").write_text('[checks]\nCIT002 = "off"\n', "utf-8")
    assert main(["check", str(starter)]) == 0
    assert "CIT002" in capsys.readouterr().err
    own = starter.parent / "own.toml"
    own.write_text("", "utf-8")
    assert main(["check", str(starter), "--settings", str(own)]) == 0
    assert capsys.readouterr().err == ""
    own.write_text('fail-on = "never"\n', "utf-8")
    assert main(["check", str(starter), "--settings", str(own)]) == 2
