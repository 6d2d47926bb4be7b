"""The inside of a process that stays: does a task of ``tasks/`` once for each line that it reads.

A line is the task's argument as JSON; the answer is what that one time cost, and what the task
tells besides. A task prepares first, which is not counted, and gives back what is to be measured.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from pathlib import Path


def _resident() -> float:
    """The memory that this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def serve(name: str) -> None:
    """Answer each line of standard input until it is closed."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints is no answer
    task = importlib.import_module(f"benchmarks.tasks.{name}")
    for line in sys.stdin:
        work = task.prepare(json.loads(line))
        wall, cpu = time.perf_counter(), time.process_time()
        told = work()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        told = {"wall": wall, "cpu": cpu, "memory": _resident(), **told}
        answers.write(json.dumps(told) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.argv[1])
