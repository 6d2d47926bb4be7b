"""Starts one command and tells what it cost, with every process that came of it.

A script of its own, run by ``python -I -S``: what ``wait4`` calls the peak memory of a child begins
with that of the process which started it, so the starter has to be small. It is also the reaper of
its whole tree: what outlives its parent (a browser's helpers, a pool's workers) comes back to it,
is waited for, and is counted.
"""

import contextlib
import ctypes
import json
import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_GRACE = 5.0
"""Seconds for what is left when the command itself has ended."""


def _adopt_orphans() -> None:
    """Become the reaper of all below; and when who measures is gone, so is all below (SIGALRM)."""
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        prctl(_PR_SET_PDEATHSIG, signal.SIGALRM, 0, 0, 0)


def _children() -> list[int]:
    try:
        text = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    except OSError:  # a system without it: only the command itself can be ended
        return []
    return [int(word) for word in text.split()]


def launch(command: list[str], limit: float) -> dict[str, float]:
    """Run ``command`` for at most ``limit`` seconds: wall, CPU, peak memory in KiB, exit status.

    ``late`` is 1 when it had to be ended.
    """
    main, late, begun = 0, 0, time.perf_counter()

    def end(_signal: int, _frame: FrameType | None) -> None:
        nonlocal late
        late = 1
        for child in {main, *_children()} - {0}:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        signal.setitimer(signal.ITIMER_REAL, 0.2)  # those that these leave behind

    signal.signal(signal.SIGALRM, end)
    _adopt_orphans()
    devnull = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
    main = os.posix_spawnp(command[0], command, os.environ, file_actions=[devnull])
    signal.setitimer(signal.ITIMER_REAL, limit)
    told = {"wall": 0.0, "cpu": 0.0, "memory": 0.0, "status": 0.0, "late": 0.0}
    while True:
        try:
            pid, code, used = os.wait4(-1, 0)
        except ChildProcessError:
            break
        told["cpu"] += used.ru_utime + used.ru_stime
        peak = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
        told["memory"] = max(told["memory"], peak)
        if pid == main:
            told["wall"] = time.perf_counter() - begun
            told["status"], told["late"] = os.waitstatus_to_exitcode(code), late
            main = 0
            signal.setitimer(signal.ITIMER_REAL, _GRACE)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return told


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(launch(sys.argv[3:], float(sys.argv[2]))))
