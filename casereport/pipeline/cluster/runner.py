"""Gives jobs to the workers of a cluster, and takes them back from those that are lost.

Each worker is asked first what of it can be seen in a page; one that has anything else than we is
told of and gets nothing. Only two jobs a thread are out, so that ten thousand cases wait on our
disk and not in the scheduler's memory.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Generic, Self, TypeVar

from casereport.diagnostics import N_, Message, say
from casereport.errors import ClusterError, WorkerError
from casereport.pipeline.cluster import remote
from casereport.pipeline.cluster.connection import Connection, Ended
from casereport.pipeline.cluster.identity import decode_identity, differences, identity
from casereport.pipeline.cluster.letters import (
    Letter,
    Stranger,
    Unfit,
    decode_answer,
    encode_letter,
)
from casereport.pipeline.cluster.members import Job, Member, freest
from casereport.pipeline.failures import worker_command
from casereport.pipeline.workers import Task, WorkerLimits

Key = TypeVar("Key")

_COUNT_EVERY = 1.0
"""Seconds between two looks at who is there."""
_LOSSES = 3
"""So many workers lost with one job are its own doing: dask allows as many."""
_MOST_BYTES = 512 * 1024 * 1024
"""Of jobs that are out: the scheduler holds them all. One alone may be larger."""


class ClusterRunner(Generic[Key]):
    """Runs jobs on a cluster (see :class:`~casereport.pipeline.workers.JobRunner`)."""

    def __init__(
        self,
        address: str,
        task: Task,
        limits: WorkerLimits,
        *,
        tell: Callable[[Message], None],
        patience: float,
    ) -> None:
        self._address, self._task, self._limits = address, task, limits
        self._tell, self._patience = tell, patience
        self._ours = identity()
        self._connection = Connection(address)
        self._members: dict[str, Member[Key]] = {}
        self._asked: dict[str, tuple[str, int]] = {}
        """Workers asked what they are, with their threads, by the key of the call."""
        self._refused: set[str] = set()
        self._reasons: set[str] = set()
        """Why workers were refused, each told once."""
        self._waiting: deque[Job[Key]] = deque()
        self._out: dict[str, Member[Key]] = {}
        """Who has a job, by the key of the call."""
        self._over: list[tuple[Key, bytes | WorkerError]] = []
        self._bytes_out = 0
        self._counted_at = float("-inf")
        self._alone_since: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    @property
    def is_busy(self) -> bool:
        """True while a job is out."""
        return bool(self._waiting or self._out or self._over)

    @property
    def has_room(self) -> bool:
        """True when a worker can take a job."""
        if self._waiting or self._bytes_out > _MOST_BYTES:
            return False
        return freest(self._members.values()) is not None

    def submit(self, key: Key, payload: bytes) -> None:
        """Give a job to the worker with the least to do."""
        if not self.has_room:
            raise RuntimeError("every worker is busy")
        self._bytes_out += len(payload)
        self._waiting.append(Job(key, payload))
        self._place()

    def wait(self) -> list[tuple[Key, bytes | WorkerError]]:
        """Wait until something happens, or a second; the jobs that have ended, maybe none.

        Raises:
            ClusterError: the scheduler is gone, or no worker comes.
        """
        if time.monotonic() - self._counted_at >= _COUNT_EVERY:
            self._count()
            self._counted_at = time.monotonic()
        self._place()
        if not self._over:
            ended = self._connection.next(_COUNT_EVERY)
            if ended is not None:
                self._hear(ended)
        over, self._over = self._over, []
        return over

    def _count(self) -> None:
        """See who has come and who is gone."""
        there = self._connection.threads()
        if there is None:
            return
        for address in [address for address in self._members if address not in there]:
            lost = self._members[address]
            told = N_("The worker {address} was lost; its {number} cases run elsewhere.")
            self._tell(say(told, address=address, number=len(lost.jobs)))
            self._leave(lost, losses=1)
        gone = [key for key, (address, _) in self._asked.items() if address not in there]
        self._connection.drop(gone)
        for key in gone:
            del self._asked[key]
        self._refused &= there.keys()
        asked = {address for address, _ in self._asked.values()}
        for address in there.keys() - self._members.keys() - self._refused - asked:
            key = self._connection.call(remote.describe, b"", address)
            self._asked[key] = (address, there[address])
        self._be_patient()

    def _be_patient(self) -> None:
        """End when nobody has worked for us too long."""
        now = time.monotonic()
        if self._members:
            self._alone_since = None
            return
        if self._alone_since is None:
            self._alone_since = now
            if not self._asked:
                told = N_(
                    "No worker is there; waiting {seconds} seconds for one. To start one: {command}"
                )
                command = worker_command(self._address)
                self._tell(say(told, seconds=round(self._patience), command=command))
        # One that is at a job of somebody else answers after it.
        most = self._patience + (self._limits.wall_seconds if self._asked else 0)
        if now - self._alone_since > most:
            raise ClusterError("no-worker", self._address, str(round(most)))

    def _place(self) -> None:
        """Give what waits to those who have room."""
        for job in list(self._waiting):
            member = freest(self._members.values(), job.losses)
            if member is None:
                continue
            letter = Letter(self._task, self._limits, member.reader, job.payload)
            key = self._connection.call(remote.run, encode_letter(letter), member.address)
            self._waiting.remove(job)
            member.jobs[key] = job
            self._out[key] = member

    def _hear(self, ended: Ended) -> None:
        if ended.key in self._asked:
            self._meet(*self._asked.pop(ended.key), ended)
            return
        member = self._out.pop(ended.key)
        job = member.jobs.pop(ended.key)
        if ended.failure:
            answer: object = Unfit(ended.failure)
        else:
            answer = None if ended.content is None else decode_answer(ended.content)
        match answer:
            case bytes() | WorkerError():
                self._end(job, answer)
            case Unfit(reason=reason):
                self._waiting.appendleft(job)
                self._leave(member)
                self._refuse(member.address, reason)
            case Stranger():
                self._retry(job)
                self._leave(member, losses=1)
            case _:
                self._retry(job)

    def _meet(self, address: str, threads: int, ended: Ended) -> None:
        """Take a worker in when it would print what we print."""
        if ended.failure or ended.content is None:
            # Without an answer it is gone, and asked again should it be there.
            if ended.failure:
                self._refuse(address, ended.failure)
            return
        try:
            theirs = dict(decode_identity(ended.content))
        except ValueError as error:
            self._refuse(address, f"{type(error).__name__}: {error}")
            return
        reader = theirs.pop("reader", "")
        if differing := differences(theirs, self._ours):
            self._refuse(address, ", ".join(differing))
        else:
            self._members[address] = Member(address, threads, reader)

    def _refuse(self, address: str, reason: str) -> None:
        self._refused.add(address)
        if reason not in self._reasons:
            self._reasons.add(reason)
            told = N_("The worker {address} gets no case; it is not as this machine is: {reason}")
            self._tell(say(told, address=address, reason=reason))

    def _leave(self, member: Member[Key], *, losses: int = 0) -> None:
        """Give up a worker; its jobs run elsewhere."""
        self._members.pop(member.address, None)
        self._connection.drop(member.jobs)
        for key, job in member.jobs.items():
            del self._out[key]
            if losses:
                self._retry(job)
            else:
                self._waiting.appendleft(job)
        member.jobs.clear()

    def _retry(self, job: Job[Key]) -> None:
        """Run a job anew whose worker was lost, unless it has cost too many."""
        job.losses += 1
        if job.losses >= _LOSSES:
            self._end(job, WorkerError("machine-lost", str(job.losses)))
        else:
            self._waiting.append(job)

    def _end(self, job: Job[Key], answer: bytes | WorkerError) -> None:
        self._bytes_out -= len(job.payload)
        self._over.append((job.key, answer))
