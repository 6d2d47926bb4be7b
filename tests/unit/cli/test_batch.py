"""``casereport batch``: what is told where, how it ends, and that nothing is left half-done."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from casereport.cli import main
from tests.processes import Family

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and /proc as Linux has them")

MANIFEST = "casereport-batch.json"
COUNT = 7
LONG = os.environ.get("CASEREPORT_LONG") == "1"
ENGLISH = {**os.environ, "CASEREPORT_LANG": "en"}


@pytest.fixture(autouse=True)
def _workers_import_no_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each worker imports the program that starts it; half a second for pytest, which none needs."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder with seven tiny cases."""
    for number in range(COUNT):
        folder = tmp_path / "cases" / f"case-{number:02}"
        folder.mkdir(parents=True)
        (folder / "case.yaml").write_text(
            f"title: {{en: Report {number}}}\njournal: manuscript\nlanguages: [en]\n"
        )
        (folder / "en.md").write_text(f"## Discussion {{#discussion}}\n\nText {number}.\n")
    return tmp_path / "cases"


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.glob("*.pdf")
    }


def start(family: Family, cases: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """The command, as a shell would start it."""
    return family.start("batch", cases, "-o", out, "--jobs", "2", *more)


def test_paths_go_to_stdout_a_line_for_each_case_and_the_totals_to_stderr(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    (cases / "case-03" / "case.yaml").write_text("title: [\n")
    assert main(["batch", "--jobs", "1", str(cases), "-o", str(out), "--to", "html"]) == 1
    told = capsys.readouterr()
    numbers = [number for number in range(COUNT) if number != 3]
    assert told.out.splitlines() == [str(out / f"case-{number:02}.html") for number in numbers]
    lines = told.err.splitlines()
    assert lines[0] == f"1 of 7: {cases}/case-00: written."
    assert lines[3] == f"4 of 7: {cases}/case-03: failed."
    assert "SRC002" in told.err
    assert f"{cases}/case-03:" in lines
    assert "Cases: 7; written: 6, unchanged: 0, failed: 1; " in told.err


def test_the_summary_says_how_each_case_went(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, summary = tmp_path / "out", tmp_path / "sub" / "summary.json"
    (cases / "case-03" / "case.yaml").write_text("title: [\n")
    arguments = ["batch", "--jobs", "1", str(cases), "-o", str(out), "--to", "html", "--summary", str(summary), "-q"]
    assert main([*arguments, "--resume"]) == 1
    report = json.loads(summary.read_text("utf-8"))
    assert report["version"] == 1
    assert report["summary"] == {"written": 6, "unchanged": 0, "failed": 1}
    (failed,) = [case for case in report["cases"] if case["ending"] == "failed"]
    assert failed["case"] == f"{cases}/case-03"
    assert failed["failure"]["cause"] == "findings"
    assert failed["codes"] == ["SRC002"]
    assert failed["files"] == []
    assert report["cases"][0]["files"] == ["case-00.html"]
    assert main([*arguments, "--resume"]) == 1
    assert json.loads(summary.read_text("utf-8"))["summary"]["unchanged"] == 6


def test_quiet_says_nothing_where_nothing_failed(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = cases / "case-00"
    assert main(["batch", "--jobs", "1", str(one), "-o", str(tmp_path / "out"), "--to", "html", "-q"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out == f"{tmp_path / 'out'}/case-00.html\n"


def test_it_speaks_persian(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["batch", "--jobs", "1", str(cases / "case-00"), "-o", str(tmp_path / "out"), "--to", "html"]
    assert main([*arguments, "--lang", "fa"]) == 0
    told = capsys.readouterr().err
    assert "نوشته شد" in told
    assert "گزارش\u200cها: ۱" in told


def test_folders_without_a_case_are_misuse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", "--jobs", "1", str(tmp_path)]) == 2
    assert "There is no case.yaml" in capsys.readouterr().err


def test_a_full_disk_ends_the_batch_and_leaves_nothing(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("casereport.workspace.writing.os.fsync", refuse)
    out = tmp_path / "out"
    assert main(["batch", "--jobs", "1", str(cases), "-o", str(out), "--to", "html"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "ENV001" in told.err
    assert "the disk is full" in told.err
    assert "Stopped after 1 of 7 cases" in told.err
    assert not out.exists()


def test_a_limit_on_files_leaves_nothing_under_a_final_name(cases: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = subprocess.run(
        [sys.executable, "-m", "casereport", "batch", str(cases / "case-00"), "-o", str(out)],
        capture_output=True,
        text=True,
        env=ENGLISH,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        check=False,
    )
    assert ended.returncode == 1
    assert "larger than a file may be" in ended.stderr
    assert ended.stdout == ""
    assert not out.exists()


def test_ctrl_c_ends_with_130_and_leaves_no_process_and_no_half_file(
    cases: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    family = Family()
    running = start(family, cases, out)
    assert running.stderr is not None
    assert running.stderr.readline().startswith("1 of 7: ")
    # As a terminal does it: to every process of the group.
    os.killpg(running.pid, signal.SIGINT)
    told_out, told_err = running.communicate(timeout=120)
    assert running.returncode == 130
    assert "--resume goes on from here" in told_err
    assert "Traceback" not in told_err
    family.wait_for_the_end()
    written = sorted(str(path) for path in out.glob("*.pdf"))
    assert sorted(told_out.split()) == written
    assert 1 <= len(written) < COUNT
    assert sorted(path.name for path in out.iterdir() if path.suffix != ".pdf") == [MANIFEST]
    noted = json.loads((out / MANIFEST).read_text())["cases"]
    assert {f"{key}.pdf" for key in noted} == {Path(path).name for path in written}


@pytest.mark.parametrize("lines", range(1, COUNT) if LONG else [2])
def test_after_kill_9_resume_completes_with_the_same_bytes(
    lines: int, cases: Path, tmp_path: Path
) -> None:
    out, whole = tmp_path / "out", tmp_path / "whole"
    family = Family()
    running = start(family, cases, out)
    assert running.stderr is not None
    for _ in range(lines):
        running.stderr.readline()
    running.kill()
    running.communicate(timeout=120)
    family.wait_for_the_end()
    # What stands under a final name is whole.
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in out.glob("*.pdf"))
    assert main(["batch", "--jobs", "1", str(cases), "-o", str(out), "--resume", "-q"]) == 0
    assert main(["batch", "--jobs", "1", str(cases), "-o", str(whole), "-q"]) == 0
    assert hashes(out) == hashes(whole)
    assert len(hashes(out)) == COUNT


def test_a_worker_killed_from_outside_costs_one_case(cases: Path, tmp_path: Path) -> None:
    out, summary = tmp_path / "out", tmp_path / "summary.json"
    family = Family()
    running = start(family, cases, out, "--summary", str(summary))
    assert running.stderr is not None
    running.stderr.readline()
    workers = family.workers()
    os.kill(workers[0], signal.SIGKILL)
    running.communicate(timeout=300)
    report = json.loads(summary.read_text())
    causes = [case["failure"] for case in report["cases"] if case["failure"]]
    # None, when it was idle at that moment.
    assert [cause["cause"] for cause in causes] in ([], ["died"])
    assert report["summary"]["written"] == COUNT - len(causes)
    assert running.returncode == (1 if causes else 0)


def test_render_isolated_writes_what_render_writes(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = str(cases / "case-00")
    assert main(["render", one, "-o", str(tmp_path / "here")]) == 0
    plain = capsys.readouterr()
    assert main(["render", one, "-o", str(tmp_path / "apart"), "--isolated"]) == 0
    isolated = capsys.readouterr()
    assert hashes(tmp_path / "apart") == hashes(tmp_path / "here")
    assert isolated.err == plain.err


def test_settings_are_taken_for_each_case_and_told_once(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (cases / "casereport.toml").write_text("colour = 3\n[checks]\nETH001 = 'error'\n")
    arguments = ["batch", "--jobs", "1", str(cases), "-o", str(tmp_path / "out"), "--to", "html", "--strict"]
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert told.count("there is no setting") == 1
    assert "failed: 7" in told
