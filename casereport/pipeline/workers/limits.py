"""What a worker may use of the machine: setrlimit(2), where the system has it.

Windows has none of it, and macOS does not hold to RLIMIT_AS: there the wall clock alone is watched.
"""

from __future__ import annotations

import contextlib
import sys
import time
from dataclasses import dataclass

if sys.platform != "win32":
    import resource

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """Bytes and seconds. The largest of our samples takes a quarter of the address space, 1 s."""

    address_space: int = 1536 * _MEBIBYTE
    file_size: int = 256 * _MEBIBYTE
    cpu_seconds: int = 60
    """Of one job."""
    wall_seconds: float = 120
    """Of one job."""
    start_seconds: float = 120
    """Of a worker's start, by the clock."""


def confine(limits: WorkerLimits) -> None:
    """Bind this process, for good, to what holds for all its jobs together; no core is dumped."""
    if sys.platform == "win32":
        return
    for kind, wanted in (
        (resource.RLIMIT_AS, limits.address_space),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_CORE, 0),
    ):
        _, ceiling = resource.getrlimit(kind)
        most = wanted if ceiling == resource.RLIM_INFINITY else min(wanted, ceiling)
        with contextlib.suppress(OSError, ValueError):  # a kind this system does not know
            resource.setrlimit(kind, (most, most))


def allow_another_job(limits: WorkerLimits) -> None:
    """Give this process the CPU seconds of one more job; at their end SIGXCPU kills it."""
    if sys.platform == "win32":
        return
    _, ceiling = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(time.process_time()) + limits.cpu_seconds + 1
    most = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
    resource.setrlimit(resource.RLIMIT_CPU, (most, ceiling))
