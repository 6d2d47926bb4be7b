"""A process that stays, seen from outside: it is told what to do, and tells what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from benchmarks.measure import COMPILED, Cost, FailedCommandError


@dataclass(frozen=True, slots=True)
class Answer:
    """What one time cost (``memory`` is what is held after it), and what the task told besides."""

    cost: Cost
    told: Mapping[str, Any]


class StayingProcess:
    """A process that does a task of ``benchmarks.tasks`` as often as it is asked to.

    To be used as a context: it is ended with it.
    """

    def __init__(self, task: str, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.serving", task],
            env={**os.environ, **COMPILED, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def ask(self, **argument: object) -> Answer:
        """Do the task once.

        Raises:
            FailedCommandError: it ended; what it wrote stands on stderr.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise FailedCommandError("the process has no pipes")
        try:
            stdin.write(json.dumps(argument) + "\n")
            stdin.flush()
        except BrokenPipeError as error:
            raise FailedCommandError("a process that was to stay has ended") from error
        line = stdout.readline()
        if not line:
            raise FailedCommandError("a process that was to stay has ended")
        told = json.loads(line)
        cost = Cost(told.pop("wall"), told.pop("cpu"), told.pop("memory"))
        return Answer(cost, told)
