"""Jobs given to workers, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casereport.errors import WorkerError
from casereport.pipeline import isolation
from casereport.pipeline.workers import Task, WorkerLimits, WorkerPool
from casereport.pipeline.workers.task import nothing_to_prepare

MEBIBYTE = 1024 * 1024
LIMITS = WorkerLimits(
    address_space=1024 * MEBIBYTE, file_size=MEBIBYTE, cpu_seconds=1, wall_seconds=60
)
Answer = bytes | WorkerError


def task(run: Callable[[bytes], bytes], prepare: Callable[[], None] = nothing_to_prepare) -> Task:
    # The process that forks workers is one for all tests, and imports what the first one asks for.
    return Task(run, prepare, isolation.TASK.preload)


def work(
    given: Task, deeds: Sequence[str], *, size: int = 1, limits: WorkerLimits = LIMITS, after: int = 150
) -> dict[int, Answer]:
    answers: dict[int, Answer] = {}
    with WorkerPool[int](given, size=size, limits=limits, recycle_after=after) as pool:
        for number, deed in enumerate(deeds):
            while not pool.has_room:
                answers.update(pool.wait())
            pool.submit(number, deed.encode())
        while pool.is_busy:
            answers.update(pool.wait())
    return answers


def failure(answer: Answer) -> WorkerError:
    assert isinstance(answer, WorkerError)
    return answer


def pid(answer: Answer) -> int:
    assert isinstance(answer, bytes)
    return int(answer)


def finished(pool: WorkerPool[int]) -> Answer:
    while True:
        for _, answer in pool.wait():
            return answer
