"""The worker's own side: prepare once, then take jobs until the pipe closes.

Each message is one byte that says what it is, then its content; a failure's content is JSON. What
comes from here may come from a process that a stranger's file has broken: the other side unpickles
none of it by itself.
"""

from __future__ import annotations

import errno
import faulthandler
import gc
import json
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping
from multiprocessing import connection
from multiprocessing.connection import Connection

from casereport.errors import MissingLibraryError, WorkerFailure
from casereport.garbage import keep_what_is_there, look_seldom
from casereport.pipeline.workers.limits import WorkerLimits, allow_another_job, confine
from casereport.pipeline.workers.task import Task

READY = b"+"
TAKEN = b"."
DONE = b"="
FAILED = b"!"
UNREADY = b"-"

_DETAIL = 500
_TRACE = 4000


def serve(
    jobs: Connection,
    stderr: Connection | None,
    task: Task,
    limits: WorkerLimits,
    environment: Mapping[str, str],
) -> None:
    """Work until there is no more; the target of the process."""
    # Ctrl-C reaches every process of the terminal: it is our parent that stops us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        # A group of its own, which ends as a whole, and no terminal that it could type on.
        os.setsid()
    if stderr is not None:
        # Also what libraries print: stdout belongs to the results of the command.
        os.dup2(stderr.fileno(), 2)
        os.dup2(stderr.fileno(), 1)
        faulthandler.enable(2)
    os.environ.update(environment)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    confine(limits)
    allow_another_job(limits)
    try:
        task.prepare()
    except Exception as error:  # told to the parent, which cannot look into this process
        jobs.send_bytes(UNREADY + _told("unready", error))
        return
    keep_what_is_there()
    # Hardly ever while a job runs, and always after it.
    look_seldom()
    jobs.send_bytes(READY)
    while (payload := _next(jobs)) is not None:
        jobs.send_bytes(TAKEN)
        allow_another_job(limits)
        jobs.send_bytes(_answer(task, payload))
        gc.collect()


def _next(jobs: Connection) -> bytes | None:
    try:
        return jobs.recv_bytes()
    except (EOFError, OSError):
        return None


def _answer(task: Task, payload: bytes) -> bytes:
    try:
        return DONE + task.run(payload)
    except Exception as error:  # whatever a job fails of is the job's failure and not the worker's
        return FAILED + _told(_cause(error), error)


def _cause(error: BaseException) -> WorkerFailure:
    for each in _chain(error):
        if isinstance(each, MemoryError):
            return "memory"
        if isinstance(each, OSError) and each.errno == errno.EFBIG:
            return "file-size"
        if isinstance(each, OSError) and each.errno == errno.ENOMEM:
            return "memory"
    return "failed"


def _chain(error: BaseException) -> Iterator[BaseException]:
    following: BaseException | None = error
    seen: set[int] = set()
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _told(cause: WorkerFailure, error: Exception) -> bytes:
    detail = " ".join(f"{type(error).__name__}: {error}".split())[:_DETAIL]
    told = {"cause": cause, "detail": detail, "trace": traceback.format_exc(limit=-8)[-_TRACE:]}
    if isinstance(error, MissingLibraryError):
        told |= {"library": error.library, "reason": error.reason}
    return json.dumps(told).encode()


def _end_with_parent() -> None:
    """End this process, and what it has started, when its parent is gone, however that ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        if sys.platform != "win32":
            os.killpg(os.getpid(), signal.SIGKILL)
        os._exit(1)
