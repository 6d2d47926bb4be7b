"""What each workload makes of costs that are known: here nothing is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from benchmarks.bench import Bench
from benchmarks.manuscript import Manuscript
from benchmarks.measure import Cost
from benchmarks.rival import Document
from benchmarks.staying import Answer
from benchmarks.table import Outcome
from benchmarks.workloads import batch, check, edit, growth, levers, memory, resume
from casereport.levers import LEVERS, OFF, STOCK

Command = Callable[..., Cost]


class Staying:
    """A process that stays, as far as it is asked: each answer costs what ``cost`` says."""

    def __init__(self, cost: Callable[..., Answer]) -> None:
        self.ask = cost

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        return None


class KnownBench(Bench):
    """A bench whose processes cost what they are said to."""

    warm: Callable[..., Answer]
    warm_stock: Callable[..., Answer]

    def ours(self, **environment: str) -> Staying:
        return Staying(lambda **argument: self.warm(environment, argument))

    def stock(self) -> Staying:
        return Staying(lambda **argument: self.warm_stock(argument))


def answer(cpu: float, **told: object) -> Answer:
    return Answer(Cost(cpu, cpu, 100), told)


def known(tmp_path: Path, *, ours: Callable[..., Answer], stock: float = 1.0) -> KnownBench:
    bench = KnownBench(folder=tmp_path, runs=2, size=0.01)
    bench.__dict__["document"] = Document(
        Path("case"), tmp_path / "kept.html", Manuscript((), tmp_path)
    )
    bench.__dict__["warm"] = ours
    bench.__dict__["warm_stock"] = lambda _argument: answer(stock)
    return bench


def commands(
    monkeypatch: pytest.MonkeyPatch, workload: object, cost: Callable[[Sequence[str]], Cost]
) -> list[dict[str, str]]:
    """Let the workload's commands cost what ``cost`` says; the environments they are run in."""
    environments: list[dict[str, str]] = []

    def run(
        command: Sequence[str], *, environment: Mapping[str, str] | None = None, **_more: object
    ) -> Cost:
        environments.append(dict(environment or {}))
        return cost(command)

    monkeypatch.setattr(workload, "run_command", run)
    return environments


def target(outcome: Outcome) -> float:
    (only,) = outcome.targets
    return only.measured.median


def test_an_edit_is_compared_with_a_cold_render(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commands(monkeypatch, edit, lambda _command: Cost(4, 4, 100))
    asked: list[int] = []

    def warm(_environment: object, argument: dict[str, int]) -> Answer:
        asked.append(argument["edit"])
        return answer(1)

    outcome = edit.run(known(tmp_path, ours=warm))
    assert target(outcome) == 0.25
    assert outcome.targets[0].is_met
    assert len(set(asked)) == len(asked) == 3
    assert [row[-1] for row in outcome.tables[0].rows] == ["1.00", "0.25", "0.25"]


def test_a_batch_is_a_rate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def cost(command: Sequence[str]) -> Cost:
        cases = sum(1 for _ in Path(command[4]).glob("*/case.yaml"))
        return Cost(cases * 0.25, cases * 0.4, 100)

    commands(monkeypatch, batch, cost)
    bench = known(tmp_path, ours=lambda _environment, _argument: answer(0), stock=1.0)
    outcome = batch.run(bench)
    assert target(outcome) == pytest.approx(4)
    assert [row[1] for row in outcome.tables[0].rows] == ["4.00", "1.00"]


def test_a_check_is_compared_with_stock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commands(monkeypatch, check, lambda command: Cost(1, 1 if "check" in command else 2, 50))
    monkeypatch.setattr(check, "weasyprint_modules", lambda _command: ["weasyprint.urls"])
    outcome = check.run(known(tmp_path, ours=lambda *_: answer(0)))
    assert target(outcome) == 0.5
    assert not outcome.targets[0].is_met
    assert "weasyprint.urls" in outcome.tables[0].remarks[0]


def test_resuming_is_a_slope(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def cost(command: Sequence[str]) -> Cost:
        cases = sum(1 for folder in command for _ in Path(folder).glob("case-*/case.yaml"))
        return Cost(0.9 + cases * 0.004, 0.9 + cases * 0.003, 50)

    commands(monkeypatch, resume, cost)
    outcome = resume.run(known(tmp_path, ours=lambda *_: answer(0)))
    assert target(outcome) == pytest.approx(3)


@pytest.mark.parametrize(("power", "bend"), [(1, "1.00"), (2, "3.00")])
def test_growth_is_fitted(tmp_path: Path, power: int, bend: str) -> None:
    def cost(_environment: object, argument: dict[str, str]) -> Answer:
        amount = int(Path(argument["case"]).parent.name)
        return answer(1 + 0.01 * amount**power, pages=5 + amount)

    (table,) = growth.run(known(tmp_path, ours=cost)).tables
    assert [row[0].split()[-1] for row in table.rows] == ["paragraphs", "figures", "references"]
    assert {row[-1] for row in table.rows} == {bend}
    if power == 1:
        assert {row[3] for row in table.rows} == {"10.0"}
        assert {row[4] for row in table.rows} == {"10.0"}


def test_memory_is_read_on_the_way(tmp_path: Path) -> None:
    def held(_environment: object, argument: dict[str, int]) -> Answer:
        return Answer(Cost(1, 1, 100 + argument["distinct"]), {})

    (table,) = memory.run(known(tmp_path, ours=held)).tables
    assert table.rows[0] == ("1", "101")
    assert table.rows[-1] == ("8", "108")


def test_every_lever_has_its_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environments = commands(monkeypatch, levers, lambda _command: Cost(1, 1, 50))
    asked: list[dict[str, str]] = []

    def warm(environment: dict[str, str], _argument: object) -> Answer:
        asked.append(environment)
        return answer(2 if environment.get(OFF) else 1)

    (table,) = levers.run(known(tmp_path, ours=warm)).tables
    assert [row[0] for row in table.rows] == [
        "all levers", *(f"without `{lever.name}`" for lever in LEVERS), "stock typesetting",
    ]  # fmt: skip
    assert [row[-1] for row in table.rows] == ["1.00", *("2.00" for _ in LEVERS), "1.00"]
    wanted = [{OFF: ""}, *({OFF: lever.name} for lever in LEVERS), {STOCK: "1"}]
    for some in (environments, asked):
        seen = [{key: e[key] for key in (OFF, STOCK) if key in e} for e in some[: len(wanted)]]
        assert seen == wanted
