"""A hundred distinct cases by two jobs, beside stock WeasyPrint in one process on their HTML."""

from __future__ import annotations

import itertools
import shutil

from benchmarks.bench import CASEREPORT, ENVIRONMENT, Bench
from benchmarks.measure import Cost
from benchmarks.measure import run as run_command
from benchmarks.series import Series, Spread, in_turns
from benchmarks.table import Outcome, Table, Target, figure, shown

_JOBS = 2
_LEAST = 4.0
_OURS, _STOCK = f"casereport batch, {_JOBS} jobs", "stock weasyprint, 1 process"


def run(bench: Bench) -> Outcome:
    """Rates of both; stock sets a share of the documents in each round, which all cost it alike."""
    cases, some = bench.sized(100), bench.sized(12)
    folder = bench.distinct_cases(cases, "batch")
    htmls = itertools.cycle(bench.distinct_htmls(some))
    with bench.stock() as process:

        def ours() -> Cost:
            output = bench.folder / "batch-out"
            shutil.rmtree(output, ignore_errors=True)
            command = [*CASEREPORT, "batch", str(folder), "-o", str(output)]
            command += ["--jobs", str(_JOBS), "--quiet"]
            return _each(run_command(command, environment=ENVIRONMENT, limit=3600), cases)

        def stock() -> Cost:
            costs = [process.ask(html=str(next(htmls))).cost for _ in range(some)]
            whole = Cost(
                sum(cost.wall for cost in costs), sum(cost.cpu for cost in costs), costs[-1].memory
            )
            return _each(whole, some)

        measured = in_turns({_OURS: ours, _STOCK: stock}, min(3, bench.runs))
    rates = measured[_STOCK].to(measured[_OURS], "wall")
    rows = tuple(
        (
            name,
            shown(_rate(series)),
            shown(series.spread("cpu")),
            figure(measured[_STOCK].to(series, "wall").median),
            figure(measured[_STOCK].to(series, "cpu").median),
        )
        for name, series in measured.items()
    )
    columns = ("", "documents/s", "CPU s each", "times stock's rate", "stock's CPU by its")
    remark = f"{cases} distinct cases; start and end of the batch are counted, stock's are not."
    target = Target(
        work=f"batch of {cases}, {_JOBS} jobs: documents/s",
        against=_STOCK,
        least=_LEAST,
        unit="x",
        measured=rates,
    )
    return Outcome((Table("Batch", columns, rows, (remark,)),), (target,))


def _each(whole: Cost, documents: int) -> Cost:
    return Cost(whole.wall / documents, whole.cpu / documents, whole.memory)


def _rate(series: Series) -> Spread:
    return Spread.of([1 / wall for wall in series.values("wall")])
