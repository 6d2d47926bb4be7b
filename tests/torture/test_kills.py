"""kill -9 at random moments of a batch: nothing under a final name is ever broken, and resume ends it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest

from casereport.cli import main
from tests.processes import Family, is_alive
from tests.torture.cases import tiny_case, write_case
from tests.torture.conftest import Score

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc as Linux has it")

CASES = 3
MANIFEST = "casereport-batch.json"
LONGEST = 300
"""Seconds that anything here may take on a machine that is busy."""
TARGETS = ("batch", "batch", "batch", "worker")
MOMENTS = ("any", "writing")


@pytest.fixture(autouse=True)
def _workers_import_no_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


def hashes(out: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.glob("*.pdf")}


@dataclass
class Siege:
    """A folder of cases whose batches are killed; what was seen then."""

    cases: Path
    out: Path
    known: dict[str, str]
    seconds: float
    """How long a batch takes that nobody disturbs."""
    seen: Counter[str] = field(default_factory=Counter)

    def kill_one(self, chance: random.Random) -> None:
        """Start a batch and kill it, or its worker, at a random moment."""
        for path in self.out.iterdir():
            # Sometimes there is something to overwrite, sometimes nothing.
            if path.name == MANIFEST or chance.random() < 0.5:
                path.unlink()
        target, moment = chance.choice(TARGETS), chance.choice(MOMENTS)
        family = Family()
        running = family.start(
            "batch", self.cases, "-o", self.out, "--jobs", chance.choice((1, 2)), "-q",
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        if moment == "writing":
            wait_for_a_temporary(self.out, running)
            time.sleep(chance.uniform(0, 0.004))
        else:
            time.sleep(chance.uniform(0, self.seconds))
        victims = [running.pid] if target == "batch" else family.workers()
        for victim in victims[:1]:
            with_temporary = bool(temporaries(self.out))
            if running.poll() is None and is_alive(victim):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(victim, signal.SIGKILL)
                self.seen[f"{target} killed"] += 1
                self.seen["while writing"] += with_temporary
        running.wait(timeout=LONGEST)
        family.wait_for_the_end()

    def look(self) -> None:
        """What stands under a final name is whole; the manifest is, or is not there."""
        for name, digest in hashes(self.out).items():
            self.seen["corrupt"] += digest != self.known[name]
        if (self.out / MANIFEST).exists():
            json.loads((self.out / MANIFEST).read_text("utf-8"))
        self.seen["temporary files left"] += len(temporaries(self.out))

    def resume(self) -> None:
        """The next start sweeps, and completes what is missing."""
        assert main(["batch", str(self.cases), "-o", str(self.out), "--jobs", "1", "--resume", "-q"]) == 0
        self.seen["other after resume"] += hashes(self.out) != self.known
        self.seen["not swept"] += len(temporaries(self.out))


def temporaries(out: Path) -> list[Path]:
    return list(out.glob(".casereport-*"))


def wait_for_a_temporary(out: Path, running: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + LONGEST
    while running.poll() is None and time.monotonic() < deadline:
        if temporaries(out):
            return
        time.sleep(0.001)


@pytest.fixture
def siege(tmp_path: Path) -> Siege:
    for number in range(CASES):
        write_case(tmp_path / "cases" / f"case-{number}", tiny_case(number))
    out = tmp_path / "whole"
    since = time.monotonic()
    running = Family().start("batch", tmp_path / "cases", "-o", out, "--jobs", "2", "-q")
    _, told = running.communicate(timeout=LONGEST)
    assert running.returncode == 0, told
    seconds = time.monotonic() - since
    for path in out.glob("*.pdf"):
        with path.open("rb") as stream:
            assert len(pypdfium2.PdfDocument(stream)) > 0
    known = hashes(out)
    assert len(set(known.values())) == CASES
    (tmp_path / "out").mkdir()
    return Siege(tmp_path / "cases", tmp_path / "out", known, seconds)


def test_kill_9_at_random_corrupts_nothing_and_resume_completes(
    siege: Siege, score: Score, is_long: bool
) -> None:
    wanted, since = 200 if is_long else 4, time.monotonic()
    number = 0
    while siege.seen["batch killed"] + siege.seen["worker killed"] < wanted:
        siege.kill_one(random.Random(number))
        siege.look()
        siege.resume()
        number += 1
        print(number, dict(siege.seen), f"{(time.monotonic() - since) / number:.1f} s each")
        assert number < 10 * wanted
    took = (time.monotonic() - since) / number
    score(
        "kill -9 at random during a batch",
        target="0 corrupt; resume gives the same hashes",
        measured=f"{number} batches: {dict(siege.seen)}; {took:.1f} s each",
    )
    assert siege.seen["corrupt"] == 0
    assert siege.seen["other after resume"] == 0
    assert siege.seen["not swept"] == 0
    assert siege.seen["batch killed"] > 0
