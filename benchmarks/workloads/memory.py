"""What one process holds after many distinct documents; a batch renews its workers before."""

from __future__ import annotations

from benchmarks.bench import SAMPLE, Bench
from benchmarks.table import Outcome, Table, figure

_DOCUMENTS = 400
_READINGS = 8


def run(bench: Bench) -> Outcome:
    """Render distinct cases one after the other, and read the resident memory on the way."""
    count = bench.sized(_DOCUMENTS, _READINGS)
    every = max(1, count // _READINGS)
    rows: list[tuple[str, ...]] = []
    with bench.ours() as process:
        for number in range(1, count + 1):
            held = process.ask(case=str(SAMPLE), distinct=number).cost.memory
            if number in {1, 2} or number % every == 0:
                rows.append((str(number), figure(held)))
    return Outcome((Table("Memory of one process", ("documents", "resident, MB"), tuple(rows)),))
