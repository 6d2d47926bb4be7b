"""What goes to a cluster's worker and comes back, as bytes: a job with its frame, and its end.

A job's letter is a JSON header (its length before it: what to run, by its names in modules, the
limits, whom it is meant for), then the job as it is. An answer is one byte that says what it is,
then its content; but for a result, which stays as it is, that is JSON: nothing here is unpickled.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, cast, get_args

from casereport.errors import WorkerError, WorkerFailure
from casereport.pipeline.workers import Task, WorkerLimits

_LENGTH = 4
_DONE, _FAILED, _UNFIT, _STRANGER = b"=", b"!", b"-", b"?"
_CAUSES: tuple[WorkerFailure, ...] = get_args(WorkerFailure)


@dataclass(frozen=True, slots=True)
class Letter:
    """A job for the process that calls itself ``reader``."""

    task: Task
    limits: WorkerLimits
    reader: str
    payload: bytes


@dataclass(frozen=True, slots=True)
class Unfit:
    """The worker's machine cannot run jobs: why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """The letter reached another process than it was meant for: that one was started anew."""


Answer = bytes | WorkerError | Unfit | Stranger
"""The end of a job; bytes are its result."""


def encode_letter(letter: Letter) -> bytes:
    """As bytes."""
    task = letter.task
    header = json.dumps(
        {
            "run": _name(task.run),
            "prepare": _name(task.prepare),
            "preload": task.preload,
            "limits": asdict(letter.limits),
            "reader": letter.reader,
        }
    ).encode()
    return b"".join((len(header).to_bytes(_LENGTH), header, letter.payload))


def decode_letter(content: bytes) -> Letter:
    """From bytes.

    Raises:
        ImportError: a function it names is not on this machine.
        AttributeError: the same.
    """
    begin = _LENGTH + int.from_bytes(content[:_LENGTH])
    said = json.loads(content[_LENGTH:begin])
    task = Task(_named(said["run"]), _named(said["prepare"]), tuple(said["preload"]))
    return Letter(task, WorkerLimits(**said["limits"]), said["reader"], content[begin:])


def encode_answer(answer: Answer) -> bytes:
    """As bytes."""
    match answer:
        case bytes():
            return _DONE + answer
        case WorkerError(cause=cause, detail=detail, stderr=stderr):
            return _FAILED + json.dumps([cause, detail, stderr]).encode()
        case Unfit(reason=reason):
            return _UNFIT + json.dumps(reason).encode()
        case Stranger():
            return _STRANGER


def decode_answer(content: bytes) -> Answer:
    """From bytes; what cannot be read is the job's failure."""
    kind, rest = content[:1], content[1:]
    if kind == _DONE:
        return rest
    if kind == _STRANGER:
        return Stranger()
    try:
        told = json.loads(rest)
        if kind == _UNFIT:
            return Unfit(str(told))
        cause, detail, stderr = told
        known = next(each for each in _CAUSES if each == cause)
    except (ValueError, TypeError, StopIteration) as error:
        return WorkerError("failed", f"the answer cannot be read: {error}")
    return WorkerError(known, str(detail), str(stderr))


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__}:{function.__qualname__}"


def _named(name: str) -> Callable[..., Any]:
    module, _, path = name.partition(":")
    found: Any = importlib.import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    return cast("Callable[..., Any]", found)
