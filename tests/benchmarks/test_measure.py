"""The harness counts what it says it counts; nothing here judges a time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.measure import FailedCommandError, run

BURN = "import time\nwhile time.process_time() < {}: pass\n"


def python(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def test_cpu_is_counted() -> None:
    idle, busy = run(python("pass")), run(python(BURN.format(0.5)))
    assert idle.cpu < busy.cpu
    assert busy.cpu >= 0.5


def test_the_cpu_of_a_child_is_counted() -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN.format(0.5)!r}])"
    assert run(python(child)).cpu >= 0.5


def test_the_cpu_of_a_process_that_outlives_its_parent_is_counted() -> None:
    orphan = f"import os\nif os.fork() == 0:\n os.setsid()\n exec({BURN.format(0.5)!r})"
    cost = run(python(orphan))
    assert cost.cpu >= 0.5


def test_what_is_only_waited_for_is_no_cpu() -> None:
    cost = run(python("import time; time.sleep(0.5)"))
    assert cost.wall >= 0.5
    assert cost.cpu < cost.wall


def test_the_peak_of_memory_is_that_of_the_largest_process() -> None:
    small = run(python("pass")).memory
    held = run(python("x = bytearray(100_000_000); del x")).memory
    inside = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray(10**8)'])"
    assert small < 50
    assert 95 < held < 95 + small + 10
    assert run(python(inside)).memory > 95


def test_the_memory_of_the_one_who_measures_is_not_counted() -> None:
    ballast = bytearray(200_000_000)
    assert run(python("pass")).memory < 50
    assert len(ballast) == 200_000_000


def test_a_command_that_fails_is_told_with_its_words() -> None:
    with pytest.raises(FailedCommandError, match="no such luck"):
        run(python("raise SystemExit('no such luck')"))
    assert run(python("raise SystemExit(1)"), accepted=frozenset({1})).cpu > 0


def test_a_command_that_is_not_there_is_told() -> None:
    with pytest.raises(FailedCommandError, match="cannot be started"):
        run(["no-such-program-at-all"])


def sleeper(pid: Path) -> str:
    """Code that writes its process's number to a file, then sleeps for as long as it may."""
    write = f"pathlib.Path({str(pid)!r}).write_text(str(os.getpid()))"
    return f"import os, pathlib, time; {write}; time.sleep(600)"


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_gone(pid: Path) -> bool:
    try:
        os.kill(int(pid.read_text()), 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of the parent's end")
def test_what_is_measured_ends_with_the_one_who_measures(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    measuring = f"from benchmarks.measure import run; run({python(sleeper(pid))!r})"
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, "-c", measuring], env={**os.environ, **path}) as process:
        wait_until(lambda: pid.is_file() and pid.read_text() != "")
        process.kill()
    wait_until(lambda: is_gone(pid))


def test_a_command_that_does_not_end_is_ended_with_its_children(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {sleeper(pid)!r}])"
    with pytest.raises(FailedCommandError, match="more than 3 s"):
        run(python(child), limit=3)
    # On a slow machine the child may not have come so far.
    assert not pid.is_file() or is_gone(pid)
