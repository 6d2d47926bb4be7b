"""A batch of a thousand cases: memory flat, bytes as of single renders, one bad case fails alone."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.processes import Family
from tests.torture.cases import EVERY_BAD, brief_case_files, case_files, write_case
from tests.torture.conftest import Score

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc as Linux has it")

MANIFEST = "casereport-batch.json"
MEBIBYTE = 1024 * 1024
FLAT = 1.1



def hashes(out: Path) -> dict[str, str]:
    return {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.glob("*.pdf")}


def make_cases(
    folder: Path, numbers: range, files: Callable[[int], Mapping[str, bytes]] = case_files
) -> list[int]:
    """Put these cases on the disk; the numbers of those that cannot be printed."""
    for number in numbers:
        write_case(folder / f"case-{number:05}", files(number))
    return [number for number in numbers if number % EVERY_BAD == EVERY_BAD // 2]


def proportional_set_size(number: int) -> int:
    """Bytes of a process, each shared page counted in parts; 0 for one that is gone."""
    try:
        rows = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


@dataclass
class Watch:
    """A batch that runs: how far it is, and what memory it takes, all processes together."""

    running: subprocess.Popen[str]
    family: Family
    every: float
    done: int = 0
    samples: list[tuple[int, int, int]] = field(default_factory=list)
    """After how many cases, how much: of the command itself, of all."""

    def follow(self, until: int | None = None) -> None:
        """To its end, or to case ``until``."""
        assert self.running.stderr is not None
        over = threading.Event()
        sampler = threading.Thread(target=self._sample, args=(over,))
        sampler.start()
        try:
            for line in self.running.stderr:
                if " of " not in line or not line.rstrip().endswith((": written.", ": failed.")):
                    continue
                self.done += 1
                if self.done % 50 == 0:
                    print(self.done, self.samples[-1:], flush=True)
                if self.done == until:
                    return
        finally:
            over.set()
            sampler.join()

    def _sample(self, over: threading.Event) -> None:
        while not over.wait(self.every):
            sizes = {number: proportional_set_size(number) for number in self.family.living()}
            self.samples.append((self.done, sizes.get(self.running.pid, 0), sum(sizes.values())))

    def memory(self, first: float, last: float) -> tuple[int, int]:
        """The medians, of the command and of all, over that part of the cases."""
        part = [each for each in self.samples if first * self.done <= each[0] <= last * self.done]
        own, all_of_them = zip(*((own, total) for _, own, total in part), strict=True)
        return int(statistics.median(own)), int(statistics.median(all_of_them))


def start(cases: Path, out: Path, *more: str, every: float) -> Watch:
    family = Family()
    running = family.start(
        "batch", cases, "-o", out, "--jobs", "2", "--time-limit", "600", *more, stdout=subprocess.DEVNULL
    )
    return Watch(running, family, every)


def test_a_batch_of_distinct_cases_is_flat_in_memory_resumes_and_equals_single_renders(
    tmp_path: Path, score: Score, is_long: bool
) -> None:
    count = 1000 if is_long else 8
    cases, out = tmp_path / "cases", tmp_path / "out"
    numbers = range(1, 1 + count)
    bad = make_cases(cases, numbers)
    first = start(cases, out, every=60)
    first.follow(until=count // 4)
    os.kill(first.running.pid, signal.SIGKILL)
    first.running.communicate(timeout=600)
    first.family.wait_for_the_end()
    before = hashes(out)
    summary = tmp_path / "summary.json"
    second = start(cases, out, "--resume", "--summary", str(summary), every=2 if is_long else 0.2)
    second.follow()
    second.running.communicate(timeout=600)
    assert second.running.returncode == (1 if bad else 0)
    whole = hashes(out)
    report = json.loads(summary.read_text("utf-8"))
    failed = [each["case"].rpartition("-")[2] for each in report["cases"] if each["ending"] == "failed"]
    assert failed == [f"{number:05}" for number in bad]
    assert len(whole) == len(set(whole.values())) == count - len(bad)
    assert before.items() <= whole.items()
    assert list(out.glob(".casereport-*")) == []
    # Each part as long as a worker lives: it grows, and is replaced after 150 cases.
    own_before, all_before = second.memory(0.2, 0.6)
    own, all_of_them = second.memory(0.6, 1)
    wanted = random.Random(0).sample(sorted(whole), 100 if is_long else 1)
    other = [name for name in wanted if single(cases / name, tmp_path / "single") != whole[name]]
    score(
        f"batch of {count} distinct cases",
        target=f"memory flat (<= {FLAT}x), bytes of single renders",
        measured=(
            f"all {all_before // MEBIBYTE} MB, at the end {all_of_them // MEBIBYTE} MB, the command"
            f" {own_before // MEBIBYTE} and {own // MEBIBYTE} MB; {len(other)} of {len(wanted)} differ;"
            f" {report['summary']}"
        ),
    )
    assert other == []
    if is_long:
        # Eight cases are no time in which anything could level out.
        assert all_of_them <= FLAT * all_before


def single(case: Path, out: Path) -> str:
    """The hash of what ``render`` writes, in a process of its own."""
    running = Family().start("render", case, "-o", out, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    running.wait(timeout=600)
    return hashlib.sha256((out / f"{case.name}.pdf").read_bytes()).hexdigest()


def test_one_bad_document_in_a_thousand_fails_alone(
    tmp_path: Path, score: Score, is_long: bool
) -> None:
    if not is_long:
        pytest.skip("10,000 documents: with --torture")
    count = 10_000
    bad = make_cases(tmp_path / "cases", range(count), brief_case_files)
    summary = tmp_path / "summary.json"
    watch = start(tmp_path / "cases", tmp_path / "out", "--summary", str(summary), every=10)
    with contextlib.closing(watch.running.stderr):  # type: ignore[type-var]
        watch.follow()
    watch.running.wait(timeout=600)
    report = json.loads(summary.read_text("utf-8"))
    failed = [each["case"].rpartition("-")[2] for each in report["cases"] if each["ending"] == "failed"]
    own_before, all_before = watch.memory(0.02, 0.08)
    own, all_of_them = watch.memory(0.94, 1)
    score(
        "10,000-document batch",
        target=f"memory at the end <= {FLAT}x that at 500; one bad document fails alone",
        measured=(
            f"{all_before // MEBIBYTE} and {all_of_them // MEBIBYTE} MB, the command"
            f" {own_before // MEBIBYTE} and {own // MEBIBYTE}; failed {len(failed)} of {len(bad)} bad"
        ),
    )
    assert failed == [f"{number:05}" for number in bad]
    assert all_of_them <= FLAT * all_before
