"""``python -m benchmarks``: measure, and print the tables. ``… profile``: where the time goes."""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import json
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import workloads
from benchmarks.bench import Bench
from benchmarks.machine import described
from benchmarks.readme import write_readme
from benchmarks.stages import profile
from benchmarks.table import Outcome, targets_table

Workloads = Mapping[str, Callable[[Bench], Outcome]]

_RUNS, _QUICK_RUNS = 7, 2
_QUICK_SIZE = 0.08


def all_workloads() -> Workloads:
    """Every module of ``workloads`` by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(workloads.__path__))
    return {name: importlib.import_module(f"{workloads.__name__}.{name}").run for name in names}


def main() -> None:
    """Read the command line, and do what it says."""
    found = all_workloads()
    given = _arguments(found)
    bench_of = _bench_maker(given)
    with tempfile.TemporaryDirectory(prefix="casereport-bench-") as folder:
        bench = bench_of(Path(folder))
        machine = described()
        if given.what == "profile":
            outcomes = {"profile": profile(bench)}
        else:
            outcomes = _measured(bench, {name: found[name] for name in given.only or found})
    text = report(machine, given.runs, outcomes)
    print(text)
    if given.json:
        given.json.write_text(json.dumps(as_json(machine, outcomes), indent=1) + "\n", "utf-8")
    if given.write_readme:
        write_readme(text)


def report(machine: str, runs: int, outcomes: Mapping[str, Outcome]) -> str:
    """Targets first, then every table."""
    targets = [target for outcome in outcomes.values() for target in outcome.targets]
    tables = [targets_table(targets)] if targets else []
    tables += [table for outcome in outcomes.values() for table in outcome.tables]
    absent = [line for outcome in outcomes.values() for line in outcome.absent]
    rounds = f"{runs} round{'s' if runs > 1 else ''}"
    head = f"Measured {machine} {rounds}; medians, and in brackets the least and the greatest."
    return "\n".join([head, "", *(table.markdown() for table in tables), *absent]).rstrip() + "\n"


def as_json(machine: str, outcomes: Mapping[str, Outcome]) -> dict[str, object]:
    """The same for programs; version 1."""
    return {
        "version": 1,
        "machine": machine,
        "workloads": {name: dataclasses.asdict(outcome) for name, outcome in outcomes.items()},
    }


def _measured(bench: Bench, chosen: Workloads) -> dict[str, Outcome]:
    outcomes = {}
    for name, run in chosen.items():
        bench.tell(name)
        outcomes[name] = run(bench)
    return outcomes


def _bench_maker(given: argparse.Namespace) -> Callable[[Path], Bench]:
    def make(folder: Path) -> Bench:
        return Bench(
            folder=folder,
            runs=given.runs,
            size=_QUICK_SIZE if given.quick else 1.0,
            tell=lambda text: print(f"… {text}", file=sys.stderr, flush=True),
        )

    return make


def _arguments(found: Workloads) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=["all", "profile"], default="all")
    parser.add_argument("--only", action="append", choices=list(found), help="one of the tables")
    parser.add_argument("--runs", type=int, help=f"rounds ({_RUNS}, with --quick {_QUICK_RUNS})")
    parser.add_argument("--quick", action="store_true", help="few rounds, few documents")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--write-readme", action="store_true", help="put the tables into README.md")
    given = parser.parse_args()
    given.runs = given.runs or (_QUICK_RUNS if given.quick else _RUNS)
    if given.runs < 1:
        parser.error("--runs takes a number from 1")
    return given


if __name__ == "__main__":
    main()
