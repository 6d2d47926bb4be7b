"""The file of what is kept compiled, and what this run adds to it."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # (typeshed has none)
import marshal
import sys
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

from casereport import __version__, resources

_FILE = "compiled"
_MADE_BY = (sys.version, _sre.MAGIC, _sre.CODESIZE, __version__)
_MOST = 15_000
"""Beyond it, what is kept is that of one run: modules that were changed have left theirs."""

Pattern = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, groups, and the groups' names both ways."""


@dataclass(slots=True)
class Kept:
    """``patterns`` by expression and flags, ``methods`` by their source; ``new`` likewise."""

    patterns: dict[tuple[str | bytes, int], Pattern] = field(default_factory=dict)
    methods: dict[str, CodeType] = field(default_factory=dict)
    new_patterns: dict[tuple[str | bytes, int], Pattern] = field(default_factory=dict)
    new_methods: dict[str, CodeType] = field(default_factory=dict)


def is_importing() -> bool:
    """True when a module is being imported, and the caller's caller is part of it."""
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def read() -> Kept:
    """What runs before this one have kept; nothing where the file is damaged, or another's."""
    content = resources.cached(_FILE)
    if content is None:
        return Kept()
    try:
        made_by, patterns, methods = marshal.loads(content)  # noqa: S302  (trusted as bytecode is)
    except (EOFError, ValueError, TypeError):
        return Kept()
    return Kept(patterns, methods) if made_by == _MADE_BY else Kept()


def write(kept: Kept) -> None:
    """Keep what is new with what was there, if anything is."""
    if not kept.new_patterns and not kept.new_methods:
        return
    content: tuple[Any, ...] = (
        _MADE_BY,
        {**kept.patterns, **kept.new_patterns},
        {**kept.methods, **kept.new_methods},
    )
    if sum(map(len, content[1:])) > _MOST:
        content = _MADE_BY, kept.new_patterns, kept.new_methods
    resources.cache_beside_bytecode(_FILE, marshal.dumps(content))
