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
from casereport.pipeline.workers.channel import BrokenMessageError, Channel
from casereport.pipeline.workers.limits import WorkerLimits
from casereport.pipeline.workers.serving import DONE, FAILED, READY, TAKEN, UNREADY, serve
from casereport.pipeline.workers.task import Task

_KEPT = 8192
"""Bytes of a worker's stderr that are kept, from its end."""
_CHUNK = 65536
_CHUNKS_AT_ONCE = 16
_GRACE = 1.0
"""Seconds that the end of a process may come after the end of its pipe."""
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
        ours_of_pipe, theirs = context.Pipe()
        self._channel = Channel(ours_of_pipe)
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
    def readable(self) -> list[Connection | int]:
        """What to wait for: an answer, a death, words on stderr."""
        found: list[Connection | int] = [self._channel.pipe, self._process.sentinel]
        return found if self._errors is None else [*found, self._errors]

    @property
    def writable(self) -> list[Channel]:
        """What to wait for until it takes more of its job."""
        return [self._channel] if self._channel.is_sending else []

    @property
    def is_fit(self) -> bool:
        """True for one without a job that lives, and has said nothing that it was not asked."""
        return not self._channel.has_spoken and self._process.is_alive()

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
        self._channel.push()
        try:
            # Several may have come at once, and none waits in the pipe any more.
            while (message := self._channel.receive()) is not None:
                if reply := self._understood(message[:1], message[1:]):
                    return reply
        except EOFError:
            return self._death()
        except BrokenMessageError as error:
            return self._nonsense(str(error))
        if not self._process.is_alive():
            return self._death()
        if self.seconds_left == 0:
            self.kill()
            limit = self.limits.wall_seconds if self.is_ready else self.limits.start_seconds
            return Reply(error=self._error("wall-clock", f"{limit:g} s"), guilty=self._is_at_work)
        return None

    def kill(self) -> None:
        """End the process at once, with what it has started, and leave nothing of it behind."""
        if sys.platform != "win32" and self.pid is not None:
            # The group that it leads (see serve), also when it has itself gone before: a number
            # that has just been free is not given away again for thousands of processes.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self._hear()
        self._channel.close()
        if self._errors is not None:
            self._errors.close()
            self._errors = None

    def _send(self) -> None:
        self._deadline = time.monotonic() + self.limits.wall_seconds
        payload, self._payload = self._payload or b"", None
        self._channel.send(payload)

    def _understood(self, kind: bytes, content: bytes) -> Reply | None:
        """What a message says, if it is one that can come now: it may be forged."""
        match kind:
            case _ if kind == READY and not self.is_ready:
                self.is_ready = True
                if self._payload is not None:
                    self._send()
            case _ if kind == TAKEN and self.is_ready and not self._is_at_work:
                self._is_at_work = True
            case _ if kind == DONE and self._is_at_work:
                self.jobs_done += 1
                return Reply(content=content)
            case _ if kind == (FAILED if self._is_at_work else UNREADY):
                return self._failure(content)
            case _:
                raise BrokenMessageError(f"a message that begins with {kind!r}")
        return None

    def _failure(self, content: bytes) -> Reply:
        try:
            told = json.loads(content)
            cause, detail, trace = (str(told[key]) for key in ("cause", "detail", "trace"))
            if not self.is_ready and "library" in told:
                raise MissingLibraryError(str(told["library"]), str(told["reason"]))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise BrokenMessageError("a failure that cannot be read") from error
        known: WorkerFailure = next((each for each in _CAUSES if each == cause), "failed")
        failure = self._error(known, detail)
        failure.stderr = (failure.stderr + trace)[-_KEPT:]
        return Reply(error=failure, guilty=self._is_at_work)

    def _death(self) -> Reply:
        self._process.join(_GRACE)
        if self._process.is_alive():
            return self._nonsense("it closed its pipe")
        self.kill()
        code = self._process.exitcode or 0
        if _SIGXCPU is not None and code == -_SIGXCPU:
            error = self._error("cpu", f"{self.limits.cpu_seconds} s")
        else:
            error = self._error("died", _how(code))
        return Reply(error=error, guilty=self._is_at_work)

    def _nonsense(self, what: str) -> Reply:
        self.kill()
        error = self._error("failed", f"the answer cannot be read: {what}")
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
