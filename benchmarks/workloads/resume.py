"""What a case that has not changed costs a batch: the slope between N and 2N of them."""

from __future__ import annotations

from benchmarks.bench import CASEREPORT, ENVIRONMENT, Bench
from benchmarks.measure import run as run_command
from benchmarks.series import Quantity, Series, Spread, in_turns
from benchmarks.table import Outcome, Table, Target, shown

_MOST = 5.0
_BOTH: tuple[Quantity, Quantity] = ("cpu", "wall")


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
    each = {quantity: _slope(measured[one], measured[both], quantity, count) for quantity in _BOTH}
    rows = tuple(
        (name, shown(series.spread("wall")), shown(series.spread("cpu")))
        for name, series in measured.items()
    )
    remark = (
        f"Each further case: {shown(each['cpu'], ' ms')} of CPU, "
        f"{shown(each['wall'], ' ms')} by the clock."
    )
    table = Table(
        "Unchanged cases in a batch with --resume", ("", "wall, s", "CPU, s"), rows, (remark,)
    )
    target = Target(
        work="an unchanged case with --resume: CPU",
        against="",
        most=_MOST,
        unit=" ms",
        measured=each["cpu"],
    )
    return Outcome((table,), (target,))


def _slope(less: Series, more: Series, quantity: Quantity, count: int) -> Spread:
    """What each of ``count`` further cases costs, in ms, by round."""
    pairs = zip(less.values(quantity), more.values(quantity), strict=True)
    return Spread.of([(twice - once) / count * 1000 for once, twice in pairs])
