"""When Python looks for what could be freed.

A render makes a great deal and drops nearly all of it at its end: looking for it in between took a
seventh of the time of a render, and found four megabytes.
"""

from __future__ import annotations

import gc

_NEW_OBJECTS = 100_000
"""Python's own number is 700 (3.11): one look for every few paragraphs."""


def look_seldom() -> None:
    """Let a process look hardly ever while it works."""
    gc.set_threshold(_NEW_OBJECTS)


def keep_what_is_there() -> None:
    """No look needs to pass over what stays to the end of the process."""
    gc.collect()
    gc.freeze()
