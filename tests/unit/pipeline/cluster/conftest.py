"""A dask cluster on this machine: a scheduler and workers as users start them, ended with the test."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[4]
HERE = Path(__file__).resolve().parent
DEEDS = (HERE, HERE.parent / "workers")
SECONDS = 300
SETTINGS = {
    "PYTHONPATH": ":".join(map(str, (ROOT, *DEEDS))),
    # It would look at what its threads do a hundred times a second.
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
}


@dataclass
class Dask:
    """Processes of dask, all ended at the end."""

    folder: Path
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    address: str = ""

    def start(self, kind: str, *words: str, **variables: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{kind}-{len(self.running)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words, "--no-dashboard"],
                cwd=self.folder,
                env=os.environ | SETTINGS | variables,
                stdout=log,
                stderr=log,
            )
        self.running.append(process)
        return process

    def scheduler(self) -> subprocess.Popen[bytes]:
        """Start one at a port of the system's choice, and wait until it has one."""
        told = self.folder / f"scheduler-{len(self.running)}.json"
        process = self.start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told)
        )
        until(lambda: told.exists() and told.read_text().strip().endswith("}"))
        self.address = json.loads(told.read_text())["address"]
        return process

    def worker(self, *words: str, **variables: str) -> subprocess.Popen[bytes]:
        words = ("--nthreads", "1", "--local-directory", str(self.folder / "scratch"), *words)
        return self.start("worker", self.address, "--host", "127.0.0.1", *words, **variables)

    def end(self) -> None:
        """At once: what they started ends with them, a nanny's worker too."""
        for process in self.running:
            process.kill()
        for process in self.running:
            process.wait()


def until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so."""
    deadline = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "it has not come about"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """A scheduler and two workers for the tests that leave them alive."""
    dask = Dask(tmp_path_factory.mktemp("dask"))
    try:
        dask.scheduler()
        dask.worker("--no-nanny")
        dask.worker("--no-nanny")
        yield dask
    finally:
        dask.end()


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Dask]:
    """A scheduler alone."""
    (tmp_path / "dask").mkdir()
    dask = Dask(tmp_path / "dask")
    try:
        dask.scheduler()
        yield dask
    finally:
        dask.end()


@pytest.fixture
def deeds(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What jobs are made to do; the cluster's workers find it by its name too."""
    for folder in DEEDS:
        monkeypatch.syspath_prepend(str(folder))
    return importlib.import_module("deeds")
