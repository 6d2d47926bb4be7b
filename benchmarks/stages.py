"""Where the CPU of a cold render and of a cold check goes, by stage."""

from __future__ import annotations

import json
import statistics
import sys

from benchmarks.bench import ENVIRONMENT, SAMPLE, Bench
from benchmarks.measure import run
from benchmarks.staged import ORDER
from benchmarks.table import Outcome, Table

_FOUND = frozenset({0, 1})


def profile(bench: Bench) -> Outcome:
    """Both commands in turns; medians by stage."""
    told = bench.folder / "stages.json"
    output = ["-o", str(bench.folder / "profiled")]
    commands = {"render": ["render", str(SAMPLE), *output], "check": ["check", str(SAMPLE)]}
    found: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
    for number in range(bench.runs + 1):
        for name, arguments in commands.items():
            command = [sys.executable, "-m", "benchmarks.staged", str(told), *arguments]
            run(command, environment=ENVIRONMENT, accepted=_FOUND)
            if number > 0:
                found[name].append(json.loads(told.read_text()))
    medians = {name: _medians(runs) for name, runs in found.items()}
    totals = {name: sum(stages.values()) for name, stages in medians.items()}
    rows = [
        (stage, *(_cell(medians[name].get(stage, 0.0), totals[name]) for name in commands))
        for stage in ORDER
    ]
    rows.append(("all", *(_cell(totals[name], totals[name]) for name in commands)))
    title = "Where the CPU goes, cold: ms and share"
    return Outcome((Table(title, ("stage", *commands), tuple(rows)),))


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    stages = {stage for spent in runs for stage in spent}
    return {stage: statistics.median(spent.get(stage, 0.0) for spent in runs) for stage in stages}


def _cell(seconds: float, total: float) -> str:
    return f"{seconds * 1000:.0f} ({seconds / total:.0%})" if seconds else ""
