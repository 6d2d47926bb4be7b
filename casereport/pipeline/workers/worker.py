"""One worker as its parent sees it: started, given a job, watched, ended."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import sys
import time
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext

from casereport.errors import MissingLibraryError, WorkerError, WorkerFailure
from casereport.pipeline.workers.limits import WorkerLimits
from casereport.pipeline.workers.serving import DONE, READY, TAKEN, UNREADY, serve
from casereport.pipeline.workers.task import Task

_KEPT = 8192
"""Bytes of a worker's stderr that are kept, from its end."""
_CHUNK = 65536
_CHUNKS_AT_ONCE = 16
_CAUSES: tuple[WorkerFailure, ...] = ("cpu", "memory", "file-size")
_SIGXCPU = getattr(signal, "SIGXCPU", None)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker has come to: ready, or the end of a job.

    ``guilty`` is False for one that ended before the job reached it.
    """

    content: bytes | None = None
    error: WorkerError | None = None
    guilty: bool = True


@dataclass
class Worker:
    """A process, its pipe, its stderr; used by one thread."""

    task: Task
    limits: WorkerLimits
    jobs_done: int = 0
    is_ready: bool = False
    _payload: bytes | None = None
    _is_at_work: bool = False
    _deadline: float = 0
    _stderr: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        context = _context()
        # Has an effect once a process, before the first worker.
        context.set_forkserver_preload(list(self.task.preload))
        self._pipe, theirs = context.Pipe()
        self._errors: Connection | None = None
        stderr: Connection | None = None
        if sys.platform != "win32":
            self._errors, stderr = context.Pipe(duplex=False)
        # The process that forks them was started with the environment of then.
        ours = {name: text for name, text in os.environ.items() if name.startswith("CASEREPORT_")}
        self._process = context.Process(
            target=serve, args=(theirs, stderr, self.task, self.limits, ours), daemon=True
        )
        self._process.start()
        theirs.close()
        if stderr is not None:
            stderr.close()
        self._deadline = time.monotonic() + self.limits.start_seconds

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    @property
    def waitables(self) -> list[Connection | int]:
        """What to wait for: an answer, a death, words on stderr."""
        found: list[Connection | int] = [self._pipe, self._process.sentinel]
        return found if self._errors is None else [*found, self._errors]

    @property
    def seconds_left(self) -> float:
        """Until the wall clock ends what the worker is at."""
        return max(0.0, self._deadline - time.monotonic())

    def take(self, payload: bytes) -> None:
        """Give it a job; one that is still starting gets it when it is ready."""
        self._payload = payload
        self._is_at_work = False
        self._stderr.clear()
        if self.is_ready:
            self._send()

    def look(self) -> Reply | None:
        """What has happened since; None for nothing that ends a job."""
        self._hear()
        if self._pipe.poll():
            try:
                message = self._pipe.recv_bytes()
            except (EOFError, OSError):
                return self._death()
            return self._understood(message[:1], message[1:])
        if not self._process.is_alive():
            return self._death()
        if self.seconds_left == 0:
            self.kill()
            limit = self.limits.wall_seconds if self.is_ready else self.limits.start_seconds
            return Reply(error=self._error("wall-clock", f"{limit:g} s"), guilty=self._is_at_work)
        return None

    def kill(self) -> None:
        """End the process at once, and leave nothing of it behind."""
        self._process.kill()
        self._process.join()
        self._hear()
        self._pipe.close()
        if self._errors is not None:
            self._errors.close()
            self._errors = None

    def _send(self) -> None:
        self._deadline = time.monotonic() + self.limits.wall_seconds
        payload, self._payload = self._payload or b"", None
        # One that died while it was idle is found by the next look.
        with contextlib.suppress(OSError):
            self._pipe.send_bytes(payload)

    def _understood(self, kind: bytes, content: bytes) -> Reply | None:
        if kind == READY:
            self.is_ready = True
            if self._payload is not None:
                self._send()
            return None
        if kind == TAKEN:
            self._is_at_work = True
            return None
        if kind == DONE:
            self.jobs_done += 1
            return Reply(content=content)
        told = json.loads(content)
        if kind == UNREADY and "library" in told:
            raise MissingLibraryError(told["library"], told["reason"])
        cause: WorkerFailure = next((each for each in _CAUSES if each == told["cause"]), "failed")
        error = self._error(cause, told["detail"])
        error.stderr = (error.stderr + told["trace"])[-_KEPT:]
        return Reply(error=error, guilty=kind != UNREADY)

    def _death(self) -> Reply:
        self.kill()
        code = self._process.exitcode or 0
        if _SIGXCPU is not None and code == -_SIGXCPU:
            error = self._error("cpu", f"{self.limits.cpu_seconds} s")
        else:
            error = self._error("died", _how(code))
        return Reply(error=error, guilty=self._is_at_work)

    def _error(self, cause: WorkerFailure, detail: str) -> WorkerError:
        return WorkerError(cause, detail, self._stderr.decode("utf-8", "replace"))

    def _hear(self) -> None:
        """Take what stands on stderr, so that the worker never waits to be heard."""
        for _ in range(_CHUNKS_AT_ONCE):
            if self._errors is None or not connection.wait([self._errors], 0):
                return
            if not (chunk := os.read(self._errors.fileno(), _CHUNK)):
                self._errors.close()
                self._errors = None
                return
            self._stderr += chunk
            del self._stderr[:-_KEPT]


def _context() -> ForkServerContext | SpawnContext:
    if "forkserver" in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


def _how(code: int) -> str:
    """``SIGKILL``, ``exit code 3``."""
    if code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
