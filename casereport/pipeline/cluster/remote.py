"""The cluster's side, called by dask in its worker: bytes in, bytes out, nothing is written there.

Each thread of the worker has one process of its own for jobs, which may be killed as those here
may: whatever befalls it, the worker lives, and says what it was.
"""

from __future__ import annotations

import math
import multiprocessing
import threading
import uuid

from casereport.errors import MissingLibraryError, WorkerError
from casereport.pipeline.cluster.identity import encode_identity, identity
from casereport.pipeline.cluster.letters import (
    Answer,
    Letter,
    Stranger,
    Unfit,
    decode_letter,
    encode_answer,
)
from casereport.pipeline.workers import Task, WorkerLimits, WorkerPool

_OURSELVES = uuid.uuid4().hex
"""This process; one that takes its place, at its address even, has another."""

_thread = threading.local()
"""``pool``, and the ``kind`` of jobs that it is for."""


def describe(_nothing: bytes) -> bytes:
    """Say who we are, and what of us can be seen in a page."""
    _keep_in_memory()
    return encode_identity({**identity(), "reader": _OURSELVES})


def run(content: bytes) -> bytes:
    """Do the job of a letter, in this thread's own process."""
    try:
        answer = _answer(decode_letter(content))
    except Exception as error:  # told to the one who sent it, who cannot look into this machine
        answer = Unfit(f"{type(error).__name__}: {error}")
    return encode_answer(answer)


def _answer(letter: Letter) -> Answer:
    if letter.reader != _OURSELVES:
        return Stranger()
    pool = _pool(letter.task, letter.limits)
    try:
        pool.submit(0, letter.payload)
        while pool.is_busy:
            for _, ended in pool.wait():
                return ended
    except (WorkerError, MissingLibraryError) as error:
        # No process can be started here; the next attempt begins anew.
        _leave()
        stderr = error.stderr.strip() if isinstance(error, WorkerError) else ""
        return Unfit(f"{error} {stderr}".strip())
    raise RuntimeError("the job has vanished")


def _pool(task: Task, limits: WorkerLimits) -> WorkerPool[int]:
    kind = (task, limits)
    if getattr(_thread, "kind", None) != kind:
        _leave()
        # A nanny starts its worker as a daemon, which Python lets have no children, lest they
        # outlive it. Ours end with their parent, however that ended.
        multiprocessing.current_process().daemon = False
        _thread.pool, _thread.kind = WorkerPool[int](task, size=1, limits=limits), kind
    pool: WorkerPool[int] = _thread.pool
    return pool


def _leave() -> None:
    pool: WorkerPool[int] | None = getattr(_thread, "pool", None)
    _thread.pool = _thread.kind = None
    if pool is not None:
        pool.__exit__()


def _keep_in_memory() -> None:
    """Let dask write nothing of ours to the disk: it would when its memory is short."""
    from distributed import get_worker
    from distributed.spill import SpillBuffer

    worker = get_worker()
    if isinstance(worker.data, SpillBuffer):
        worker.data.n = math.inf
    if (memory := worker.memory_manager) is not None:
        memory.memory_spill_fraction = False
