"""What a command costs: wall clock, CPU of its whole tree of processes, peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_LAUNCHER = Path(__file__).with_name("launcher.py")
COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), f"casereport-bench-{os.getuid()}-pyc")),
}
"""Python programs are measured as they are installed: compiled, by the round that warms up.

In a place of its own, since a checkout or an environment may be without compiled files, or shared.
"""
_TOLD = 2000
"""Characters of what a failed command wrote."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of CPU (user and system), and MB.

    ``memory`` is the peak of the largest process, not a sum: of a program of many processes, such
    as a browser, it tells less than all.
    """

    wall: float
    cpu: float
    memory: float


class FailedCommandError(Exception):
    """A command that was to be measured did not do its work."""


def run(
    command: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    limit: float = 900,
    accepted: frozenset[int] = frozenset({0}),
) -> Cost:
    """Run ``command`` in ``folder``, its environment that of this process and ``environment``.

    Raises:
        FailedCommandError: it ended with a status that is not ``accepted``, or was ended after
            ``limit`` seconds.
    """
    with tempfile.TemporaryDirectory(prefix="casereport-bench-") as place:
        told = Path(place, "cost.json")
        launcher = [sys.executable, "-I", "-S", str(_LAUNCHER), str(told), str(limit), *command]
        with Path(place, "output").open("w+b") as output:
            started = subprocess.run(
                launcher,
                cwd=folder,
                env={**os.environ, **COMPILED, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
            output.seek(0)
            text = output.read().decode("utf-8", "replace")[-_TOLD:]
        if started.returncode != 0:
            raise FailedCommandError(f"{command[0]} cannot be started:\n{text}")
        found = json.loads(told.read_text())
    if found["late"]:
        raise FailedCommandError(f"{command[0]} took more than {limit:.0f} s:\n{text}")
    if found["status"] not in accepted:
        raise FailedCommandError(f"{' '.join(command)} ended with {found['status']}:\n{text}")
    return Cost(found["wall"], found["cpu"], found["memory"] / 1024)
