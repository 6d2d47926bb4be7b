"""What workers are to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def nothing_to_prepare() -> None:
    """Stand in for the preparation of a task that needs none."""


@dataclass(frozen=True, slots=True)
class Task:
    """A job as a function of bytes, by its name in a module, so that any machine can run it.

    ``prepare`` is called once in each worker, before its first job: imports, fonts. ``preload``
    names modules that the process imports once which the workers are forked from.
    """

    run: Callable[[bytes], bytes]
    prepare: Callable[[], None] = nothing_to_prepare
    preload: tuple[str, ...] = ()
