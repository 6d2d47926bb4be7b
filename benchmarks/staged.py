"""Runs one command of casereport in this process, its CPU time told by stage.

Started as ``python -m benchmarks.staged FILE render …``. The time of a stage is its own: what is
imported in it counts as imports, and a stage within a stage is taken out of the outer one. Modules
are wrapped as they are loaded, so that the profile loads nothing that the command does not.
"""

from __future__ import annotations

import functools
import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_LOADER = "importlib._bootstrap"
WRAPPED: dict[str, dict[str, str]] = {
    "casereport.pipeline.preparing": {
        "read_case": "read",
        "run_checks": "check",
        "assemble": "assemble",
        "load_journal": "journal",
    },
    "casereport.exporters.pdf": {"print_document": "write HTML"},
    "casereport.typesetting.engine.render": {"_lay_out": "lay out"},
    "weasyprint.document": {"Document.write_pdf": "paint"},
}
"""By module: what is wrapped in it, and the stage that it is."""
ORDER = (
    "interpreter", "imports", "read", "journal", "check", "assemble", "write HTML", "lay out",
    "paint", "the rest",
)  # fmt: skip


class Clock:
    """Adds CPU time to the stage in which it is spent."""

    def __init__(self) -> None:
        self.spent = {"interpreter": time.process_time()}
        self._open = ["the rest"]
        self._since = time.process_time()

    def enter(self, stage: str) -> None:
        """From now on it is this stage's time."""
        self._charge()
        self._open.append(stage)

    def leave(self) -> None:
        """From now on it is that of the stage around."""
        self._charge()
        self._open.pop()

    def _charge(self) -> None:
        now = time.process_time()
        stage = self._open[-1]
        self.spent[stage] = self.spent.get(stage, 0.0) + now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time charged to ``stage``."""

        @functools.wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            self.enter(stage)
            try:
                return function(*arguments, **named)
            finally:
                self.leave()

        return timed

    def finish(self) -> dict[str, float]:
        """What each stage has spent."""
        self._charge()
        return self.spent


def watch(clock: Clock) -> None:
    """Charge imports as such, and wrap each module of ``WRAPPED`` once it is loaded."""
    bootstrap: Any = importlib.import_module(_LOADER)
    load = clock.timed("imports", bootstrap._find_and_load)  # noqa: SLF001  (all imports pass it)

    def loading(name: str, import_: object) -> object:
        module = load(name, import_)
        if name in WRAPPED:
            for path, stage in WRAPPED[name].items():
                _wrap(sys.modules[name], path, clock, stage)
        return module

    bootstrap._find_and_load = loading  # noqa: SLF001


def _wrap(owner: Any, path: str, clock: Clock, stage: str) -> None:
    *owners, name = path.split(".")
    for part in owners:
        owner = getattr(owner, part)
    setattr(owner, name, clock.timed(stage, getattr(owner, name)))


def main() -> None:
    """Run the command, and write what its stages have spent."""
    clock = Clock()
    told = Path(sys.argv[1])
    sys.argv = ["casereport", *sys.argv[2:]]
    watch(clock)
    try:
        importlib.import_module("casereport.cli").main()
    finally:
        told.write_text(json.dumps(clock.finish()))


if __name__ == "__main__":
    main()
