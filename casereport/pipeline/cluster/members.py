"""Which worker of the cluster gets a job: the one with the least to do; nothing here talks to it.

A job whose worker was lost is a suspect. It runs alone in its next one, so that when that one is
lost too, nobody else is suspected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key")

_AHEAD = 2
"""Jobs a thread: one it is at, and the next, so that it never waits for us."""


@dataclass(eq=False)
class Job(Generic[Key]):
    """A job; ``payload`` is kept to its end, and ``losses`` counts the workers lost with it."""

    key: Key
    payload: bytes
    losses: int = 0


@dataclass(eq=False)
class Member(Generic[Key]):
    """A worker that may work: its address, its threads, the name of its process, its jobs."""

    address: str
    threads: int
    reader: str
    jobs: dict[str, Job[Key]] = field(default_factory=dict)

    @property
    def load(self) -> float:
        """Jobs a thread."""
        return len(self.jobs) / self.threads

    def has_room(self, losses: int = 0) -> bool:
        """True when it can take a job with so many losses."""
        if losses:
            return not self.jobs
        suspected = any(job.losses for job in self.jobs.values())
        return not suspected and len(self.jobs) < _AHEAD * self.threads


def freest(members: Iterable[Member[Key]], losses: int = 0) -> Member[Key] | None:
    """Who is to take a job with so many losses; None when nobody can."""
    free = [member for member in members if member.has_room(losses)]
    return min(free, key=lambda member: member.load, default=None)
