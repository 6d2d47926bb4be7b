"""The methods of dataclasses: ``dataclasses`` writes each as text, and has it compiled by ``exec``.

A name ``exec`` in that module stands before the builtin. Of the same text it runs the same code.
"""

from __future__ import annotations

import builtins
import dataclasses
from typing import Any

from casereport.compiled.store import Kept, is_importing


def install(kept: Kept) -> None:
    """Let ``dataclasses`` run what was kept, and keep what it compiles."""

    def execute(source: Any, *namespaces: Any) -> None:
        code = kept.methods.get(source) if isinstance(source, str) else source
        if code is None:
            code = compile(source, "<string>", "exec")
            if is_importing():
                kept.methods[source] = code
                kept.changed = True
        builtins.exec(code, *namespaces)  # noqa: S102  (dataclasses' own text)

    vars(dataclasses)["exec"] = execute


def restore() -> None:
    """Leave ``dataclasses`` as it came."""
    vars(dataclasses).pop("exec", None)
