"""Failures of the machine or of the installation.

An author's mistake is never an exception: it is a Diagnostic (see :mod:`casereport.diagnostics`).
"""


from typing import Literal

WorkerFailure = Literal[
    "died", "wall-clock", "cpu", "memory", "file-size", "failed", "unready", "machine-lost"
]
ClusterFailure = Literal["unreachable", "no-certificates", "lost", "no-worker"]


class CaseReportError(Exception):
    """Something that stops the program and that no author's file can mend."""


class ResourceMissingError(CaseReportError):
    """A file that belongs to the installed package is not there."""


class MisconfiguredError(CaseReportError):
    """What the user has set cannot be used, so the command line means nothing: exit code 2."""


class JournalsFolderError(MisconfiguredError):
    """CASEREPORT_JOURNALS names ``folder``, and there is no such folder."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"CASEREPORT_JOURNALS names {folder}, which is not a folder")
        self.folder = folder


class CannotWriteError(CaseReportError):
    """The disk refused: ``path`` could not be written.

    ``reason`` is a stable word for the cause: ``full``, ``permission``, ``read-only``,
    ``is-a-folder``, ``not-a-folder``, ``too-large``, ``failed``; ``detail`` is the system's own.
    """

    def __init__(self, path: str, reason: str, detail: str = "") -> None:
        super().__init__(f"{path}: {detail or reason}")
        self.path = path
        self.reason = reason
        self.detail = detail


class MissingLibraryError(CaseReportError):
    """A system library (Pango, HarfBuzz, fontconfig) or an optional package cannot be loaded."""

    def __init__(self, library: str, reason: str) -> None:
        super().__init__(f"{library}: {reason}")
        self.library = library
        self.reason = reason


def install_command(extra: str) -> str:
    """What to type to install an extra of ours."""
    return f"pip install 'casereport[{extra}]'"


class MissingExtraError(CaseReportError):
    """An optional package is not installed; ``extra`` is the extra of ours that brings it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed: {install_command(extra)}")
        self.library = library
        self.extra = extra


class TypesettingError(CaseReportError):
    """The layout engine could not make a document of the HTML it was given."""


class WorkerError(CaseReportError):
    """A job that its worker did not finish.

    ``cause``: ``died`` (``detail`` names the signal or the exit code), ``wall-clock``, ``cpu``,
    ``memory``, ``file-size`` (a limit was reached), ``failed`` (an exception), ``unready`` (no
    worker can be started), ``machine-lost`` (``detail`` times, the worker of a cluster that had
    it). ``stderr`` is the end of what the worker wrote there.
    """

    def __init__(self, cause: WorkerFailure, detail: str = "", stderr: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause: WorkerFailure = cause
        self.detail = detail
        self.stderr = stderr


class ClusterError(CaseReportError):
    """The cluster whose scheduler is at ``address`` does no more work for us.

    ``reason``: ``unreachable`` (``detail`` says why), ``no-certificates`` (dask's settings lead to
    none that can be read; ``detail``: what is amiss), ``lost`` (the scheduler, while we worked),
    ``no-worker`` (none that may work came within ``detail`` seconds).
    """

    def __init__(self, reason: ClusterFailure, address: str, detail: str = "") -> None:
        super().__init__(f"{address}: {reason}: {detail}" if detail else f"{address}: {reason}")
        self.reason: ClusterFailure = reason
        self.address = address
        self.detail = detail
