"""Workers that are stopped, or speak out of turn: each costs its own job, and holds up nobody."""

from __future__ import annotations

import os
import signal
import sys
import time
from types import ModuleType

import pytest

from casereport.errors import WorkerError
from casereport.pipeline.workers import WorkerLimits, WorkerPool
from tests.processes import wait_for_the_end_of
from tests.unit.pipeline.workers.working import (
    LIMITS,
    failure,
    finished,
    pid,
    task,
    work,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc as Linux has it")

BRIEF = WorkerLimits(wall_seconds=0.5)
LONG = b"0123456789abcdef" * (640 * 1024)
"""Ten megabytes: fifty times what a pipe holds."""


def test_a_long_job_and_a_long_answer_come_through_whole(misbehaving: ModuleType) -> None:
    with WorkerPool[int](task(misbehaving.echo), size=1) as pool:
        for number in (0, 1):
            pool.submit(number, LONG)
            assert finished(pool) == LONG


def test_a_worker_that_is_stopped_holds_up_neither_its_parent_nor_the_others(
    misbehaving: ModuleType,
) -> None:
    limits = WorkerLimits(wall_seconds=30)
    with WorkerPool[int](task(misbehaving.length), size=2, limits=limits) as pool:
        pool.submit(0, b"")
        pool.submit(1, b"")
        while pool.is_busy:
            pool.wait()
        stopped, _ = pool.pids
        os.kill(stopped, signal.SIGSTOP)
        since = time.monotonic()
        pool.submit(2, LONG)
        pool.submit(3, LONG)
        assert finished(pool) == str(len(LONG)).encode()
        assert time.monotonic() - since < limits.wall_seconds
        # Let go, it takes what it has not been able to.
        os.kill(stopped, signal.SIGCONT)
        assert finished(pool) == str(len(LONG)).encode()


def test_the_job_of_a_worker_that_stays_stopped_is_done_by_another(
    misbehaving: ModuleType,
) -> None:
    with WorkerPool[int](task(misbehaving.run), size=1, limits=BRIEF) as pool:
        pool.submit(0, b"work")
        stopped = pid(finished(pool))
        os.kill(stopped, signal.SIGSTOP)
        pool.submit(1, b"work " + LONG)
        assert pid(finished(pool)) != stopped
        wait_for_the_end_of(stopped)


@pytest.mark.parametrize(
    ("deed", "cause", "detail"),
    [
        ("leave", "failed", "the answer cannot be read: it closed its pipe"),
        ("babble", "failed", "the answer cannot be read: a message of 1718578804 bytes"),
        ("half", "wall-clock", "0.5 s"),
        ("accuse", "failed", "the answer cannot be read: a message that begins with b'-'"),
        ("mumble", "failed", "the answer cannot be read: a failure that cannot be read"),
        ("chatter", "failed", "the answer cannot be read: a message that begins with b'.'"),
        ("flood", "wall-clock", "0.5 s"),
    ],
)
def test_one_that_misuses_its_pipe_costs_its_job_alone(
    deed: str, cause: str, detail: str, misbehaving: ModuleType
) -> None:
    answers = work(task(misbehaving.run), [deed, "work"], limits=BRIEF)
    error = failure(answers[0])
    assert (error.cause, error.detail) == (cause, detail)
    assert pid(answers[1]) > 0


def test_an_answer_that_was_sent_before_its_job_is_not_taken(misbehaving: ModuleType) -> None:
    answers = work(task(misbehaving.run), ["forge", "work"])
    assert answers[0] == b"forged"
    assert pid(answers[1]) > 0


@pytest.mark.parametrize("ending", [b"", b"die"])
def test_what_a_worker_has_started_ends_with_it(ending: bytes, misbehaving: ModuleType) -> None:
    with WorkerPool[int](task(misbehaving.leave_a_child), size=1, limits=LIMITS) as pool:
        pool.submit(0, ending)
        answer = finished(pool)
        child = int(answer.stderr if isinstance(answer, WorkerError) else answer)
        if not ending:
            os.kill(child, 0)
    wait_for_the_end_of(child)


def test_a_flood_on_stderr_takes_no_memory_of_ours(misbehaving: ModuleType) -> None:
    error = failure(work(task(misbehaving.run), ["flood"], limits=BRIEF)[0])
    assert error.stderr == "x" * 8192
