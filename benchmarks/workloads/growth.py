"""Whether time grows with pages, figures and references in a straight line."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from functools import partial

from benchmarks.bench import SAMPLE, Bench
from benchmarks.folders import files_of, written
from benchmarks.growing import GROWTHS
from benchmarks.measure import Cost
from benchmarks.series import Series, in_turns
from benchmarks.staying import StayingProcess
from benchmarks.table import Outcome, Table, figure

_STEPS = 4
_STEP: Mapping[str, int] = {"paragraphs": 40, "figures": 5, "references": 40}
"""How many more of a kind each step has."""
_REMARK = (
    "Rendered by a process that stays. The last column is what the second half of the steps adds, "
    "by what the first half adds: 1 is a straight line."
)


def run(bench: Bench) -> Outcome:
    """Fit the cost of each further one."""
    rows = []
    with bench.ours() as process:
        for kind in GROWTHS:
            bench.tell(f"growth: {kind}")
            rows.append(_row(bench, process, kind))
    columns = (
        "",
        "at the start",
        "at the end",
        "CPU ms each",
        "CPU ms a page",
        "second half by first",
    )
    return Outcome((Table("Growth", columns, tuple(rows), (_REMARK,)),))


def _row(bench: Bench, process: StayingProcess, kind: str) -> tuple[str, ...]:
    step = bench.sized(_STEP[kind], 2)
    amounts = [step * number for number in range(_STEPS + 1)]
    pages: dict[str, int] = {}
    sides: dict[str, Callable[[], Cost]] = {}
    for amount in amounts:
        files = GROWTHS[kind](files_of(SAMPLE), amount)
        case = written(files, bench.folder / "growth" / kind / str(amount) / SAMPLE.name)
        sides[str(amount)] = partial(_render, process, str(case), pages, str(amount))
    measured = in_turns(sides, bench.runs)
    costs = [_steady(measured[str(amount)]) for amount in amounts]
    numbers = [pages[str(amount)] for amount in amounts]
    each = statistics.linear_regression(amounts, costs).slope
    page = statistics.linear_regression(numbers, costs).slope
    half = _STEPS // 2
    bend = (costs[-1] - costs[half]) / (costs[half] - costs[0])
    return (
        f"{amounts[-1]} more {kind}",
        f"{numbers[0]} pages, {figure(costs[0] * 1000)} ms",
        f"{numbers[-1]} pages, {figure(costs[-1] * 1000)} ms",
        figure(each * 1000),
        figure(page * 1000),
        figure(bend),
    )


def _render(process: StayingProcess, case: str, pages: dict[str, int], key: str) -> Cost:
    answer = process.ask(case=case)
    pages[key] = answer.told["pages"]
    return answer.cost


def _steady(series: Series) -> float:
    """The least of the CPU times: sizes are compared across rounds, and noise only adds."""
    return series.spread("cpu").low
