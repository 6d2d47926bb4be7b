"""What a worker can be told to do to itself; imported by the workers of the tests, by its name."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time

from casereport.errors import MissingLibraryError
from casereport.pipeline import isolation
from casereport.pipeline.workers import Task

MEBIBYTE = 1024 * 1024


def run(payload: bytes) -> bytes:
    """Do what the first word says; the answer is this process's number."""
    misbehave(payload.decode().split()[0])
    return str(os.getpid()).encode()


def misbehave(deed: str) -> None:
    """Do it."""
    match deed:
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "abort":
            os.write(2, b"libharfbuzz: too many marks\n")
            os.abort()
        case "exit":
            os._exit(3)
        case "sleep":
            time.sleep(600)
        case "loop":
            while True:
                pass
        case "fill":
            bytearray(4096 * MEBIBYTE)
        case "raise":
            raise ValueError("an odd document")
        case "write":
            with tempfile.TemporaryFile() as stream:
                stream.write(bytes(2 * MEBIBYTE))
        case "shout":
            sys.stderr.write("x" * (3 * MEBIBYTE) + "the end")
            sys.stderr.flush()
            os._exit(1)
        case "print":
            print("on stdout")
            sys.stdout.flush()


def run_a_third(payload: bytes) -> bytes:
    """Take a third of a second of CPU."""
    until = time.process_time() + 0.34
    while time.process_time() < until:
        pass
    return run(payload)


def variable(payload: bytes) -> bytes:
    """What the variable of this name holds."""
    return os.environ.get(payload.decode(), "").encode()


def die_at_the_start() -> None:
    """Prepare nothing and end."""
    os.write(2, b"no start\n")
    os._exit(7)


def miss_a_library() -> None:
    """Fail as a machine without Pango does."""
    raise MissingLibraryError("Pango", "not found")


def render_or_misbehave(payload: bytes) -> bytes:
    """A render, but a case with a file ``deed.txt`` is done what it says."""
    job = isolation._decode(payload)
    assert isinstance(job, isolation.RenderJob)
    if "deed.txt" in job.case.files:
        misbehave(job.case.files["deed.txt"].decode())
    return isolation.run_job(payload)


RENDERING = Task(render_or_misbehave, isolation.prepare, isolation.TASK.preload)
