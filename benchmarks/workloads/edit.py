"""One paragraph is edited and the PDF made again, by a process that stays."""

from __future__ import annotations

from itertools import count

from benchmarks.bench import CASEREPORT, ENVIRONMENT, SAMPLE, Bench
from benchmarks.measure import Cost
from benchmarks.measure import run as run_command
from benchmarks.series import in_turns
from benchmarks.table import Outcome, Table, Target, figure, shown

_COLD, _WARM, _STOCK = "casereport, cold", "casereport, staying", "stock weasyprint, staying"
_MOST = 0.25


def run(bench: Bench) -> Outcome:
    """Our warm edit beside our cold render and stock's warm edit."""
    edits = count()
    html = str(bench.document.html)
    with bench.ours() as ours, bench.stock() as stock:

        def cold() -> Cost:
            command = [*CASEREPORT, "render", str(SAMPLE), "-o", str(bench.folder / "edited")]
            return run_command(command, environment=ENVIRONMENT)

        def warm() -> Cost:
            return ours.ask(case=str(SAMPLE), edit=next(edits)).cost

        def warm_stock() -> Cost:
            return stock.ask(html=html, edit=next(edits)).cost

        sides = {_COLD: cold, _WARM: warm, _STOCK: warm_stock}
        measured = in_turns(sides, bench.runs)
    rows = tuple(
        (
            name,
            shown(series.spread("wall")),
            shown(series.spread("cpu")),
            figure(series.to(measured[_COLD], "cpu").median),
        )
        for name, series in measured.items()
    )
    table = Table(
        "One paragraph edited, to the new PDF", ("", "wall, s", "CPU, s", "CPU by cold"), rows
    )
    target = Target(
        work="edit one paragraph, warm: CPU",
        against="cold render",
        most=_MOST,
        measured=measured[_WARM].to(measured[_COLD], "cpu"),
    )
    return Outcome((table,), (target,))
