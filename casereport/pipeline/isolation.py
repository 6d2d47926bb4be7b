"""A case rendered in a worker: the job as bytes, its result as bytes, the same on any machine.

What comes back may come from a process that a stranger's file has taken over, so a pickle is read
of the types below alone: it can build values and call nothing else.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType, ModuleType
from typing import Any, TypeGuard, TypeVar

from casereport import diagnostics
from casereport.article.contents import Contents, ContentsEntry, ContentsSection, Head
from casereport.errors import WorkerError
from casereport.model.issue import IssuePlace
from casereport.pipeline.case import RenderResult, render_case
from casereport.pipeline.issue.binding import BoundIssue, IssueJob, bind_issue
from casereport.pipeline.options import RenderOptions
from casereport.pipeline.workers import Task, WorkerLimits, WorkerPool
from casereport.reading import EvidenceFolder
from casereport.text.calendars import CalendarDate
from casereport.workspace import MemoryWorkspace, OutputFile, Workspace, snapshot

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class SavedEvidence:
    """A folder of evidence taken into memory; ``digest`` is of all it holds."""

    files: MemoryWorkspace
    shown: str
    below: str
    digest: str


@dataclass(frozen=True, slots=True)
class RenderJob:
    """A case in memory, and what to make of it; ``evidence`` is that of the options."""

    case: MemoryWorkspace
    options: RenderOptions
    evidence: SavedEvidence | None = None


def save_evidence(folder: EvidenceFolder) -> SavedEvidence:
    """The folder as it stands now."""
    files = snapshot(folder.workspace)
    digest = hashlib.sha256(repr((folder.shown, folder.below, files.unlisted)).encode())
    for name in files.names() if files.unlisted is None else ():
        content = files.files.get(name, b"")
        digest.update(repr((name, len(content), files.refusals.get(name))).encode())
        digest.update(content)
    return SavedEvidence(files, folder.shown, folder.below, digest.hexdigest())


def _frozen(values: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(values)


def _is_from(module: ModuleType, value: object) -> TypeGuard[type]:
    return isinstance(value, type) and value.__module__ == module.__name__


_KNOWN: Mapping[tuple[str, str], Callable[..., Any]] = {
    (known.__module__, known.__qualname__): known
    for known in (
        _frozen,
        datetime.date,
        BoundIssue,
        CalendarDate,
        Contents,
        ContentsEntry,
        ContentsSection,
        Head,
        IssueJob,
        IssuePlace,
        MemoryWorkspace,
        OutputFile,
        RenderJob,
        RenderOptions,
        RenderResult,
        SavedEvidence,
        # That module holds types alone, and whatever a finding may say is one of them.
        *(each for each in vars(diagnostics).values() if _is_from(diagnostics, each)),
    )
}


class _Writer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        # It has no pickle of its own, and its type's name leads nowhere.
        return (_frozen, (dict(value),)) if isinstance(value, MappingProxyType) else NotImplemented


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Callable[..., Any]:
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a job") from None


def encode(value: RenderJob | RenderResult | IssueJob | BoundIssue) -> bytes:
    """A job, or a result, as bytes."""
    if isinstance(value, RenderJob) and value.options.evidence is not None:
        raise ValueError("a job's evidence is to be saved with it")
    stream = io.BytesIO()
    _Writer(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def _decode(content: bytes) -> object:
    return _Reader(io.BytesIO(content)).load()


def decode_result(content: bytes) -> RenderResult:
    """The result that a worker sent.

    Raises:
        WorkerError: these bytes are none.
    """
    return _answer(content, RenderResult)


def decode_issue(content: bytes) -> BoundIssue:
    """The issue that a worker sent.

    Raises:
        WorkerError: these bytes are none.
    """
    return _answer(content, BoundIssue)


def _answer(content: bytes, kind: type[Answer]) -> Answer:
    try:
        result = _decode(content)
    except Exception as error:  # a broken pickle can raise anything
        raise WorkerError("failed", f"the answer cannot be read: {error}") from error
    if not isinstance(result, kind):
        raise WorkerError("failed", "the answer is no result")
    return result


def run_job(payload: bytes) -> bytes:
    """Render the case of a job, or bind the articles of one for an issue."""
    job = _decode(payload)
    if isinstance(job, IssueJob):
        return encode(bind_issue(job))
    if not isinstance(job, RenderJob):
        raise TypeError("not a job")
    evidence = None if job.evidence is None else _folder_of(job.evidence)
    options = replace(job.options, evidence=evidence)
    return encode(render_case(job.case, options))


_last_evidence: dict[str, EvidenceFolder] = {}
"""The folder of the last job: the next one's is the same as a rule, and has been read then."""


def _folder_of(saved: SavedEvidence) -> EvidenceFolder:
    found = _last_evidence.get(saved.digest)
    if found is None:
        found = EvidenceFolder(saved.files, saved.shown, saved.below)
        _last_evidence.clear()
        _last_evidence[saved.digest] = found
    return found


_TINY = {
    "case.yaml": (
        "title: {fa: \u06af\u0632\u0627\u0631\u0634, en: Report}\n"
        "journal: manuscript\nlanguages: [fa, en]\n"
    ),
    "fa.md": "## \u0628\u06cc\u0645\u0627\u0631 {#discussion}\n\n\u0645\u062a\u0646 (Text).\n",
    "en.md": "## Patient {#discussion}\n\nText [@a].\n",
    "references.ris": "TY  - JOUR\nID  - a\nAU  - A, B\nTI  - T\nPY  - 2000\nER  - \n",
}


def prepare() -> None:
    """Load all that a render needs, by one of a tiny case."""
    files = {name: text.encode() for name, text in _TINY.items()}
    case = MemoryWorkspace("warm-up", files)
    result = render_case(case, RenderOptions(formats=("pdf", "html")))
    if result.fatal:
        told = "; ".join(f"{found.code}: {found.message}" for found in result.diagnostics)
        raise RuntimeError(f"the first render failed: {told}")


TASK = Task(run_job, prepare, preload=("casereport.pipeline.preloading",))


def render_isolated(
    workspace: Workspace, options: RenderOptions, limits: WorkerLimits | None = None
) -> RenderResult:
    """:func:`render_case` in a worker that may be killed.

    Raises:
        WorkerError: the worker died, or reached a limit.
        MissingLibraryError: Pango, HarfBuzz or fontconfig cannot be loaded.
    """
    with WorkerPool[str](TASK, size=1, limits=limits) as pool:
        evidence = None if options.evidence is None else save_evidence(options.evidence)
        job = RenderJob(snapshot(workspace), replace(options, evidence=None), evidence)
        pool.submit(workspace.name, encode(job))
        while pool.is_busy:
            for _, answer in pool.wait():
                if isinstance(answer, WorkerError):
                    raise answer
                return decode_result(answer)
    raise WorkerError("unready")
