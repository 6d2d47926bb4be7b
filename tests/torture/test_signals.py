"""A batch that is asked to end: by SIGTERM, SIGHUP, Ctrl-C twice, a reader or a terminal that goes."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes import Family
from tests.torture.cases import tiny_case, write_case
from tests.torture.conftest import Score

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc as Linux has it")

CASES = 6
MANIFEST = "casereport-batch.json"
SECONDS = 300


@pytest.fixture(autouse=True)
def _signals_as_at_a_terminal() -> Iterator[None]:
    """What a shell or nohup starts in the background ignores these, and so do its programs."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGHUP)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler or signal.SIG_DFL)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    for number in range(CASES):
        write_case(tmp_path / "cases" / f"case-{number}", tiny_case(number))
    return tmp_path / "cases"


@pytest.fixture
def family() -> Family:
    return Family()


@pytest.fixture
def _long_only(is_long: bool) -> None:
    if not is_long:
        pytest.skip("with --torture")


def begun(family: Family, cases: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """A batch whose first case is written."""
    running = family.start("batch", cases, "-o", out, "--jobs", "1", *more)
    assert running.stderr is not None
    assert running.stderr.readline().startswith("1 of 6: ")
    return running


def is_clean(family: Family, out: Path) -> None:
    """No process is left, no temporary file; what was written is noted, and nothing else."""
    family.wait_for_the_end()
    written = {path.stem for path in out.glob("*.pdf")}
    assert {path.name for path in out.iterdir()} == {MANIFEST, *(f"{name}.pdf" for name in written)}
    assert set(json.loads((out / MANIFEST).read_text("utf-8"))["cases"]) == written


@pytest.mark.parametrize(("name", "times"), [("SIGTERM", 1), ("SIGHUP", 1), ("SIGINT", 20)])
def test_a_signal_ends_a_batch_with_all_cleaned_up(  # noqa: PLR0917
    name: str, times: int, cases: Path, tmp_path: Path, score: Score, is_long: bool
) -> None:
    if name == "SIGHUP" and not is_long:
        pytest.skip("with --torture")
    out, summary, number = tmp_path / "out", tmp_path / "summary.json", signal.Signals[name]
    family = Family()
    running = begun(family, cases, out, "--summary", str(summary))
    for _ in range(times):
        running.send_signal(number)
        time.sleep(0.05)
    _, told = running.communicate(timeout=SECONDS)
    score(f"{name}, {times} times", target=f"exit {128 + number}", measured=f"exit {running.returncode}")
    assert running.returncode == 128 + number
    assert "Traceback" not in told
    assert "--resume goes on from here" in told
    assert 1 <= json.loads(summary.read_text())["summary"]["written"] < CASES
    is_clean(family, out)


@pytest.mark.usefixtures("_long_only")
def test_nohup_is_heeded(cases: Path, family: Family, tmp_path: Path) -> None:
    out = tmp_path / "out"
    running = family.start(
        "batch", cases / "case-0", "-o", out,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )  # fmt: skip
    time.sleep(0.5)
    running.send_signal(signal.SIGHUP)
    told, _ = running.communicate(timeout=SECONDS)
    assert (running.returncode, told) == (0, f"{out}/case-0.pdf\n")


def test_a_reader_that_goes_costs_no_file(cases: Path, family: Family, tmp_path: Path) -> None:
    out, summary = tmp_path / "out", tmp_path / "summary.json"
    with family.start("batch", cases, "-o", out, "--summary", summary, "-q") as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        told = running.stderr.read()
        assert running.wait(timeout=SECONDS) == 141
    assert told == ""
    assert json.loads(summary.read_text())["summary"]["written"] == CASES
    is_clean(family, out)


@pytest.mark.usefixtures("_long_only")
def test_one_that_goes_from_stderr_leaves_nothing_half_done(
    cases: Path, family: Family, tmp_path: Path
) -> None:
    out, summary = tmp_path / "out", tmp_path / "summary.json"
    with begun(family, cases, out, "--summary", str(summary)) as running:
        assert running.stderr is not None
        running.stderr.close()
        assert running.stdout is not None
        running.stdout.read()
        assert running.wait(timeout=SECONDS) == 141
    assert json.loads(summary.read_text())["summary"]["written"] >= 1
    is_clean(family, out)


@pytest.mark.usefixtures("_long_only")
def test_closed_streams_are_no_matter(cases: Path, family: Family, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = f'exec {sys.executable} -m casereport batch {cases}/case-0 -o {out} <&- >&- 2>&-'
    done = subprocess.run(["sh", "-c", command], timeout=SECONDS, check=False)
    assert done.returncode == 0
    assert (out / "case-0.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("_long_only")
def test_a_terminal_that_hangs_up_ends_it_in_order(
    cases: Path, family: Family, tmp_path: Path
) -> None:
    out, summary = tmp_path / "out", tmp_path / "summary.json"
    ours, theirs = pty.openpty()
    running = family.start(
        "batch", cases, "-o", out, "--jobs", "1", "--summary", summary,
        stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=take_the_terminal,
    )  # fmt: skip
    os.close(theirs)
    while not list(out.glob("*.pdf")) and running.poll() is None:
        os.read(ours, 65536)
    os.close(ours)
    assert running.wait(timeout=SECONDS) == 128 + signal.SIGHUP
    assert json.loads(summary.read_text())["summary"]["written"] >= 1
    is_clean(family, out)


def take_the_terminal() -> None:
    """Make stdin the terminal that this session is of, as a shell has it."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
