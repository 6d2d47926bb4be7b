"""Many machines: jobs go to the workers of a dask.distributed cluster.

Dask carries bytes and the names of two functions of :mod:`.remote`, nothing else; there each job
runs in a process that may be killed, as it does here. A job is given to one worker of our choice,
not left to dask's own: only workers that would print what we print get any, and a job whose worker
is lost goes to another, alone, so that one that kills its workers takes no other with it.
"""

from casereport.pipeline.cluster.cluster import Cluster

__all__ = ["Cluster"]
