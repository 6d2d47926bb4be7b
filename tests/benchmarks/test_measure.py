"""The harness counts what it says it counts; nothing here judges a time."""

from __future__ import annotations

import sys
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


def test_a_command_that_does_not_end_is_ended_with_its_children(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    child = f"import time, pathlib; time.sleep(6); pathlib.Path({str(mark)!r}).touch()"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with pytest.raises(FailedCommandError, match="more than 1 s"):
        run(python(code), limit=1)
    assert not mark.exists()
