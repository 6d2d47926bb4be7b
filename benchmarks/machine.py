"""What the measures were taken on, in one line."""

from __future__ import annotations

import datetime
import os
import platform
from importlib.metadata import version
from pathlib import Path


def described() -> str:
    """The processor, cores, memory, load, system and versions."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{datetime.date.today().isoformat()}; {_processor()}, {cores} cores, {_memory()}, load "
        f"{load:.1f} when it began; {platform.system()} {platform.release()}, Python "
        f"{platform.python_version()}, WeasyPrint {version('weasyprint')}."
    )


def _processor() -> str:
    return _field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kibibytes = _field("/proc/meminfo", "MemTotal").removesuffix(" kB")
    return f"{int(kibibytes) / 2**20:.0f} GB" if kibibytes else "memory unknown"


def _field(path: str, name: str) -> str:
    """The value of the first line of that name; empty where the system has no such file."""
    file = Path(path)
    lines = file.read_text().splitlines() if file.is_file() else []
    values = (line.partition(":")[2].strip() for line in lines if line.startswith(name))
    return next(values, "")
