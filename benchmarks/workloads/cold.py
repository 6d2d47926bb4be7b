"""A PDF from nothing: this program beside stock WeasyPrint and all other ways that are there."""

from __future__ import annotations

from benchmarks.bench import Bench
from benchmarks.rival import Recipe, all_rivals
from benchmarks.series import Measured, Quantity, in_turns
from benchmarks.table import Outcome, Table, Target, figure, shown

_OURS = "casereport"
_STOCK = "stock weasyprint"
_TARGETS: tuple[tuple[str, str, Quantity, float], ...] = (
    ("render, cold: CPU", _STOCK, "cpu", 0.75),
    ("render, cold: CPU, stretch", _STOCK, "cpu", 0.65),
    ("render, cold: peak memory", _STOCK, "memory", 1.0),
    ("render, cold: wall", "Chromium print-to-pdf", "wall", 0.75),
    ("render, cold: wall", "XeLaTeX + xepersian, latexmk", "wall", 0.85),
)


def run(bench: Bench) -> Outcome:
    """Measure all that are installed in one interleaved run."""
    recipes: dict[str, Recipe] = {}
    absent: dict[str, str] = {}
    for rival in all_rivals():
        program = rival.find()
        if program is None:
            absent[rival.NAME] = f"{rival.NAME} is not installed: {rival.INSTALL}."
            continue
        folder = bench.folder / "rivals" / rival.NAME.replace(" ", "-")
        folder.mkdir(parents=True)
        recipes[rival.NAME] = rival.prepare(program, bench.document, folder)
    measured = in_turns({name: recipe.cook for name, recipe in recipes.items()}, bench.runs)
    return Outcome((_table(measured, absent),), _targets(measured), tuple(absent.values()))


def _table(measured: Measured, absent: dict[str, str]) -> Table:
    ours, stock = measured[_OURS], measured[_STOCK]
    rows = [
        (
            name,
            shown(series.spread("wall")),
            shown(series.spread("cpu")),
            figure(series.spread("memory").median),
            figure(series.to(stock, "cpu").median),
            figure(ours.to(series, "wall").median),
        )
        for name, series in sorted(measured.items(), key=lambda m: m[1].spread("cpu").median)
    ]
    rows += [(name, "not installed", "", "", "", "") for name in absent]
    columns = (
        "the first sample, cold", "wall, s", "CPU, s", "peak, MB", "CPU by stock's",
        "our wall by its",
    )  # fmt: skip
    return Table("Process start to PDF", columns, tuple(rows), tuple(absent.values()))


def _targets(measured: Measured) -> tuple[Target, ...]:
    return tuple(
        Target(
            work=work, against=rival, most=most,
            measured=measured[_OURS].to(measured[rival], quantity),
        )
        for work, rival, quantity, most in _TARGETS
        if rival in measured
    )  # fmt: skip
