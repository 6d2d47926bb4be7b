"""Regular expressions: what ``re`` makes of one is a list of numbers, and ``_sre`` the pattern.

Each list was compared with what ``re`` itself makes of the expression before it was kept; where
another Python compiles otherwise than this module thinks, nothing is.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # (typeshed has none)
import re
from array import array
from collections.abc import Callable
from typing import Any

from casereport.compiled.store import Kept, Pattern, is_importing

_compiler: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001
_compile: Callable[[Any, int], re.Pattern[Any]] = _compiler.compile
_ITEMS = {2: "H", 4: "I"}[_sre.CODESIZE]

_NOT_KEPT = re.DEBUG | re.LOCALE
"""What prints, and what depends on the machine's language."""


def install(kept: Kept) -> None:
    """Let ``re`` take what was kept, and keep what it compiles."""

    def compile_pattern(expression: Any, flags: int = 0) -> re.Pattern[Any]:
        # Of a type of its own, an expression could not be written.
        if type(expression) not in {str, bytes} or flags & _NOT_KEPT:
            return _compile(expression, flags)
        key = type(expression).__name__, expression, int(flags)
        known = kept.patterns.get(key)
        if known is not None:
            return made(expression, known)
        compiled = _compile(expression, flags)
        if kept.grows and is_importing():
            pattern = coded(expression, flags)
            if made(expression, pattern) == compiled:
                kept.patterns[key] = pattern
                kept.changed = True
        return compiled

    _compiler.compile = compile_pattern


def restore() -> None:
    """Leave ``re`` as it came."""
    _compiler.compile = _compile


def coded(expression: str | bytes, flags: int) -> Pattern:
    """What ``re._compiler.compile`` hands to ``_sre.compile``."""
    parsed = _compiler._parser.parse(expression, flags)  # noqa: SLF001
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


def made(expression: str | bytes, pattern: Pattern) -> re.Pattern[Any]:
    """The pattern that was kept as numbers."""
    flags, code, groups, names, by_number = pattern
    numbers = array(_ITEMS, code).tolist()
    compiled: re.Pattern[Any] = _sre.compile(expression, flags, numbers, groups, names, by_number)
    return compiled
