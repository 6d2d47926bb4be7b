"""``casereport refs evidence``, ``check --evidence``, and the folder that casereport.toml names."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casereport.cli import main
from casereport.references.reading import read_references
from tests.evidence_answers import crossref_list, crossref_work


@pytest.fixture
def works(starter: Path) -> str:
    """Records of the starter's references; the last one has none, the first other pages."""
    text = (starter / "references.bib").read_text("utf-8")
    references = read_references("references.bib", text).references
    assert len(references) >= 2
    first = replace(references[0], page="9991-9995")
    return crossref_list([crossref_work(each) for each in (first, *references[1:-1])])


@pytest.fixture
def desk(tmp_path: Path, works: str) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "works.json").write_text(works, encoding="utf-8")
    return folder


def findings(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    told = json.loads(capsys.readouterr().out)["diagnostics"]
    return [item for item in told if item["code"] == "REF015" and item["severity"] == "warning"]


def test_check_compares_with_the_folder_that_is_named(
    starter: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(starter), "--evidence", str(desk), "--format", "json"]) == 0
    (item,) = findings(capsys)
    assert "9991" in item["message"]
    assert main(["check", str(starter), "--evidence", str(desk / "gone")]) == 2


def test_check_compares_with_the_cases_own_folder(
    starter: Path, works: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (starter / "evidence").mkdir()
    (starter / "evidence" / "works.json").write_text(works, encoding="utf-8")
    assert main(["check", str(starter), "--format", "json"]) == 0
    (item,) = findings(capsys)
    assert item["related"][0]["file"] == "evidence/works.json"


def test_settings_name_a_folder_from_where_they_stand(
    starter: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (starter.parent / "casereport.toml").write_text(f'evidence = "{desk.name}"\n')
    assert main(["check", str(starter), "--format", "json"]) == 0
    assert len(findings(capsys)) == 1
    (starter.parent / "casereport.toml").write_text("evidence = 5\n")
    assert main(["check", str(starter)]) == 2
    assert "evidence cannot be 5" in capsys.readouterr().err


def test_settings_in_the_case_folder_lead_nowhere_outside(
    starter: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("../desk", str(desk), "x/../../desk"):
        (starter / "casereport.toml").write_text(f"evidence = {folder!r}\n")
        assert main(["check", str(starter), "--format", "json"]) == 0
        told = capsys.readouterr()
        assert "is not read" in told.err
        assert '"severity": "warning"' not in told.out
    shutil.copytree(desk, starter / "saved")
    (starter / "casereport.toml").write_text('evidence = "saved"\n')
    assert main(["check", str(starter), "--format", "json"]) == 0
    assert len(findings(capsys)) == 1


def test_files_of_the_desk_keep_their_names_when_several_cases_are_checked(
    starter: Path, desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "broken.json").write_text("{")
    shutil.copytree(starter, starter.parent / "other")
    monkeypatch.chdir(starter.parent)
    arguments = ["check", "my-case", "other", "--evidence", "desk", "--format", "json"]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [item["file"] for item in told if item["code"] == "SRC001"] == ["./desk/broken.json"]
    own = [item for item in told if item["code"] == "REF015" and item["severity"] == "warning"]
    assert [item["file"] for item in own] == ["my-case/references.bib", "other/references.bib"]
    assert {item["related"][0]["file"] for item in own} == {"./desk/works.json"}


def test_a_report_tells_nothing_of_the_way_to_the_desks_folder(
    starter: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("text", "json", "html", "sarif", "github"):
        arguments = ["check", str(starter), "--evidence", str(desk), "--format", form]
        assert main(arguments) == 0
        told = capsys.readouterr().out
        assert str(desk) not in told
        assert form == "github" or "desk/works.json" in told.replace("%2F", "/")


def test_evidence_tells_each_reference_with_its_record_and_fields(
    starter: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", "evidence", str(starter), "--evidence", str(desk), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    first, last = told["references"][0], told["references"][-1]
    assert first["records"][0]["source"] == "Crossref"
    assert first["fields"]["page"]["verdict"] == "different"
    assert first["fields"]["page"]["there"] == "9991\u20139995"
    assert first["fields"]["title"]["verdict"] == "equal"
    assert (last["records"], last["fields"]) == ([], {})
    assert told["compared"] == len(told["references"]) - 1


@pytest.mark.parametrize("language", ["en", "fa"])
def test_evidence_as_text_names_what_was_compared_with_what(
    language: str, starter: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", "evidence", str(starter), "--evidence", str(desk), "--lang", language]) == 0
    out = capsys.readouterr().out
    assert "works.json" in out
    assert "9991" in out
    if language == "en":
        assert "different: pages" in out
        assert "not compared, there is no record" in out
    else:
        assert "different" not in out
        assert "compared" not in out


def test_evidence_tells_files_it_cannot_read_and_cases(
    starter: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "broken.json").write_text("{")
    assert main(["refs", "evidence", str(starter), "--evidence", str(desk)]) == 0
    assert "broken.json:1:2: warning SRC001" in capsys.readouterr().err
    (starter / "case.yaml").write_text("a: [")
    assert main(["refs", "evidence", str(starter)]) == 1
    told = capsys.readouterr()
    assert "SRC002" in told.err
    assert told.out == ""
