"""Who gets a job, and the letters it travels in: nothing of dask is needed for these."""

from __future__ import annotations

import pytest

from casereport.errors import WorkerError
from casereport.pipeline import isolation
from casereport.pipeline.cluster.identity import differences, identity
from casereport.pipeline.cluster.letters import (
    Answer,
    Letter,
    Stranger,
    Unfit,
    decode_answer,
    decode_letter,
    encode_answer,
    encode_letter,
)
from casereport.pipeline.cluster.members import Job, Member, freest
from casereport.pipeline.workers import Task, WorkerLimits


def member(name: str, threads: int, *losses: int) -> Member[int]:
    jobs = {f"{name}{number}": Job(number, b"", lost) for number, lost in enumerate(losses)}
    return Member(name, threads, "", jobs)


def test_the_one_with_the_least_to_do_for_its_threads_is_asked() -> None:
    assert freest([member("a", 1, 0), member("b", 4, 0, 0)]) is not None
    found = freest([member("a", 1, 0), member("b", 4, 0, 0)])
    assert found is not None
    assert found.address == "b"


def test_nobody_has_more_than_two_jobs_a_thread() -> None:
    assert freest([member("a", 1, 0, 0), member("b", 2, 0, 0, 0, 0)]) is None
    assert freest([member("b", 2, 0, 0, 0)]) is not None
    assert freest(list[Member[int]]()) is None


def test_a_job_that_lost_its_worker_runs_alone() -> None:
    busy, idle, suspecting = member("a", 4, 0), member("b", 1), member("c", 4, 1)
    assert freest([busy, idle, suspecting], losses=1) is idle
    assert freest([busy, suspecting], losses=1) is None
    assert freest([suspecting]) is None


def test_a_letter_arrives_as_it_was_sent() -> None:
    limits = WorkerLimits(wall_seconds=2.5)
    sent = Letter(isolation.TASK, limits, "somebody", b"\0{}\xff")
    assert decode_letter(encode_letter(sent)) == sent


def test_a_letter_names_functions_and_one_that_is_not_there_is_an_error() -> None:
    letter = encode_letter(Letter(Task(isolation.run_job), WorkerLimits(), "", b""))
    assert b"casereport.pipeline.isolation:run_job" in letter
    with pytest.raises(AttributeError):
        decode_letter(letter.replace(b"run_job", b"run_jab"))
    with pytest.raises(ImportError):
        decode_letter(letter.replace(b"isolation:", b"isolatiom:"))


@pytest.mark.parametrize("answer", [b"", b"=bytes", Unfit("no Pango"), Stranger()])
def test_an_answer_arrives_as_it_was_sent(answer: Answer) -> None:
    assert decode_answer(encode_answer(answer)) == answer


def test_a_failure_arrives_with_its_cause_and_last_words() -> None:
    arrived = decode_answer(encode_answer(WorkerError("died", "SIGABRT", "مرگ\n")))
    assert isinstance(arrived, WorkerError)
    assert (arrived.cause, arrived.detail, arrived.stderr) == ("died", "SIGABRT", "مرگ\n")


@pytest.mark.parametrize("spoilt", [b"", b"!", b"![]", b'!["x", "", ""]', b"!\xff", b"-", b"%x"])
def test_an_answer_that_cannot_be_read_is_the_failure_of_its_job(spoilt: bytes) -> None:
    arrived = decode_answer(spoilt)
    assert isinstance(arrived, WorkerError)
    assert arrived.cause == "failed"


def test_machines_are_told_apart_by_what_a_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = identity()
    assert differences(identity(), ours) == ()
    assert {"Pango", "HarfBuzz", "zlib", "weasyprint", "fonts/", "templates/"} <= ours.keys()
    theirs = {**ours, "Pango": "1.0", "fonts/": "other"}
    del theirs["pillow"]
    assert differences(theirs, ours) == (
        f"Pango 1.0 ≠ {ours['Pango']}",
        f"pillow - ≠ {ours['pillow']}",
        "fonts/",
    )
