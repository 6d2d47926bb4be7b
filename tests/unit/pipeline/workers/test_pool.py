"""Workers that die, run on, take all memory: one job fails, with its cause, and the next one runs."""

from __future__ import annotations

import os
import signal
import sys
import time
from types import ModuleType

import pytest

from casereport.errors import MissingLibraryError, WorkerError
from casereport.pipeline.workers import WorkerLimits, WorkerPool
from tests.processes import wait_for_the_end_of
from tests.unit.pipeline.workers.working import LIMITS, failure, finished, pid, task, work

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

def test_each_way_to_die_is_the_error_of_its_job_and_the_jobs_between_are_done(
    misbehaving: ModuleType,
) -> None:
    deeds = ["work", "kill", "work", "abort", "work", "exit", "fill", "raise", "write", "work"]
    answers = work(task(misbehaving.run), deeds)
    told = {
        deed: (failure(answers[number]).cause, failure(answers[number]).detail)
        for number, deed in enumerate(deeds)
        if deed != "work"
    }
    assert told["kill"] == ("died", "SIGKILL")
    assert told["abort"] == ("died", "SIGABRT")
    assert told["exit"] == ("died", "exit code 3")
    assert told["fill"][0] == "memory"
    assert told["raise"] == ("failed", "ValueError: an odd document")
    assert told["write"][0] == "file-size"
    assert all(pid(answers[number]) > 0 for number in (0, 2, 4, 9))
    assert len(answers) == len(deeds)


def test_what_a_worker_wrote_on_stderr_before_it_died_is_kept(misbehaving: ModuleType) -> None:
    error = failure(work(task(misbehaving.run), ["abort"])[0])
    assert "libharfbuzz: too many marks" in error.stderr
    # Where in our own program it was: faulthandler's words.
    assert "in misbehave" in error.stderr


def test_of_a_flood_on_stderr_the_end_is_kept_and_the_worker_is_not_held_up(
    misbehaving: ModuleType,
) -> None:
    error = failure(work(task(misbehaving.run), ["shout"])[0])
    assert (error.cause, error.detail) == ("died", "exit code 1")
    assert error.stderr.endswith("the end")
    assert len(error.stderr) <= 8192


def test_what_a_worker_prints_does_not_reach_our_stdout(
    misbehaving: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    work(task(misbehaving.run), ["print"])
    assert capfd.readouterr().out == ""


def test_a_job_without_end_is_stopped_by_the_cpu_limit(misbehaving: ModuleType) -> None:
    answers = work(task(misbehaving.run), ["work", "loop", "work"])
    assert (failure(answers[1]).cause, failure(answers[1]).detail) == ("cpu", "1 s")
    assert pid(answers[0]) != pid(answers[2])


def test_the_cpu_limit_is_that_of_one_job(misbehaving: ModuleType) -> None:
    # Each takes a third of a second of a limit of one, in the same worker.
    answers = work(task(misbehaving.run_a_third), ["work"] * 8)
    assert len({pid(answer) for answer in answers.values()}) == 1


def test_a_job_that_sleeps_is_stopped_by_the_wall_clock(misbehaving: ModuleType) -> None:
    limits = WorkerLimits(wall_seconds=0.5)
    since = time.monotonic()
    answers = work(task(misbehaving.run), ["sleep", "work"], limits=limits)
    assert (failure(answers[0]).cause, failure(answers[0]).detail) == ("wall-clock", "0.5 s")
    assert pid(answers[1]) > 0
    assert time.monotonic() - since < 120


def test_one_that_hangs_does_not_hold_up_the_others(misbehaving: ModuleType) -> None:
    answers: list[int] = []
    limits = WorkerLimits(wall_seconds=300)
    with WorkerPool[int](task(misbehaving.run), size=2, limits=limits) as pool:
        pool.submit(0, b"sleep")
        for number in (1, 2, 3):
            pool.submit(number, b"work")
            while number not in answers:
                answers += [key for key, _ in pool.wait()]
        assert answers == [1, 2, 3]


def test_a_worker_killed_while_it_is_idle_costs_no_job(misbehaving: ModuleType) -> None:
    with WorkerPool[int](task(misbehaving.run), size=1, limits=LIMITS) as pool:
        pool.submit(0, b"work")
        first = finished(pool)
        (idle,) = pool.pids
        os.kill(idle, signal.SIGKILL)
        wait_for_the_end_of(idle)
        pool.submit(1, b"work")
        second = finished(pool)
    assert pid(first) == idle
    assert pid(second) != idle


def test_a_worker_is_replaced_after_so_many_jobs(misbehaving: ModuleType) -> None:
    answers = work(task(misbehaving.run), ["work"] * 5, after=2)
    numbers = [pid(answers[number]) for number in range(5)]
    assert numbers[0] == numbers[1]
    assert numbers[2] == numbers[3]
    assert len(set(numbers)) == 3


def test_leaving_the_pool_ends_what_runs(misbehaving: ModuleType) -> None:
    with WorkerPool[int](task(misbehaving.run), size=2, limits=LIMITS) as pool:
        pool.submit(0, b"sleep")
        pool.submit(1, b"sleep")
        pids = pool.pids
        assert len(pids) == 2
    for number in pids:
        wait_for_the_end_of(number)


def test_workers_that_cannot_start_end_the_pool_and_not_each_job(misbehaving: ModuleType) -> None:
    with pytest.raises(WorkerError) as caught:
        work(task(misbehaving.run, misbehaving.die_at_the_start), ["work"])
    assert caught.value.cause == "unready"
    assert "no start" in caught.value.stderr


def test_a_missing_library_is_told_as_such(misbehaving: ModuleType) -> None:
    with pytest.raises(MissingLibraryError, match="Pango: not found"):
        work(task(misbehaving.run, misbehaving.miss_a_library), ["work"])


def test_the_variables_of_today_reach_the_workers(
    misbehaving: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEREPORT_TEST", "of now")
    assert work(task(misbehaving.variable), ["CASEREPORT_TEST"])[0] == b"of now"
