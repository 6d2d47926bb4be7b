"""Tables and targets, as Markdown that also reads well on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.series import Spread


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, columns and rows; ``remarks`` stand below."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remarks: tuple[str, ...] = ()

    def markdown(self) -> str:
        """The table with its title and remarks."""
        lines = [f"### {self.title}", "", *_grid((self.columns, *self.rows))]
        for remark in self.remarks:
            lines += ["", remark]
        return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was aimed at and what was measured; ``most`` or ``least`` is the bound."""

    work: str
    against: str
    measured: Spread
    most: float | None = None
    least: float | None = None
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """True when the median keeps the bound."""
        return (self.most is None or self.measured.median <= self.most) and (
            self.least is None or self.measured.median >= self.least
        )

    def row(self) -> tuple[str, ...]:
        """Its row in the table of targets."""
        bound = f"≤ {self.most:g}" if self.most is not None else f"≥ {self.least:g}"
        verdict = "met" if self.is_met else "**missed**"
        return (
            self.work,
            self.against,
            bound + self.unit,
            shown(self.measured, self.unit),
            verdict,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a workload found."""

    tables: tuple[Table, ...] = ()
    targets: tuple[Target, ...] = ()
    absent: tuple[str, ...] = field(default=())


def targets_table(targets: Iterable[Target]) -> Table:
    """All targets, met and missed."""
    columns = ("work", "against", "target", "measured (least–most)", "")
    rows = tuple(target.row() for target in targets)
    return Table("Targets", columns, rows)


def shown(spread: Spread, unit: str = "") -> str:
    """A median with its extremes in three figures."""
    if spread.low == spread.high:
        return f"{figure(spread.median)}{unit}"
    return f"{figure(spread.median)}{unit} ({figure(spread.low)}–{figure(spread.high)})"


def figure(value: float) -> str:
    """A number in three figures or so."""
    size = abs(value)
    return f"{value:.0f}" if size >= 100 else f"{value:.1f}" if size >= 10 else f"{value:.2f}"


def _grid(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(3, *(len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]
