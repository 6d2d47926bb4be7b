"""``casereport care``: the checklist on stdout or in a file; the exit code says whether it was made."""

from __future__ import annotations

from pathlib import Path

from casereport.cli.entry import main

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = str(ROOT / "samples/hand-calcinosis-66")


def test_text_goes_to_stdout_in_the_readers_language(capfd) -> None:  # type: ignore[no-untyped-def]
    assert main(["care", SAMPLE, "--lang", "fa"]) == 0
    told = capfd.readouterr().out
    assert told.startswith("سیاههٔ \u2066CARE\u2069\n")
    assert "۱۳. رضایت آگاهانه" in told


def test_a_file_is_written_and_named(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "list.html"
    assert main(["care", SAMPLE, "--to", "html", "--lang", "en", "-o", str(target)]) == 0
    assert capfd.readouterr().out.strip() == str(target)
    assert "CARE checklist" in target.read_text("utf-8")


def test_a_pdf_has_pages_by_default(tmp_path: Path) -> None:
    target = tmp_path / "list.pdf"
    assert main(["care", SAMPLE, "--to", "pdf", "--lang", "en", "-o", str(target)]) == 0
    from casereport.inspection import read_pdf

    assert "Page" in read_pdf(target.read_bytes()).text


def test_a_case_that_cannot_be_read_is_told_and_nothing_is_made(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "case.yaml").write_text("title: [", encoding="utf-8")
    assert main(["care", str(tmp_path), "--lang", "en"]) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert "SRC002" in told.err


def test_an_unknown_format_is_misuse(capfd) -> None:  # type: ignore[no-untyped-def]
    assert main(["care", SAMPLE, "--to", "docx"]) == 2
    assert "docx" in capfd.readouterr().err
