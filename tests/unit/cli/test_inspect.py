"""``casereport inspect`` and ``render --prove``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casereport.cli import main
from casereport.typesetting import typeset

HTML = (
    '<html lang="fa" dir="rtl"><title>گزارش</title><p style="font-family:Vazirmatn">'
    "یافته\u200cها در بیمار مبتلا به کلسینوز</p>"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.pdf"
    path.write_bytes(typeset(HTML))
    return path


def test_the_facts_of_a_sound_pdf_are_told(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(article)]) == 0
    told = capsys.readouterr().out
    assert all(fact in told for fact in ("Vazirmatn", "A4", "Language: fa"))
    assert told.rstrip().endswith("No findings.")


def test_the_facts_are_told_in_persian(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(article), "--lang", "fa"]) == 0
    assert "تعداد صفحه: ۱" in capsys.readouterr().out


def test_json_has_the_facts_and_the_findings(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(article), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["version", "pdf", "diagnostics", "summary"]
    assert told["pdf"]["language"] == "fa"
    assert told["pdf"]["tagged"] is True
    assert [page["number"] for page in told["pdf"]["pages"]] == [1]
    assert all(font["embedded"] for font in told["pdf"]["fonts"])


def test_a_faulty_pdf_ends_with_1_as_far_as_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    path = tmp_path / "stock.pdf"
    path.write_bytes(typeset(HTML))
    assert main(["inspect", str(path)]) == 0
    assert "OUT001" in capsys.readouterr().out
    assert main(["inspect", str(path), "--fail-on", "warning"]) == 1


@pytest.mark.parametrize("content", [b"no PDF", b"%PDF-1.7\nbroken"])
def test_what_is_no_pdf_is_told_with_its_code_and_a_hint(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert main(["inspect", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    first, hint = told.err.splitlines()
    assert first.startswith("SRC001 a.pdf is ")
    assert hint.startswith("  ")


def test_a_file_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    assert main(["inspect", str(tmp_path / "none.pdf")]) == 2


def test_a_link_to_a_pdf_is_followed(article: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(article)
    assert main(["inspect", str(link)]) == 0


def test_proving_a_starter_case_finds_nothing(
    starter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(starter), "-o", str(tmp_path / "out"), "--prove"]) == 0
    assert capsys.readouterr().err == ""


def test_what_the_proof_finds_is_told_and_with_strict_nothing_is_written(
    starter: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    out = tmp_path / "out"
    assert main(["render", str(starter), "-o", str(out)]) == 0
    assert "OUT001" not in capsys.readouterr().err
    assert main(["render", str(starter), "-o", str(out / "told"), "--prove"]) == 0
    assert "OUT001" in capsys.readouterr().err
    assert (out / "told" / "my-case.pdf").exists()
    assert main(["render", str(starter), "-o", str(out / "none"), "--prove", "--strict"]) == 1
    assert not (out / "none").exists()
