"""What a worker can be told to do to itself; imported by the workers of the tests, by its name."""

from __future__ import annotations

import os
import signal
import stat
import sys
import tempfile
import time
from pathlib import Path

from casereport.errors import MissingLibraryError
from casereport.pipeline import isolation
from casereport.pipeline.workers import Task
from casereport.pipeline.workers.serving import DONE, TAKEN, UNREADY

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
        case _:
            run_on(deed)


def run_on(deed: str) -> None:
    """Come to no end."""
    match deed:
        case "sleep":
            time.sleep(600)
        case "loop":
            while True:
                pass
        case "flood":
            while True:
                os.write(2, b"x" * 65536)
        case _:
            misuse_the_pipe(deed)


def misuse_the_pipe(deed: str) -> None:
    """Say on it what is not asked."""
    match deed:
        case "leave":
            os.close(pipe())
            time.sleep(600)
        case "babble":
            os.write(pipe(), b"fontconfig: a cache that is stale\n")
            time.sleep(600)
        case "half":
            os.write(pipe(), framed(DONE + bytes(1000))[:500])
            time.sleep(600)
        case "chatter":
            while True:
                os.write(pipe(), framed(TAKEN))
        case "accuse":
            os.write(pipe(), framed(UNREADY + b'{"cause": "x", "detail": "", "trace": "", "library": "Pango", "reason": ""}'))
            time.sleep(600)
        case "mumble":
            os.write(pipe(), framed(b"!" + b"[" * 9999))
            time.sleep(600)
        case "forge":
            # An answer to this job, and one to the next, before it is given.
            os.write(pipe(), framed(DONE + b"forged") * 2)
            time.sleep(600)


def pipe() -> int:
    """The number of the worker's pipe: its one socket."""
    numbers = [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]
    (found,) = [number for number in numbers if is_socket(number)]
    return found


def is_socket(number: int) -> bool:
    try:
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError:  # the one by which the folder was listed
        return False


def framed(message: bytes) -> bytes:
    return len(message).to_bytes(4, "big") + message


def leave_a_child(payload: bytes) -> bytes:
    """Start a process that goes on, and give its number."""
    child = os.fork()
    if child == 0:
        time.sleep(600)
        os._exit(0)
    if payload == b"die":
        os.write(2, str(child).encode())
        os._exit(3)
    return str(child).encode()


def length(payload: bytes) -> bytes:
    """How long the job is."""
    return str(len(payload)).encode()


def echo(payload: bytes) -> bytes:
    """The job itself."""
    return payload


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
