"""What a reporter of the checklist is given, and how reporters are found: a module a format."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casereport.checks.care import Checklist, Evidence
from casereport.model.base import Bilingual
from casereport.reporting.eye import LOGICAL, Eye

_FORMATS = "casereport.reporting.care.formats"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareReport:
    """The checklist of one case, and how it is to be told.

    ``pages``: the folio of each piece of evidence in print; None: pages are not shown. ``private``
    is what no quotation may repeat. ``colour`` and ``eye`` are of a terminal.
    """

    checklist: Checklist
    language: str
    today: datetime.date
    title: Bilingual | None = None
    journal: Bilingual | None = None
    pages: Mapping[Evidence, int] | None = None
    private: frozenset[str] = frozenset()
    colour: bool = False
    eye: Eye = LOGICAL


CareReporter = Callable[[CareReport], bytes]
"""Writes a checklist as the bytes of a file."""


def care_format_names() -> tuple[str, ...]:
    """The names of the formats, ``text`` first, the others sorted."""
    package = importlib.import_module(_FORMATS)
    names = (module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(names, key=lambda name: (name != "text", name)))


def find_care_reporter(name: str) -> CareReporter:
    """The reporter of a format.

    Raises:
        KeyError: there is no such format.
    """
    if name not in care_format_names():
        raise KeyError(name)
    reporter: CareReporter = importlib.import_module(f"{_FORMATS}.{name}").report
    return reporter
