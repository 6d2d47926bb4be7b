"""A way to a PDF, and the finding of all of them.

A module of ``rivals/`` has ``NAME``, ``INSTALL`` (how to get it), ``find()`` (the program, or None)
and ``prepare(program, document, folder)``, which writes what the program reads and gives the
:class:`Recipe`.
"""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from benchmarks import rivals
from benchmarks.manuscript import Manuscript
from benchmarks.measure import Cost, FailedCommandError, run


@dataclass(frozen=True, slots=True)
class Document:
    """The article: the case folder, its kept HTML, and its plain structure."""

    case: Path
    html: Path
    manuscript: Manuscript


@dataclass(frozen=True, slots=True)
class Recipe:
    """The command that writes a PDF into a new folder, and the folder in which it is run."""

    command: Callable[[Path], Sequence[str]]
    pdf: str
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    folder: Path | None = None

    def cook(self) -> Cost:
        """Make the PDF once, from nothing.

        Raises:
            FailedCommandError: the command failed, or there is no PDF.
        """
        with tempfile.TemporaryDirectory(prefix="casereport-bench-") as place:
            output = Path(place)
            command = self.command(output)
            cost = run(command, environment=self.environment, folder=self.folder)
            if not (output / self.pdf).is_file():
                raise FailedCommandError(f"{command[0]} wrote no {self.pdf}")
            return cost


class Rival(Protocol):
    """What a module of ``rivals`` has."""

    NAME: str
    INSTALL: str

    def find(self) -> str | None:
        """The program, or None where it is not installed."""

    def prepare(self, program: str, document: Document, folder: Path) -> Recipe:
        """Write what the program reads into ``folder``."""


def all_rivals() -> tuple[Rival, ...]:
    """Every module of ``rivals``, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(rivals.__path__))
    found = [importlib.import_module(f"{rivals.__name__}.{name}") for name in names]
    return tuple(cast("Rival", module) for module in found)
