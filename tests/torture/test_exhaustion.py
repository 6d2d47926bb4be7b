"""What asks for too much ends in time, with a result or a typed error, and the next job is done.

Each case goes through a real worker with ten seconds of work and 1.5 GB. Seconds are counted in CPU
time, of a machine as fast as the one these numbers were taken on: by the clock, the same case takes
five times as long where others work beside it, and a limit by the clock would tell of them alone.
The clock is watched too, for what waits instead of working.
"""

from __future__ import annotations

import datetime
import math
import os
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from casereport.errors import WorkerError
from casereport.pipeline import isolation
from casereport.pipeline.isolation import RenderJob
from casereport.pipeline.options import RenderOptions
from casereport.pipeline.workers import WorkerLimits, WorkerPool
from casereport.workspace import MemoryWorkspace
from tests.pace import Pace
from tests.torture.bombs.cases import CASE_FILES, NARRATIVES, REFERENCES, Files, case
from tests.torture.bombs.documents import DOCUMENTS, Document
from tests.torture.bombs.images import IMAGES
from tests.torture.conftest import Score
from tests.torture.worker_jobs import TASK

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

WORK = 10.0
"""Seconds of CPU time that a case may take, on the machine of these numbers."""
GRACE = 2.0
"""Seconds that it may take to end a worker that has reached its limit."""
PATIENCE = 3
"""So many times longer than its work alone would take, here and now, a case may wait."""

LOOP = 0.016
"""Seconds of CPU time that the loop of tests/pace.py takes on the machine of these numbers."""

TODAY = datetime.date(2026, 1, 1)
FAMILIES: Mapping[str, Mapping[str, Callable[[], Files]]] = {
    "narrative": NARRATIVES, "case.yaml": CASE_FILES, "references": REFERENCES, "image": IMAGES,
}  # fmt: skip
CHEAP = (
    "HTML: 20,000 nested div", "HTML: 100,000 marks on a letter", "HTML: a drawing that uses itself",
    "narrative: 5,000 markers in a line", "narrative: 50,000 open brackets",
    "case.yaml: aliases that multiply by ten", "case.yaml: 100,000 open brackets",
    "references: JSON: 100,000 open brackets", "references: EndNote: entities that multiply",
    "image: PNG: 4 billion by 4 billion", "image: GIF: 4,000 Mpx", "image: SVG: parts that use parts",
    "image: TIFF: 4 billion by 4 billion",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """How a case ended: in a result, in a refusal, or by which limit; after how many seconds.

    ``seconds`` by the clock; ``work``: of CPU time, None when the worker did not live to tell.
    """

    how: str
    seconds: float
    work: float | None = None
    fault: str = ""


def _work_of(pids: tuple[int, ...]) -> dict[int, float]:
    """Seconds of CPU time that each of these processes has taken so far."""
    taken: dict[int, float] = {}
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        taken[pid] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return taken


def payloads() -> dict[str, Callable[[], bytes]]:
    """Every case by its family and name, as what a worker takes."""
    jobs = {f"HTML: {name}": _document(make) for name, make in DOCUMENTS.items()}
    for family, bombs in FAMILIES.items():
        jobs.update({f"{family}: {name}": _case(make) for name, make in bombs.items()})
    return jobs


def _document(make: Callable[[], Document]) -> Callable[[], bytes]:
    return lambda: b"D" + pickle.dumps(make())


def _case(make: Callable[[], Files]) -> Callable[[], bytes]:
    def job() -> bytes:
        workspace = MemoryWorkspace("case", make(), TODAY)
        return b"C" + isolation.encode(RenderJob(workspace, RenderOptions(formats=("pdf", "html"))))

    return job


def outcomes(names: tuple[str, ...], pace: Pace) -> Iterator[tuple[str, Outcome]]:
    """Each case in turn; after every one that cost a worker, a harmless case."""
    jobs, harmless = payloads(), _case(case)()
    limits = WorkerLimits(
        wall_seconds=PATIENCE * WORK * pace.clock, cpu_seconds=math.ceil(WORK * pace.work)
    )
    with WorkerPool[str](TASK, size=1, limits=limits) as pool:
        _answer(pool, harmless)  # so that no start is counted
        for name in names:
            payload = jobs[name]()
            before, start = _work_of(pool.pids), time.monotonic()
            answer = _answer(pool, payload)
            seconds = time.monotonic() - start
            if isinstance(answer, WorkerError):
                # Everything of ours that is raised is a finding or a typed error before this.
                fault = f"raised {answer.detail}" if answer.cause == "failed" else ""
                following = _answer(pool, harmless)
                if isinstance(following, WorkerError) or isolation.decode_result(following).fatal:
                    fault = "and the next job failed"
                yield name, Outcome(answer.cause, seconds, fault=fault)
                continue
            after = _work_of(pool.pids)
            work = sum(after.values()) - sum(before.get(pid, 0.0) for pid in after)
            how, fault = _read(payload, answer)
            if work > (WORK + GRACE) * pace.work:
                fault = fault or f"took {work:.0f} s of work"
            yield name, Outcome(how, seconds, work, fault)


def _read(payload: bytes, answer: bytes) -> tuple[str, str]:
    """How a case ended of which a worker tells, and what was wrong with that."""
    if payload.startswith(b"D"):
        how = answer.decode().partition(":")[0]
        return ("refused" if how == "refused" else "a result"), ""
    result = isolation.decode_result(answer)
    crashed = [str(one.message) for one in result.diagnostics if one.code == "SRC009"]
    if result.fatal and not result.diagnostics:
        return "refused", "refused without a word"
    return "refused" if result.fatal else "a result", crashed[0] if crashed else ""


def _answer(pool: WorkerPool[str], payload: bytes) -> bytes | WorkerError:
    pool.submit("it", payload)
    while True:
        for _, answer in pool.wait():
            return answer


def test_what_asks_for_too_much_ends_in_time_with_a_typed_error(
    score: Score, is_long: bool
) -> None:
    names = tuple(payloads()) if is_long else CHEAP
    pace = Pace.now(LOOP)
    ended = dict(outcomes(names, pace))
    faults = {name: f"{one.how}: {one.fault}" for name, one in ended.items() if one.fault}
    for name, one in ended.items():
        print(f"{one.how}: {name}: {one.seconds:.1f} s by the clock, work {one.work}")
    how = Counter(one.how for one in ended.values())
    told = ", ".join(f"{count} {kind}" for kind, count in how.most_common())
    longest = max(one.work or 0.0 for one in ended.values()) / pace.work
    score(
        "cases that ask for too much, in the worker",
        target=f"all of {'at least 69' if is_long else len(CHEAP)} end in {WORK + GRACE:.0f} s of work, 0 uncaught",
        measured=f"{len(ended)} of them: {told}; {len(faults)} at fault; the longest that ended by "
        f"itself {longest:.1f} s (this machine: {pace.work:.1f} times slower, "
        f"{pace.clock:.1f} by the clock)",
    )
    assert not faults


def test_there_are_enough_cases_and_the_cheap_ones_are_among_them() -> None:
    assert len(payloads()) >= 69
    assert set(CHEAP) <= set(payloads())
