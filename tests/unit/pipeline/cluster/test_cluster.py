"""A real cluster on this machine: the bytes of one machine, and each failure that of its job."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from casereport.errors import WorkerError
from casereport.pipeline.batch import BatchOptions, plan_cases, run_batch
from casereport.pipeline.batch.manifest import MANIFEST
from casereport.pipeline.isolation import TASK
from casereport.pipeline.options import RenderOptions
from casereport.pipeline.settings import ProjectSettings
from casereport.pipeline.workers import JobRunner, Task, ThisMachine
from tests.unit.pipeline.cluster.giving import LIMITS, NEEDED, cluster, failure, run

if TYPE_CHECKING:
    from tests.unit.pipeline.cluster.conftest import Dask

pytestmark = NEEDED
TINY = {
    "case.yaml": "title: {fa: گزارش, en: Report NUMBER}\njournal: manuscript\nlanguages: [fa, en]\n",
    "fa.md": "## بحث {#discussion}\n\nمتن (Text) [@a].\n",
    "en.md": "## Discussion {#discussion}\n\nText [@a].\n",
    "references.ris": "TY  - JOUR\nID  - a\nAU  - A, B\nTI  - T\nPY  - 2000\nER  - \n",
}


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
    again = replace(options, machines=ThisMachine(), resume=True)
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
