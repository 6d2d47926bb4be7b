"""The file of what is kept compiled, and what this run adds to it.

Its first bytes are a hash of the others: half a file is none, nor one whose disk has lost a block.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # (typeshed has none)
import importlib.util
import marshal
import sys
from dataclasses import dataclass, field
from types import CodeType, FrameType

from casereport import __version__, resources

FILE = "compiled"
_FORMAT = 2
"""One more when another thing is kept, or otherwise."""
_MADE_BY = (_FORMAT, sys.version, _sre.MAGIC, _sre.CODESIZE, __version__)
_HASH = 8
"""Bytes of ``importlib.util.source_hash``."""
_MOST = 15_000
"""Beyond it all is begun anew: modules that were changed have left theirs."""

Pattern = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, groups, and the groups' names both ways."""


@dataclass(slots=True)
class Kept:
    """Patterns by type, expression and flags, methods by source, templates by name and source.

    A method's code is read when it is asked for: no command asks for half of them. ``grows`` when
    what is compiled is to be kept, ``changed`` when this run has added to it.
    """

    patterns: dict[tuple[str, str | bytes, int], Pattern] = field(default_factory=dict)
    methods: dict[str, bytes] = field(default_factory=dict)
    templates: dict[tuple[str, str], CodeType] = field(default_factory=dict)
    grows: bool = False
    changed: bool = False


class _Process:
    """What this process has of it."""

    kept = Kept()


def kept() -> Kept:
    """What was read last; of a process that reads nothing, what it has compiled itself."""
    return _Process.kept


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
    _Process.kept = Kept()
    content = resources.cached(FILE) or b""
    told, body = content[:_HASH], content[_HASH:]
    if body and told == importlib.util.source_hash(body):
        made_by, parts = marshal.loads(body)  # noqa: S302  (trusted as bytecode is)
        if made_by == _MADE_BY:
            _Process.kept = Kept(*parts)
    return _Process.kept


def write() -> None:
    """Keep what this run has added, if anything."""
    kept, _Process.kept = _Process.kept, Kept()
    if not (kept.grows and kept.changed):
        return
    if len(kept.patterns) + len(kept.methods) + len(kept.templates) > _MOST:
        kept = Kept()
    parts = kept.patterns, kept.methods, kept.templates
    body = marshal.dumps((_MADE_BY, parts))
    resources.cache_beside_bytecode(FILE, importlib.util.source_hash(body) + body)
