"""The program's own regular expressions, kept compiled: ``re`` compiles some 600 at every start.

That is a seventh of a check. What ``re`` makes of an expression is a list of numbers, from which
``_sre`` makes the pattern at once; the lists are kept beside the modules' bytecode, as that is, for
one version of Python and of this program. Only expressions that a module compiles while it is
imported are kept: no word of an author is among them.

Each was compared with what ``re`` itself makes of it before it was kept; where another Python
compiles otherwise than this module thinks, nothing is.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # (typeshed has none)
import contextlib
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from casereport import __version__, levers, resources

_compiler: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001
_compile: Callable[[Any, int], re.Pattern[Any]] = _compiler.compile

_FILE = "compiled_patterns"
_MADE_BY = (sys.version, _sre.MAGIC, _sre.CODESIZE, __version__)
_ITEMS = {2: "H", 4: "I"}[_sre.CODESIZE]
_MOST = 4000
"""Beyond it, what is kept are the patterns of one run: changed modules have left theirs."""

_NOT_KEPT = re.DEBUG | re.LOCALE
"""What prints, and what depends on the machine's language."""

Key = tuple[str | bytes, int]
Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, groups, and the groups' names both ways."""


@dataclass(slots=True)
class _Patterns:
    """What was kept, and what this run adds to it."""

    kept: dict[Key, Kept]
    new: dict[Key, Kept] = field(default_factory=dict)

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Stands in for ``re._compiler.compile``."""
        if not isinstance(pattern, str | bytes) or flags & _NOT_KEPT:
            return _compile(pattern, flags)
        key = pattern, int(flags)
        kept = self.kept.get(key)
        if kept is not None:
            return _made(pattern, kept)
        compiled = _compile(pattern, flags)
        if _is_importing():
            coded = _coded(pattern, flags)
            if _made(pattern, coded) == compiled:
                self.new[key] = coded
        return compiled


@contextlib.contextmanager
def in_use() -> Iterator[None]:
    """Patterns are taken from those kept; at the end, new ones are kept with them."""
    if not levers.is_on("patterns"):
        yield
        return
    patterns = _Patterns(_read())
    _compiler.compile = patterns.compile
    try:
        yield
    finally:
        _compiler.compile = _compile
        if patterns.new:
            _write(patterns)


def take_into_use() -> None:
    """The same for a process that starts workers, and keeps nothing."""
    if levers.is_on("patterns"):
        _compiler.compile = _Patterns(_read()).compile


def _is_importing() -> bool:
    """True when a module is being imported, and this is part of it."""
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _coded(pattern: str | bytes, flags: int) -> Kept:
    """What ``re._compiler.compile`` hands to ``_sre.compile``."""
    parsed = _compiler._parser.parse(pattern, flags)  # noqa: SLF001
    code = _compiler._code(parsed, flags)  # noqa: SLF001
    names = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return (
        int(flags | parsed.state.flags),
        array(_ITEMS, code).tobytes(),
        parsed.state.groups - 1,
        names,
        tuple(by_number),
    )


def _made(pattern: str | bytes, kept: Kept) -> re.Pattern[Any]:
    flags, code, groups, names, by_number = kept
    numbers = array(_ITEMS, code).tolist()
    made: re.Pattern[Any] = _sre.compile(pattern, flags, numbers, groups, names, by_number)
    return made


def _read() -> dict[Key, Kept]:
    content = resources.cached(_FILE)
    if content is None:
        return {}
    try:
        made_by, kept = marshal.loads(content)  # noqa: S302  (as trusted as the bytecode beside it)
    except (EOFError, ValueError, TypeError):
        return {}
    return dict(kept) if made_by == _MADE_BY else {}


def _write(patterns: _Patterns) -> None:
    kept = {**patterns.kept, **patterns.new}
    if len(kept) > _MOST:
        kept = patterns.new
    resources.cache_beside_bytecode(_FILE, marshal.dumps((_MADE_BY, kept)))
