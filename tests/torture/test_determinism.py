"""One case is one file: whatever the run, the workers, the hash seed, the time zone, the place."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.processes import Family
from tests.torture.cases import SAMPLES, case_files, write_case
from tests.torture.conftest import Score

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="TZ and umask as Linux has them")

WAYS = ("here", "isolated", "batch 1", "batch 2", "batch 8")
SEEDS = ("0", "1", "random")
ZONES = ("Asia/Tehran", "UTC", "America/St_Johns")
LOCALES = ("C", "C.UTF-8", "fa_IR.UTF-8")
HOMES = ("", "/nonexistent")
UMASKS = (0o022, 0o077)
SECONDS = 600


@dataclass(frozen=True)
class Surroundings:
    """All that a result must not depend on."""

    way: str
    seed: str
    zone: str
    locale: str
    home: str
    umask: int

    def start(self, cwd: Path, *arguments: object) -> subprocess.Popen[str]:
        variables = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(SAMPLES.parent),
            "CASEREPORT_LANG": "en",
            "PYTHONHASHSEED": self.seed,
            "TZ": self.zone,
            "LANG": self.locale,
            "LC_ALL": self.locale,
        }
        if self.home:
            variables["HOME"] = self.home
        cwd.mkdir(parents=True, exist_ok=True)
        return Family().start(*arguments, env=variables, cwd=cwd, umask=self.umask)


ALL = [
    Surroundings(*each) for each in itertools.product(WAYS, SEEDS, ZONES, LOCALES, HOMES, UMASKS)
]


PLAIN = Surroundings("here", "0", "UTC", "C.UTF-8", "", 0o022)
"""What all the others are compared with."""

HANDFUL = {
    "here": [Surroundings("here", "1", "Asia/Tehran", "C", "", 0o022)],
    "batch 2": [
        Surroundings("batch 2", "random", "America/St_Johns", "fa_IR.UTF-8", "/nonexistent", 0o077)
    ],
}
"""For a short run: with the plain ones, each value of most kinds."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The long run takes hours: its parts, by the way or the seed, go to all workers."""
    is_long = metafunc.config.getoption("--torture")
    if "way" in metafunc.fixturenames:
        metafunc.parametrize("way", WAYS if is_long else HANDFUL)
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", SEEDS if is_long else ["1"])


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_one_case_is_one_file(way: str, tmp_path: Path, score: Score, is_long: bool) -> None:
    if is_long:
        cases = sorted(path.parent for path in SAMPLES.glob("*/case.yaml"))
        surroundings = [around for around in ALL if around.way == way]
    else:
        cases = [write_case(tmp_path / "cases" / "case", case_files(1))]
        surroundings = HANDFUL[way]
    found: defaultdict[str, set[str]] = defaultdict(set)
    runs = 0
    for number, around in enumerate([PLAIN, *surroundings]):
        out = tmp_path / f"out-{number}"
        kind, _, jobs = around.way.partition(" ")
        more = {"here": (), "isolated": ("--isolated",), "batch": ("--jobs", jobs, "-q")}[kind]
        command = "batch" if kind == "batch" else "render"
        groups = [cases] if kind == "batch" else [[case] for case in cases]
        for group in groups:
            running = around.start(
                tmp_path / f"cwd-{number % 3}",
                command,
                *group,
                "-o",
                out,
                "--to",
                "pdf,html",
                *more,
            )
            _, told = running.communicate(timeout=SECONDS)
            assert running.returncode == 0, told
            runs += 1
        for path in out.iterdir():
            if path.suffix in {".pdf", ".html"}:
                found[path.name].add(digest(path.read_bytes()))
            path.unlink()
    differing = [name for name, digests in found.items() if len(digests) > 1]
    score(
        f"same case in other surroundings, {way}",
        target="one SHA-256",
        measured=f"{runs} runs of {len(found)} files: {len(differing)} differ",
    )
    assert len(found) == 2 * len(cases)
    assert differing == []


def test_one_case_has_one_list_of_findings(
    seed: str, tmp_path: Path, score: Score, is_long: bool
) -> None:
    if is_long:
        cases = sorted(path.parent for path in SAMPLES.glob("*/case.yaml"))
        surroundings = [around for around in ALL if (around.way, around.seed) == ("here", seed)]
        formats = ["json", "sarif"]
    else:
        cases = [write_case(tmp_path / "cases" / "case", case_files(1))]
        surroundings, formats = HANDFUL["batch 2"], ["sarif"]
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for around in [PLAIN, *surroundings]:
        for case, name in itertools.product(cases, formats):
            running = around.start(tmp_path / "cwd", "check", case, "--format", name)
            told, wrong = running.communicate(timeout=SECONDS)
            assert running.returncode in {0, 1}, wrong
            found[case.name, name].add(digest(told.encode()))
    differing = [name for name, digests in found.items() if len(digests) > 1]
    score(
        f"same findings in other surroundings, hash seed {seed}",
        target="one SHA-256",
        measured=f"{1 + len(surroundings)} surroundings, {len(found)} lists: {len(differing)} differ",
    )
    assert len(found) == len(cases) * len(formats)
    assert differing == []
