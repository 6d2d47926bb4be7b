"""What each lever of the engine saves: the same render with it left out."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count

from benchmarks.bench import CASEREPORT, ENVIRONMENT, SAMPLE, Bench
from benchmarks.measure import Cost
from benchmarks.measure import run as run_command
from benchmarks.series import Measured, in_turns
from benchmarks.staying import StayingProcess
from benchmarks.table import Outcome, Table, figure, shown
from casereport.levers import LEVERS, OFF, STOCK

_ALL = "all levers"
_NONE = "stock typesetting"


def run(bench: Bench) -> Outcome:
    """Cold and staying: all levers, all but one, and none."""
    variants: dict[str, dict[str, str]]
    variants = {_ALL: {OFF: ""}, **{lever.name: {OFF: lever.name} for lever in LEVERS}}
    variants[_NONE] = {STOCK: "1"}
    cold = in_turns(
        {name: partial(_cold, bench, off) for name, off in variants.items()}, bench.runs
    )
    bench.tell("levers: in a process that stays")
    edits = count()
    with contextlib.ExitStack() as stack:
        sides: dict[str, Callable[[], Cost]] = {}
        for name, off in variants.items():
            sides[name] = partial(_warm, stack.enter_context(bench.ours(**off)), edits)
        warm = in_turns(sides, bench.runs)
    return Outcome((_table(cold, warm),))


def _cold(bench: Bench, off: Mapping[str, str]) -> Cost:
    command = [*CASEREPORT, "render", str(SAMPLE), "-o", str(bench.folder / "levers")]
    return run_command(command, environment={**ENVIRONMENT, **off})


def _warm(process: StayingProcess, edits: count[int]) -> Cost:
    return process.ask(case=str(SAMPLE), edit=next(edits)).cost


def _table(cold: Measured, warm: Measured) -> Table:
    what = {_ALL: "", _NONE: "none of our patches, no true bidi"}
    what |= {lever.name: lever.does for lever in LEVERS}
    rows = tuple(
        (
            name if name in {_ALL, _NONE} else f"without `{name}`",
            what[name],
            shown(cold[name].to(cold[_ALL], "cpu")),
            figure(cold[name].spread("memory").median),
            shown(warm[name].to(warm[_ALL], "cpu")),
        )
        for name in cold
    )
    columns = ("", "the lever", "cold CPU by all", "cold peak, MB", "staying CPU by all")
    return Table("Levers", columns, rows)
