"""What a reporter is given, and how reporters are found: one module a format under ``formats/``.

Nothing is imported to list them: a module is called like its format.
"""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from casereport.diagnostics import Diagnostic, Span
from casereport.reporting.eye import LOGICAL, Eye

_FORMATS = "casereport.reporting.formats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of one or several cases, and how they are to be told.

    ``sources`` has the text of each file, for excerpts. ``case`` is the folder of the one case, as
    it was typed; empty for several, whose files carry their folders. ``today`` is printed where a
    report has a date. ``colour`` and ``eye`` are of a terminal.
    """

    diagnostics: tuple[Diagnostic, ...]
    language: str
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    case: str = ""
    title: str = ""
    today: datetime.date | None = None
    colour: bool = False
    eye: Eye = LOGICAL

    def path(self, file: str) -> str:
        """A file's path from where the command was typed; from the case folder if that is far away.

        An absolute path, and one that climbs, would say more of the machine than a reader needs.
        """
        folder = self.case.strip().rstrip("/")
        if folder in {"", "."} or folder.startswith("/") or ".." in folder.split("/"):
            return file
        return Span(file).below(f"{folder.removeprefix('./')}/").file


Reporter = Callable[[Report], str]
"""Writes a report, without a line feed at its end."""


def format_names() -> tuple[str, ...]:
    """The names of the formats, ``text`` first, the others sorted."""
    package = importlib.import_module(_FORMATS)
    names = {module.name for module in pkgutil.iter_modules(package.__path__)}
    found = (name for name in names if not name.startswith("_"))
    return tuple(sorted(found, key=lambda name: (name != "text", name)))


def find_reporter(name: str) -> Reporter:
    """The reporter of a format.

    Raises:
        KeyError: there is no such format.
    """
    if name not in format_names():
        raise KeyError(name)
    module = importlib.import_module(f"{_FORMATS}.{name}")
    reporter: Reporter = module.report
    return reporter
