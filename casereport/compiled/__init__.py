"""What Python compiles anew at every start is kept compiled, beside the modules' bytecode.

Some 600 regular expressions and 2,000 methods of dataclasses, a fifth of a check; and the journals'
templates. They are kept as bytecode is, for one version of Python and of this program, and of
expressions and methods only what a module compiles while it is imported: no word of an author is
among it. Where Python would write no bytecode, nothing is looked at to be kept: it costs time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from casereport import levers, resources
from casereport.compiled import methods, patterns, store

_LEVERS: tuple[levers.LeverName, ...] = ("patterns", "dataclasses", "templates")


@contextlib.contextmanager
def in_use() -> Iterator[None]:
    """What was kept is taken; at the end, what was compiled anew is kept with it.

    Not so in a program that runs a command while it is imported itself: all that the command
    compiles, of an author's words too, would look like a module's.
    """
    take_into_use()
    store.kept().grows = not store.is_importing() and resources.may_cache(store.FILE)
    try:
        yield
    finally:
        patterns.restore()
        methods.restore()
        store.write()


def take_into_use() -> None:
    """Take what was kept, for as long as this process lives; nothing is kept with it."""
    if not any(map(levers.is_on, _LEVERS)):
        return
    kept = store.read()
    if levers.is_on("patterns"):
        patterns.install(kept)
    if levers.is_on("dataclasses"):
        methods.install(kept)
