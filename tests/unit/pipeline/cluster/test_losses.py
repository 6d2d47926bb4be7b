"""Workers that are lost, that differ, that are not there; a scheduler that goes away."""

from __future__ import annotations

import socket
import sys
import time
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from casereport.errors import ClusterError, MissingExtraError
from casereport.pipeline.cluster import connection
from casereport.pipeline.workers import JobRunner, Task
from tests.unit.pipeline.cluster.giving import (
    LIMITS,
    NEEDED,
    cluster,
    failure,
    run,
    start_job,
    wait_for_all,
)

if TYPE_CHECKING:
    import subprocess

    from tests.unit.pipeline.cluster.conftest import Dask

pytestmark = NEEDED


def test_what_a_killed_worker_was_at_runs_on_another(
    dask: Dask, deeds: ModuleType
) -> None:
    told: list[str] = []
    task = Task(deeds.run)
    first = dask.worker("--no-nanny")
    runner: JobRunner[str] = cluster(dask, told).runner(task, LIMITS)
    with runner:
        start_job(runner, "nap 1")
        start_job(runner, "nap 2")
        dask.worker("--no-nanny")
        time.sleep(1)
        first.kill()
        answers = wait_for_all(runner)
    assert sorted(answers) == ["nap 1", "nap 2"]
    assert all(isinstance(answer, bytes) for answer in answers.values())
    assert [words for words in told if "was lost; its 2 cases run elsewhere" in words]


def test_a_job_that_takes_its_workers_down_is_given_up_and_the_others_are_done(
    dask: Dask, deeds: ModuleType
) -> None:
    # A nanny starts its worker anew.
    dask.worker("--nanny")
    answers = run(cluster(dask), Task(deeds.run), ["end-the-worker", "work 1", "work 2"])
    error = failure(answers["end-the-worker"])
    assert (error.cause, error.detail) == ("machine-lost", "3")
    assert isinstance(answers["work 1"], bytes)
    assert isinstance(answers["work 2"], bytes)


def test_a_worker_that_would_print_otherwise_gets_nothing(
    dask: Dask, deeds: ModuleType
) -> None:
    told: list[str] = []
    with pytest.raises(ClusterError) as caught:
        run(cluster(dask, told, 0.5), Task(deeds.run), ["work"])
    assert caught.value.reason == "no-worker"
    assert [words for words in told if f"dask worker {dask.address} --nthreads 1" in words]
    dask.worker("--no-nanny", CASEREPORT_LEVERS_OFF="png")
    deadline = time.monotonic() + 300
    # Until it has joined, nobody is refused.
    while not any("gets no case" in words for words in told) and time.monotonic() < deadline:
        with pytest.raises(ClusterError) as caught:
            run(cluster(dask, told, 0.5), Task(deeds.run), ["work"])
    assert caught.value.reason == "no-worker"
    (refusal,) = {words for words in told if "gets no case" in words}
    assert refusal.endswith(": CASEREPORT_LEVERS_OFF png ≠ -")


def test_a_scheduler_that_goes_away_ends_the_batch_with_a_word(
    dask: Dask, deeds: ModuleType
) -> None:
    scheduler: subprocess.Popen[bytes] = dask.running[0]
    dask.worker("--no-nanny")
    runner: JobRunner[str] = cluster(dask).runner(Task(deeds.run), LIMITS)
    with runner:
        start_job(runner, "sleep")
        scheduler.kill()
        with pytest.raises(ClusterError) as caught:
            wait_for_all(runner)
    assert caught.value.reason == "lost"


def test_no_scheduler_no_certificates_and_no_dask_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "_CONNECT_SECONDS", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        reasons = []
        for scheme in ("tcp", "tls"):
            with pytest.raises(ClusterError) as caught:
                connection.Connection(f"{scheme}://{address}")
            reasons.append(caught.value.reason)
    assert reasons == ["unreachable", "no-certificates"]
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'casereport\[distributed\]'"):
        connection.Connection(f"tcp://{address}")
