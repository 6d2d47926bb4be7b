"""Processes that work for us and may be killed: bytes in, bytes out, nothing of case reports.

A document from a stranger can end a process (an abort in a C library, all memory, a loop without
end), so it is read and set in one that holds nothing of ours. A pool of :mod:`concurrent.futures`
gives up every job when one child dies, and :class:`multiprocessing.Pool` waits for ever; here each
worker has a pipe of its own, and its death costs the one job it was at.
"""

from casereport.pipeline.workers.limits import WorkerLimits
from casereport.pipeline.workers.machines import JobRunner, Machines, ThisMachine
from casereport.pipeline.workers.pool import WorkerPool
from casereport.pipeline.workers.task import Task

__all__ = ["JobRunner", "Machines", "Task", "ThisMachine", "WorkerLimits", "WorkerPool"]
