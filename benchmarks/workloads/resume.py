"""What a case that has not changed costs a batch: the slope between N and 2N of them."""

from __future__ import annotations

from benchmarks.bench import CASEREPORT, ENVIRONMENT, Bench
from benchmarks.measure import run as run_command
from benchmarks.series import Spread, in_turns
from benchmarks.table import Outcome, Table, Target, shown

_MOST = 5.0


def run(bench: Bench) -> Outcome:
    """Render 2N cases once, then resume with half of them and with all."""
    count = bench.sized(50)
    halves = [
        str(bench.distinct_cases(count, f"resume-{half}", first=half * count)) for half in (0, 1)
    ]
    output = ["-o", str(bench.folder / "resumed"), "--quiet", "--jobs", "2"]
    base = [*CASEREPORT, "batch"]
    run_command([*base, *halves, *output], environment=ENVIRONMENT, limit=3600)
    one, both = f"{count} unchanged", f"{2 * count} unchanged"
    sides = {
        one: lambda: run_command([*base, halves[0], *output, "--resume"], environment=ENVIRONMENT),
        both: lambda: run_command([*base, *halves, *output, "--resume"], environment=ENVIRONMENT),
    }
    measured = in_turns(sides, bench.runs)
    pairs = zip(measured[one].values("wall"), measured[both].values("wall"), strict=True)
    each = Spread.of([(more - less) / count * 1000 for less, more in pairs])
    rows = tuple(
        (name, shown(series.spread("wall")), shown(series.spread("cpu")))
        for name, series in measured.items()
    )
    remark = f"Each further case: {shown(each, ' ms')}, by the clock."
    table = Table(
        "Unchanged cases in a batch with --resume", ("", "wall, s", "CPU, s"), rows, (remark,)
    )
    target = Target(
        work="an unchanged case with --resume: wall",
        against="",
        most=_MOST,
        unit=" ms",
        measured=each,
    )
    return Outcome((table,), (target,))
