"""Jobs given to a cluster of the tests, and what they come to."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

from casereport.errors import WorkerError
from casereport.pipeline.cluster import Cluster
from casereport.pipeline.workers import JobRunner, Machines, Task, WorkerLimits

if TYPE_CHECKING:
    from tests.unit.pipeline.cluster.conftest import Dask

NEEDED = [
    pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them"),
    pytest.mark.skipif(
        importlib.util.find_spec("distributed") is None, reason="dask.distributed is not installed"
    ),
]
LIMITS = WorkerLimits(address_space=1024 * 1024 * 1024, wall_seconds=60)
Answer = bytes | WorkerError


def cluster(dask: Dask, told: list[str] | None = None, patience: float = 300) -> Cluster:
    words: list[str] = [] if told is None else told
    return Cluster(dask.address, lambda message: words.append(str(message)), patience)


def run(machines: Machines, task: Task, deeds: Iterable[str]) -> dict[str, Answer]:
    """Each deed done once; its answer by its name."""
    answers: dict[str, Answer] = {}
    runner: JobRunner[str] = machines.runner(task, LIMITS)
    with runner:
        for deed in deeds:
            while not runner.has_room:
                answers.update(runner.wait())
            runner.submit(deed, deed.encode())
        answers.update(wait_for_all(runner))
    return answers


def wait_for_all(runner: JobRunner[str]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    while runner.is_busy:
        answers.update(runner.wait())
    return answers


def failure(answer: Answer) -> WorkerError:
    assert isinstance(answer, WorkerError)
    return answer


def start_job(runner: JobRunner[str], deed: str) -> None:
    while not runner.has_room:
        assert runner.wait() == []
    runner.submit(deed, deed.encode())
