"""What a job can do to the worker of a cluster, imported there by this name."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

import misbehaving


def run(payload: bytes) -> bytes:
    """Do what the first word says, to this process or to the one that started it."""
    match payload.decode().split()[0]:
        case "nap":
            time.sleep(2)
        case "end-the-worker":
            parent = multiprocessing.parent_process()
            os.kill((parent and parent.pid) or 0, signal.SIGKILL)
            time.sleep(600)
        case _:
            return misbehaving.run(payload)
    return b"done"
