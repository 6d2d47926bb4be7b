"""A cluster as a place where jobs can run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from casereport.diagnostics import Message
from casereport.pipeline.cluster.runner import ClusterRunner
from casereport.pipeline.workers import JobRunner, Task, WorkerLimits

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the scheduler at ``address`` (``tcp://HOST:PORT``, ``tls://HOST:PORT``).

    ``tell`` is told what befalls them; ``patience`` is how many seconds to wait when there is none.
    """

    address: str
    tell: Callable[[Message], None]
    patience: float = 60

    def runner(self, task: Task, limits: WorkerLimits) -> JobRunner[Key]:
        """One that gives jobs to these workers.

        Raises:
            MissingExtraError: dask.distributed is not installed.
            ClusterError: no scheduler answers there.
        """
        return ClusterRunner[Key](
            self.address, task, limits, tell=self.tell, patience=self.patience
        )
