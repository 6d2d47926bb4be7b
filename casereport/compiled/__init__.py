"""What Python compiles anew at every start is kept compiled, beside the modules' bytecode.

Some 600 regular expressions and 2,000 methods of dataclasses, a fifth of a check; and the journals'
templates. They are kept as bytecode is, for one version of Python and of this program, and of
expressions and methods only what a module compiles while it is imported: no word of an author is
among it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from casereport import levers
from casereport.compiled import methods, patterns, store

_LEVERS: tuple[levers.LeverName, ...] = ("patterns", "dataclasses", "templates")


@contextlib.contextmanager
def in_use() -> Iterator[None]:
    """What was kept is taken; at the end, what was compiled anew is kept with it."""
    take_into_use()
    try:
        yield
    finally:
        patterns.restore()
        methods.restore()
        store.write()


def take_into_use() -> None:
    """Take what was kept, for as long as this process lives."""
    if not any(map(levers.is_on, _LEVERS)):
        return
    kept = store.read()
    if levers.is_on("patterns"):
        patterns.install(kept)
    if levers.is_on("dataclasses"):
        methods.install(kept)
