"""What asks for too much ends in time, with a result or a typed error, and the next job is done.

Each case goes through a real worker with ten seconds of wall clock and 1.5 GB, longer on a machine
that is slower than the one these numbers were taken on.
"""

from __future__ import annotations

import datetime
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest

from casereport.errors import WorkerError
from casereport.pipeline import isolation
from casereport.pipeline.case import RenderOptions
from casereport.pipeline.isolation import RenderJob
from casereport.pipeline.workers import WorkerLimits, WorkerPool
from casereport.workspace import MemoryWorkspace
from tests.torture.bombs.cases import CASE_FILES, NARRATIVES, REFERENCES, Files, case
from tests.torture.bombs.documents import DOCUMENTS, Document
from tests.torture.bombs.images import IMAGES
from tests.torture.conftest import Score
from tests.torture.worker_jobs import TASK

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

WALL = 10.0
GRACE = 2.0
"""Seconds that it may take to end a worker that has reached its limit."""

REFERENCE_LOOP = 0.11
"""Seconds of wall clock that the loop of ``slowness`` took on the machine of these numbers."""

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
    """How a case ended: in a result, in a refusal, or by which limit; after how many seconds."""

    how: str
    seconds: float
    fault: str = ""


def slowness() -> float:
    """How many times slower than the machine of these numbers this one is now; at least 1."""
    start = time.perf_counter()
    total = 0
    for number in range(2_000_000):
        total += number & 7
    return max(1.0, (time.perf_counter() - start) / REFERENCE_LOOP)


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


def outcomes(names: tuple[str, ...]) -> Iterator[tuple[str, Outcome]]:
    """Each case in turn; after every one that cost a worker, a harmless case."""
    jobs, harmless = payloads(), _case(case)()
    wall = WALL * slowness()
    limits = WorkerLimits(wall_seconds=wall, cpu_seconds=60)
    with WorkerPool[str](TASK, size=1, limits=limits) as pool:
        _answer(pool, harmless)  # so that no start is counted
        for name in names:
            payload = jobs[name]()
            start = time.monotonic()
            answer = _answer(pool, payload)
            seconds = time.monotonic() - start
            fault = "" if seconds <= wall + GRACE else f"took {seconds:.0f} s"
            if isinstance(answer, WorkerError):
                # Everything of ours that is raised is a finding or a typed error before this.
                fault = f"raised {answer.detail}" if answer.cause == "failed" else fault
                how = answer.cause
                following = _answer(pool, harmless)
                if isinstance(following, WorkerError) or isolation.decode_result(following).fatal:
                    fault = "and the next job failed"
            elif payload.startswith(b"D"):
                how = answer.decode().partition(":")[0]
                how = how if how == "refused" else "a result"
            else:
                result = isolation.decode_result(answer)
                crashed = [str(one.message) for one in result.diagnostics if one.code == "SRC009"]
                fault = crashed[0] if crashed else fault
                how = "refused" if result.fatal else "a result"
                if result.fatal and not result.diagnostics:
                    fault = "refused without a word"
            yield name, Outcome(how, seconds, fault)


def _answer(pool: WorkerPool[str], payload: bytes) -> bytes | WorkerError:
    pool.submit("it", payload)
    while True:
        for _, answer in pool.wait():
            return answer


def test_what_asks_for_too_much_ends_in_time_with_a_typed_error(
    score: Score, is_long: bool
) -> None:
    names = tuple(payloads()) if is_long else CHEAP
    ended = dict(outcomes(names))
    faults = {name: f"{one.how}: {one.fault}" for name, one in ended.items() if one.fault}
    how = Counter(one.how for one in ended.values())
    told = ", ".join(f"{count} {kind}" for kind, count in how.most_common())
    longest = max(one.seconds for one in ended.values())
    score(
        "cases that ask for too much, in the worker",
        target=f"{69 if is_long else len(CHEAP)} end in {WALL + GRACE:.0f} s, 0 uncaught",
        measured=f"{len(ended)} of them: {told}; {len(faults)} at fault; longest {longest:.1f} s "
        f"on a machine {slowness():.1f} times slower",
    )
    assert not faults


def test_there_are_enough_cases_and_the_cheap_ones_are_among_them() -> None:
    assert len(payloads()) >= 69
    assert set(CHEAP) <= set(payloads())
