"""``casereport check`` of what asks for too much ends by itself: no worker stands between.

A check runs in the user's own process, so nothing may need a limit to end it. The kernel's, of CPU
time, is set here to tell of a case that does.
"""

from __future__ import annotations

import math
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pace import Pace
from tests.torture.bombs.cases import Files
from tests.torture.conftest import Score
from tests.torture.test_exhaustion import FAMILIES, LOOP

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

WORK = 20.0
"""Seconds of CPU time that a check may take, on the machine of these numbers."""
MEMORY = 1536 * 1024 * 1024
PATIENCE = 3
CHEAP = (
    "narrative: a table of 20,000 columns", "case.yaml: 20,000 contributors",
    "references: BibTeX: strings that double", "references: RIS: a field of a megabyte",
)  # fmt: skip

CASES: dict[str, Callable[[], Files]] = {
    f"{family}: {name}": make for family, bombs in FAMILIES.items() for name, make in bombs.items()
}


def fault_of(folder: Path, files: Files, pace: Pace) -> str:
    """How the check of these files failed to end as one should; empty when it did."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    most = math.ceil(WORK * pace.work)

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    command = [sys.executable, "-m", "casereport", "check", str(folder)]
    try:
        # Set before the program begins; nothing else runs in this process's other threads.
        ended = subprocess.run(
            command,
            capture_output=True,
            check=False,
            timeout=PATIENCE * WORK * pace.clock,
            preexec_fn=confine,
        )
    except subprocess.TimeoutExpired:
        return "waited for ever"
    if ended.returncode < 0:
        return f"ended by signal {-ended.returncode}"
    told = ended.stderr.decode(errors="replace")
    if ended.returncode not in {0, 1} or "Traceback" in told or b"SRC009" in ended.stdout:
        return f"exit {ended.returncode}: {told[-300:]}"
    return ""


def test_a_check_of_what_asks_for_too_much_ends_by_itself(
    score: Score, is_long: bool, tmp_path: Path
) -> None:
    names = tuple(CASES) if is_long else CHEAP
    pace = Pace.now(LOOP)
    faults: dict[str, str] = {}
    for number, name in enumerate(names):
        fault = fault_of(tmp_path / str(number), CASES[name](), pace)
        if fault:
            faults[name] = fault
    score(
        "checks of cases that ask for too much, in the process itself",
        target=f"{len(names)} end by themselves, within {WORK:.0f} s of work, 0 uncaught",
        measured=f"{len(names) - len(faults)} of {len(names)} (this machine: {pace.work:.1f} times "
        f"slower)",
    )
    assert not faults
