"""A real cluster on this machine: the bytes of one machine, and every way that workers are lost."""

from __future__ import annotations

import hashlib
import importlib.util
import socket
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from casereport.diagnostics import Message
from casereport.errors import ClusterError, MissingExtraError, WorkerError
from casereport.pipeline.batch import BatchOptions, plan_cases, run_batch
from casereport.pipeline.batch.manifest import MANIFEST
from casereport.pipeline.case import RenderOptions
from casereport.pipeline.cluster import Cluster, connection
from casereport.pipeline.isolation import TASK
from casereport.pipeline.settings import ProjectSettings
from casereport.pipeline.workers import (
    JobRunner,
    Machines,
    Task,
    ThisMachine,
    WorkerLimits,
)

if TYPE_CHECKING:
    import subprocess

    from conftest import Dask

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them"),
    pytest.mark.skipif(
        importlib.util.find_spec("distributed") is None, reason="dask.distributed is not installed"
    ),
]
LIMITS = WorkerLimits(address_space=1024 * 1024 * 1024, wall_seconds=60)
Answer = bytes | WorkerError
TINY = {
    "case.yaml": "title: {fa: گزارش, en: Report NUMBER}\njournal: manuscript\nlanguages: [fa, en]\n",
    "fa.md": "## بحث {#discussion}\n\nمتن (Text) [@a].\n",
    "en.md": "## Discussion {#discussion}\n\nText [@a].\n",
    "references.ris": "TY  - JOUR\nID  - a\nAU  - A, B\nTI  - T\nPY  - 2000\nER  - \n",
}


def cluster(dask: Dask, told: list[str] | None = None, patience: float = 300) -> Cluster:
    words: list[str] = [] if told is None else told
    return Cluster(dask.address, lambda message: words.append(said(message)), patience)


def said(message: Message) -> str:
    return str(message)


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


def test_a_batch_on_a_cluster_writes_the_bytes_of_this_machine(
    shared: Dask, tmp_path: Path
) -> None:
    for number in range(3):
        folder = tmp_path / "cases" / f"case-{number}"
        folder.mkdir(parents=True)
        for name, text in TINY.items():
            (folder / name).write_text(text.replace("NUMBER", str(number)), "utf-8")
    hashes = []
    told: list[str] = []
    for machines in (ThisMachine(1), cluster(shared, told)):
        output = tmp_path / f"out-{len(hashes)}"
        options = BatchOptions(
            render=RenderOptions(formats=("pdf", "html")),
            output=output,
            settings=lambda _folder: ProjectSettings(),
            machines=machines,
        )
        outcomes = list(run_batch(plan_cases([tmp_path / "cases"], output), options))
        assert {outcome.ending for outcome in outcomes} == {"written"}
        hashes.append(
            {
                path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in output.iterdir()
                if path.name != MANIFEST
            }
        )
    assert len(hashes[0]) == 6
    assert hashes[0] == hashes[1]
    # What is written is noted as a batch of this machine would.
    again = BatchOptions(
        render=RenderOptions(formats=("pdf", "html")),
        output=output,
        settings=lambda _folder: ProjectSettings(),
        resume=True,
    )
    resumed = list(run_batch(plan_cases([tmp_path / "cases"], output), again))
    assert {outcome.ending for outcome in resumed} == {"unchanged"}


def test_a_job_that_ends_its_process_fails_alone_with_its_cause_and_last_words(
    shared: Dask, deeds: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    wanted = ["work 1", "abort", "work 2", "kill", "fill", "raise", "print", "work 3"]
    answers = run(cluster(shared, told), Task(deeds.run, preload=TASK.preload), wanted)
    causes = {
        deed: (answer.cause, answer.detail)
        for deed, answer in answers.items()
        if isinstance(answer, WorkerError)
    }
    assert causes["abort"] == ("died", "SIGABRT")
    assert causes["kill"] == ("died", "SIGKILL")
    assert causes["fill"][0] == "memory"
    assert causes["raise"] == ("failed", "ValueError: an odd document")
    assert len(causes) == 4
    assert "libharfbuzz: too many marks" in failure(answers["abort"]).stderr
    # No worker of dask was lost, and none was heard.
    assert not [words for words in told if "lost" in words]
    streams = capfd.readouterr()
    assert (streams.out, streams.err) == ("", "")


def test_jobs_run_on_both_workers_and_two_a_thread_are_out_at_most(
    shared: Dask, deeds: ModuleType
) -> None:
    runner: JobRunner[int] = cluster(shared).runner(
        Task(deeds.run, preload=TASK.preload), LIMITS
    )
    pids: set[bytes] = set()
    with runner:
        deadline = time.monotonic() + 300
        while len(pids) < 2 and time.monotonic() < deadline:
            number = 0
            while runner.has_room:
                runner.submit(number, b"work")
                number += 1
            assert number <= 4
            while runner.is_busy:
                pids |= {answer for _, answer in runner.wait() if isinstance(answer, bytes)}
            runner.wait()
    assert len(pids) == 2


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
