"""``casereport render``: what is written where, and the exit code."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from casereport.cli import main


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_pdf_is_named_after_the_case_and_its_path_is_all_of_stdout(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["render", str(starter), "-o", str(out)]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [str(out / "my-case.pdf")]
    assert told.err == ""
    assert (out / "my-case.pdf").read_bytes().startswith(b"%PDF-")


def test_every_format_asked_for_is_written_and_told_on_a_line_of_its_own(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["render", str(starter), "-o", str(out), "--to", "html,pdf"]) == 0
    written = [str(out / name) for name in ("my-case.html", "my-case.pdf")]
    assert sorted(capsys.readouterr().out.splitlines()) == written
    assert names(out) == ["my-case.html", "my-case.pdf"]


def test_the_folder_for_results_is_build_where_one_stands(
    starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["render", str(starter), "--to", "html"]) == 0
    assert names(tmp_path / "build") == ["my-case.html"]


def test_a_case_rendered_from_inside_its_folder_is_named_after_it(
    starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(starter)
    out = tmp_path / "out"
    assert main(["render", ".", "--to", "html", "-o", str(out)]) == 0
    assert names(out) == ["my-case.html"]


def test_the_kept_html_has_its_assets_beside_it(starter: Path, tmp_path: Path) -> None:
    out, kept = tmp_path / "out", tmp_path / "kept"
    assert main(["render", str(starter), "-o", str(out), "--keep-html", str(kept)]) == 0
    assert names(out) == ["my-case.pdf"]
    assert "my-case.html" in names(kept)
    html = (kept / "my-case.html").read_text("utf-8")
    assert "@font-face" in html
    assert "asset:" not in html
    assert len([name for name in names(kept) if name.endswith((".ttf", ".png"))]) > 1


def test_a_missing_figure_ends_with_1_and_writes_nothing(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (starter / "figures" / "blood-smear.png").unlink()
    out = tmp_path / "out"
    assert main(["render", str(starter), "-o", str(out)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "FIG001" in told.err
    assert "Nothing was written." in told.err
    assert not out.exists()


def test_an_error_of_the_text_is_told_and_the_file_written_but_not_with_strict(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = starter / "en.md"
    text.write_text(text.read_text("utf-8").replace("@riley2017", "@nobody2017"), "utf-8")
    out = tmp_path / "out"
    assert main(["render", str(starter), "-o", str(out), "--strict"]) == 1
    assert not out.exists()
    assert main(["render", str(starter), "-o", str(out)]) == 0
    assert "CIT001" in capsys.readouterr().err
    assert names(out) == ["my-case.pdf"]


def test_blind_leaves_the_authors_out(starter: Path, tmp_path: Path) -> None:
    options = ["--journal", "manuscript", "--to", "html", "-o"]
    assert main(["render", str(starter), *options, str(tmp_path / "open")]) == 0
    assert main(["render", str(starter), "--blind", *options, str(tmp_path / "blind")]) == 0
    shown = (tmp_path / "open" / "my-case.html").read_text("utf-8")
    hidden = (tmp_path / "blind" / "my-case.html").read_text("utf-8")
    for word in ("Ahmadi", "sara.ahmadi@example.org"):
        assert word in shown
        assert word not in hidden


def test_a_full_disk_is_told_in_one_sentence_and_leaves_no_file(
    starter: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    out = tmp_path / "out"
    assert main(["render", str(starter), "-o", str(out), "--to", "html"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("ENV001 ")
    assert "the disk is full" in told.err
    assert told.out == ""
    assert names(out) == []


def test_a_file_in_the_place_of_the_folder_is_misuse(starter: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    assert main(["render", str(starter), "-o", str(tmp_path / "out")]) == 2
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_told_as_a_file(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    for option in ("-o", "--keep-html"):
        assert main(["render", str(starter), option, str(tmp_path / "file")]) == 2
        assert "file' is a file; name a folder." in capsys.readouterr().err


def test_a_link_to_itself_in_the_place_of_the_folder_is_told(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    assert main(["render", str(starter), "--to", "html", "-o", str(loop), "--keep-html",
                 str(tmp_path / "kept")]) == 1  # fmt: skip
    assert "ENV001" in capsys.readouterr().err
