"""The processes of a command that a test has started, wherever they have gone (Linux's /proc)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MARK = "CASEREPORT_TEST_RUN"
"""A variable that a command's processes have from it, also in other groups and sessions."""


@dataclass(frozen=True)
class Family:
    """A command with all that comes from it."""

    mark: str = field(default_factory=lambda: uuid.uuid4().hex)

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        """``casereport`` with these arguments, in a session of its own, its outputs in pipes."""
        given: dict[str, Any] = {
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "text": True,
            "encoding": "utf-8",
            "start_new_session": True,
            **options,
        }
        variables = given.pop("env", {**os.environ, "CASEREPORT_LANG": "en"})
        return subprocess.Popen(
            [sys.executable, "-m", "casereport", *map(str, arguments)],
            env={**variables, MARK: self.mark},
            **given,
        )

    def living(self) -> list[int]:
        """The processes that run."""
        wanted = f"{MARK}={self.mark}".encode()
        return [number for number in numbers() if is_alive(number) and wanted in environment(number)]

    def workers(self) -> list[int]:
        """The forkserver's children."""
        return [number for number in self.living() if is_worker(number)]

    def wait_for_the_end(self) -> None:
        """Until none is left."""
        deadline = time.monotonic() + 60
        while (left := self.living()) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert left == []


def numbers() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def status(number: int) -> list[str]:
    """State, parent, group, session …; empty for one that is gone."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def is_alive(number: int) -> bool:
    return status(number)[:1] not in ([], ["Z"], ["X"])


def environment(number: int) -> list[bytes]:
    try:
        return Path(f"/proc/{number}/environ").read_bytes().split(b"\0")
    except OSError:
        return []


def is_worker(number: int) -> bool:
    """True for a child of the process that forks workers."""
    try:
        parent = Path(f"/proc/{status(number)[1]}/cmdline").read_bytes()
    except (OSError, IndexError):
        return False
    return b"forkserver" in parent


def wait_for_the_end_of(number: int) -> None:
    """Until there is no such process, or only what remains of one."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if not is_alive(number):
            return
        time.sleep(0.02)
    raise AssertionError(f"process {number} runs on")
