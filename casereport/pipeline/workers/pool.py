"""Several workers: jobs go to whichever is free, and each comes back as a result or an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from casereport.errors import WorkerError
from casereport.pipeline.workers.channel import wait_for
from casereport.pipeline.workers.limits import WorkerLimits
from casereport.pipeline.workers.task import Task
from casereport.pipeline.workers.worker import Reply, Worker

Key = TypeVar("Key")

_RECYCLE_AFTER = 150
"""Jobs of one worker: a process that sets type grows from 62 to 175 MB over 400 of them."""
_STARTS = 3
"""So many workers in a row may end before they are at work; then none can be started."""


@dataclass
class _Post(Generic[Key]):
    """A worker and what it is at; ``payload`` is kept, for one that ends before its job begins."""

    worker: Worker
    key: Key
    payload: bytes
    is_busy: bool = True


class WorkerPool(Generic[Key]):
    """Up to ``size`` workers, started as they are needed; used by one thread, as a context.

    ``submit`` while ``has_room``; ``wait`` while ``is_busy``. Leaving the context kills what runs.
    """

    def __init__(
        self,
        task: Task,
        *,
        size: int,
        limits: WorkerLimits | None = None,
        recycle_after: int = _RECYCLE_AFTER,
    ) -> None:
        self._task = task
        self._size = size
        self._limits = limits or WorkerLimits()
        self._recycle_after = recycle_after
        self._posts: list[_Post[Key]] = []
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for post in self._posts:
            post.worker.kill()
        self._posts.clear()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that are there."""
        return tuple(post.worker.pid for post in self._posts if post.worker.pid is not None)

    @property
    def is_busy(self) -> bool:
        """True while a job is out."""
        return any(post.is_busy for post in self._posts)

    @property
    def has_room(self) -> bool:
        """True when a job can be given away."""
        return len(self._posts) < self._size or not all(post.is_busy for post in self._posts)

    def submit(self, key: Key, payload: bytes) -> None:
        """Give a job to a free worker, or to a new one."""
        for idle in [post for post in self._posts if not post.is_busy]:
            # It died, or spoke out of turn: what it says next would pass for this job's answer.
            if not idle.worker.is_fit:
                self._dismiss(idle)
        post = next((post for post in self._posts if not post.is_busy), None)
        if post is None:
            if len(self._posts) >= self._size:
                raise RuntimeError("every worker is busy")
            post = _Post(Worker(self._task, self._limits), key, payload)
            self._posts.append(post)
        post.key, post.payload, post.is_busy = key, payload, True
        post.worker.take(payload)

    def wait(self) -> list[tuple[Key, bytes | WorkerError]]:
        """Wait until something happens; the jobs that it ended, maybe none.

        Raises:
            WorkerError: no worker can be started (``unready``).
            MissingLibraryError: what prepares a worker misses a library.
        """
        busy = [post for post in self._posts if post.is_busy]
        if not busy:
            return []
        left = min(post.worker.seconds_left for post in busy)
        wait_for(
            [each for post in busy for each in post.worker.readable],
            [each for post in busy for each in post.worker.writable],
            left,
        )
        replies = [(post, post.worker.look()) for post in busy]
        return [end for post, reply in replies if reply for end in self._ended(post, reply)]

    def _ended(self, post: _Post[Key], reply: Reply) -> list[tuple[Key, bytes | WorkerError]]:
        if reply.content is not None:
            self._failed_starts = 0
            post.is_busy, post.payload = False, b""
            if post.worker.jobs_done >= self._recycle_after:
                self._dismiss(post)
            return [(post.key, reply.content)]
        # After a failure nobody knows what state it is in.
        self._dismiss(post)
        error = reply.error or WorkerError("failed")
        if reply.guilty:
            self._failed_starts = 0
            return [(post.key, error)]
        self._failed_starts += 1
        if self._failed_starts >= _STARTS:
            raise WorkerError("unready", error.detail, error.stderr) from error
        self.submit(post.key, post.payload)
        return []

    def _dismiss(self, post: _Post[Key]) -> None:
        post.worker.kill()
        self._posts.remove(post)
