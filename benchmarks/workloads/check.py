"""``casereport check`` from nothing, beside stock WeasyPrint's command on the same article."""

from __future__ import annotations

import re
import subprocess
import sys
from os import environ

from benchmarks.bench import CASEREPORT, ENVIRONMENT, SAMPLE, STOCK, Bench
from benchmarks.measure import COMPILED, FailedCommandError
from benchmarks.measure import run as run_command
from benchmarks.series import in_turns
from benchmarks.table import Outcome, Table, Target, figure, shown

_CHECK, _STOCK = "casereport check", "stock weasyprint"
_MOST = 0.40
_IMPORTED = re.compile(r"^import time:.*\|\s*(weasyprint[\w.]*)$", re.MULTILINE)
_FOUND = frozenset({0, 1})
"""That there are findings is no failure of the command."""


def run(bench: Bench) -> Outcome:
    """Both commands in turns; then what the check imports."""
    check = [*CASEREPORT, "check", str(SAMPLE)]
    stock = [*STOCK, str(bench.document.html), str(bench.folder / "stock.pdf")]
    sides = {
        _CHECK: lambda: run_command(check, environment=ENVIRONMENT, accepted=_FOUND),
        _STOCK: lambda: run_command(stock),
    }
    measured = in_turns(sides, bench.runs)
    rows = tuple(
        (
            name,
            shown(series.spread("wall")),
            shown(series.spread("cpu")),
            figure(series.spread("memory").median),
        )
        for name, series in measured.items()
    )
    imported = weasyprint_modules(check)
    remark = f"Modules of WeasyPrint that the check imports: {', '.join(imported) or 'none'}."
    table = Table("Check, cold", ("", "wall, s", "CPU, s", "peak, MB"), rows, (remark,))
    target = Target(
        work="check, cold: CPU",
        against=_STOCK,
        most=_MOST,
        measured=measured[_CHECK].to(measured[_STOCK], "cpu"),
    )
    return Outcome((table,), (target,))


def weasyprint_modules(command: list[str]) -> list[str]:
    """What of WeasyPrint a command of Python imports, as the interpreter itself tells.

    Raises:
        FailedCommandError: the interpreter tells nothing.
    """
    told = subprocess.run(
        [sys.executable, "-X", "importtime", *command[1:]],
        env={**environ, **COMPILED, **ENVIRONMENT},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if "| casereport" not in told.stderr:
        raise FailedCommandError(f"no list of imports:\n{told.stderr[-500:]}")
    return sorted(set(_IMPORTED.findall(told.stderr)))
