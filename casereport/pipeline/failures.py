"""Why a case could not be rendered, said to the reader: what befell its worker, or the disk."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from casereport.diagnostics import N_, Message, say
from casereport.errors import CannotWriteError, ClusterError, WorkerError

_SIMPLER = N_("Look for what is huge in it: a picture, a table, a paragraph.")
_OURS = N_(
    "Set the variable CASEREPORT_DEBUG to see what it wrote; send it to us (no patient data)."
)

_WORKER: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "died": (N_("The process that rendered it died ({detail})."), _OURS),
        "wall-clock": (N_("It took longer than it may ({detail}) and was stopped."), _SIMPLER),
        "cpu": (
            N_("It took more computing time than it may ({detail}) and was stopped."),
            _SIMPLER,
        ),
        "memory": (N_("It needs more memory than it may take."), _SIMPLER),
        "file-size": (N_("It writes a larger temporary file than it may."), _SIMPLER),
        "failed": (N_("The program failed on it: {detail}."), _OURS),
        "unready": (
            N_("No process can be started to render it: {detail}."),
            N_("Run casereport doctor: it looks whether the installation is whole."),
        ),
        "machine-lost": (
            N_("Each worker of the cluster that rendered it was lost ({detail} of them)."),
            _SIMPLER,
        ),
    }
)
"""Message and hint for each cause of a WorkerError."""

_CLUSTER: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "unreachable": (
            N_("No scheduler can be reached at {address}: {detail}"),
            N_("Look whether it runs there (dask scheduler) and no firewall stands between."),
        ),
        "no-certificates": (
            N_("There are no certificates to reach {address} with: {detail}"),
            N_(
                "Name them to dask by the variables DASK_DISTRIBUTED__COMM__TLS__CA_FILE, "
                "…__CLIENT__CERT and …__CLIENT__KEY, as the README says."
            ),
        ),
        "lost": (
            N_("The scheduler at {address} is gone ({detail})."),
            N_("What was written is whole. Start the scheduler and run this with --resume."),
        ),
        "no-worker": (
            N_("In {detail} seconds no worker came to {address} that may render."),
            N_("Start workers with: {command}"),
        ),
    }
)
"""Message and hint for each reason of a ClusterError."""

_DISK: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "full": (
            N_("{path} cannot be written: the disk is full."),
            N_("Free some space, or choose another folder."),
        ),
        "permission": (
            N_("{path} cannot be written: this user has no permission to."),
            N_("Choose another folder, or give yourself the permission to write into this one."),
        ),
        "read-only": (
            N_("{path} cannot be written: the disk is read-only."),
            N_("Choose a folder on another disk."),
        ),
        "is-a-folder": (
            N_("{path} cannot be written: a folder of this name stands there."),
            N_("Rename that folder, or choose another one for the results."),
        ),
        "not-a-folder": (
            N_("{path} cannot be written: a part of this path is a file, not a folder."),
            N_("Choose another folder."),
        ),
        "too-large": (
            N_("{path} cannot be written: it is larger than a file may be here."),
            N_("Choose a folder on another disk, or raise the limit (ulimit -f)."),
        ),
        "failed": (
            N_("{path} cannot be written: {reason}."),
            N_("Choose another folder, or look after the disk."),
        ),
    }
)
"""Message and hint for each reason of a CannotWriteError."""


def worker_failure(error: WorkerError) -> Message:
    """What befell the worker."""
    return say(_WORKER[error.cause][0], detail=error.detail.rstrip("."))


def worker_hint(error: WorkerError) -> Message:
    """What to do about it."""
    return say(_WORKER[error.cause][1])


def cluster_failure(error: ClusterError) -> Message:
    """What befell the cluster."""
    # Seconds in the reader's digits.
    detail = int(error.detail) if error.detail.isdecimal() else error.detail
    return say(_CLUSTER[error.reason][0], address=error.address, detail=detail)


def cluster_hint(error: ClusterError) -> Message:
    """What to do about it."""
    return say(_CLUSTER[error.reason][1], command=worker_command(error.address))


def worker_command(address: str) -> str:
    """What to type to start a worker of the cluster."""
    return f"dask worker {address} --nthreads 1 --no-dashboard"


def disk_failure(error: CannotWriteError) -> Message:
    """What the disk refused."""
    template, _ = _DISK.get(error.reason, _DISK["failed"])
    return say(template, path=error.path, reason=error.detail)


def disk_hint(error: CannotWriteError) -> Message:
    """What to do about it."""
    _, template = _DISK.get(error.reason, _DISK["failed"])
    return say(template)
