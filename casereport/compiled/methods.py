"""The methods of dataclasses: ``dataclasses`` writes each as text, and has it compiled by ``exec``.

A name ``exec`` in that module stands before the builtin. Of the same text it runs the same code:
``from __future__ import annotations`` of this module is no part of it.
"""

from __future__ import annotations

import builtins
import dataclasses
import marshal
from typing import Any

from casereport.compiled.store import Kept, is_importing


def install(kept: Kept) -> None:
    """Let ``dataclasses`` run what was kept, and keep what it compiles."""

    def execute(source: str, *namespaces: Any) -> None:
        known = kept.methods.get(source)
        if known is not None:
            code = marshal.loads(known)  # noqa: S302  (trusted as bytecode is)
        else:
            code = compile(source, "<string>", "exec", dont_inherit=True)
            if kept.grows and is_importing():
                kept.methods[source] = marshal.dumps(code)
                kept.changed = True
        builtins.exec(code, *namespaces)  # noqa: S102  (dataclasses' own text)

    vars(dataclasses)["exec"] = execute


def restore() -> None:
    """Leave ``dataclasses`` as it came."""
    vars(dataclasses).pop("exec", None)
