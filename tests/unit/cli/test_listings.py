"""``journals``, ``schema``, ``explain`` and ``doctor``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casereport import resources
from casereport.checks import catalogue
from casereport.cli import main
from casereport.errors import ResourceMissingError
from casereport.journals import journal_ids
from casereport.typesetting import libraries
from casereport.typesetting.libraries import Library


def test_journals_lists_every_journal_and_not_the_base_or_the_starter(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["journals", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in told] == list(journal_ids())
    assert {"jmums", "clinical-brief", "manuscript"} <= set(journal_ids())
    assert not {"base", "starter"} & set(journal_ids())
    assert all(each["name"] and each["print"] for each in told)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_journals_as_text_has_one_block_a_journal(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["journals", "--lang", language]) == 0
    blocks = capsys.readouterr().out.strip().split("\n\n")
    assert [block.splitlines()[0] for block in blocks] == list(journal_ids())
    assert all(len(block.splitlines()) >= 3 for block in blocks)


def test_schema_prints_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["$schema"].startswith("https://json-schema.org/")
    assert "running-title" in told["properties"]


def test_explain_prints_every_rules_page(capsys: pytest.CaptureFixture[str]) -> None:
    for page in catalogue():
        assert main(["explain", page.code.lower()]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{page.code} {page.name}")
        assert page.paragraphs[0] in told


@pytest.mark.parametrize("language", ["fa", "en"])
def test_explain_without_a_code_lists_them_all_below_their_families(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "--lang", language]) == 0
    told = capsys.readouterr().out
    codes: list[str] = []
    for block in told.rstrip("\n").split("\n\n"):
        head, *lines = block.split("\n")
        found = [line.split()[0] for line in lines]
        assert {code.rstrip("0123456789") for code in found} == {head.split()[0]}
        codes += found
    assert codes == [page.code for page in catalogue()]
    assert ("خطا" in told) is (language == "fa")


@pytest.mark.parametrize("name", ["CIT", "cit", "citations"])
def test_explain_of_a_family_lists_it_alone(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", name, "--lang", "fa"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "CIT  ارجاع\u200cها"
    wanted = [(page.code, page.name) for page in catalogue() if page.letters == "CIT"]
    assert [(line.split()[0], line.split()[2]) for line in lines] == wanted


def test_an_unknown_code_is_misuse_and_the_nearest_is_offered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "FIG0001"]) == 2
    assert "Did you mean FIG001" in capsys.readouterr().err
    assert main(["explain", "reference"]) == 2
    assert "Did you mean REF?" in capsys.readouterr().err


def test_doctor_ends_with_0_where_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    for name in ("Python", "Pango", "HarfBuzz", "Fontconfig", "WeasyPrint", "fonts", "templates"):
        assert f"ok {name}" in told
    assert "missing " not in told
    assert told.endswith("Nothing that is needed is missing.\n")


@pytest.mark.parametrize(
    ("platform", "mend"),
    [("linux", "sudo apt install"), ("darwin", "brew install"), ("win32", "MSYS2")],
)
def test_doctor_says_what_to_install_where_a_library_is_missing(
    platform: str, mend: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = (Library("Pango", "", "cannot open it"),)
    monkeypatch.setattr(libraries, "installed_libraries", lambda: gone)
    monkeypatch.setattr("sys.platform", platform)
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "missing Pango" in told
    assert mend in told


def test_doctor_sees_an_installation_that_is_not_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(kind: resources.Kind, _suffix: str) -> tuple[str, ...]:
        raise ResourceMissingError(f"the folder {kind}/ is missing from this installation")

    monkeypatch.setattr(resources, "files", missing)
    assert main(["doctor"]) == 1
    assert "pip install --force-reinstall casereport" in capsys.readouterr().out


def test_doctor_tells_the_folder_of_own_journals_and_that_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path))
    assert main(["doctor"]) == 0
    assert str(tmp_path) in capsys.readouterr().out
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path / "gone"))
    assert main(["doctor"]) == 1
    assert "unset CASEREPORT_JOURNALS" in capsys.readouterr().out


def test_the_labels_of_figures_need_no_raqm(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "raqm_version", lambda: "")
    assert main(["doctor"]) == 0
    assert "note Raqm" in capsys.readouterr().out


def test_all_bundled_journals_pass_their_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journals", "--check", "--fail-on", "note", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["diagnostics"] == []


def test_a_journals_folder_is_checked_with_what_lies_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in {"parent": "extends: jmums\nname: X\n", "child": "extends: parent\nhue: 1\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "journal.yaml").write_text(text, encoding="utf-8")
    assert main(["journals", "--check", str(tmp_path / "child"), "--format", "json"]) == 1
    (item,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (item["code"], item["file"], item["line"]) == ("PROF002", "journal.yaml", 2)
    manifest = str(tmp_path / "parent" / "journal.yaml")
    assert main(["journals", "--check", manifest, "jmums", "--lang", "fa"]) == 0


def test_several_journals_are_told_by_their_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "journal.yaml").write_text("extends: nowhere\n", encoding="utf-8")
    assert main(["journals", "--check", str(tmp_path), "jmums"]) == 1
    told = capsys.readouterr().out
    assert f"{tmp_path}/journal.yaml:1:10: error PROF007 parent-unusable" in told
    assert "extends: nowhere" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["jmums"], "--check"),
        (["--format", "sarif"], "text or json"),
        (["--check", "jmms"], "did you mean jmums"),
        (["--check", "zzz"], "journal.yaml"),
    ],
)
def test_journals_refuses_what_it_cannot_do(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["journals", *arguments]) == 2
    assert said in capsys.readouterr().err
