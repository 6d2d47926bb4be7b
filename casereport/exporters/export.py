"""What an exporter is, and how they are found: one module (or package) under ``exporters/``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from casereport.article.article import Article
from casereport.journals import Journal
from casereport.workspace import OutputFile


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the output lacks: an image that could not be read, a resource refused."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Export:
    """The files of one format, and what is missing from them."""

    files: tuple[OutputFile, ...]
    losses: tuple[Loss, ...] = ()
    missing_characters: str = ""
    """Characters for which no font has a glyph."""
    page_count: int | None = None
    """None for a format without pages."""
    counts_pages: bool = False
    """True where the page range that it prints is that of its own pages, whatever was said."""


def _nothing_printed(_article: Article, _journal: Journal) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name on the command line, its suffix, and the function that writes it.

    ``printed`` gives the HTML that is typeset, for a format with pages: the proof compares them. It
    is empty for one without.
    """

    format: str
    suffix: str
    run: Callable[[Article, Journal], Export]
    printed: Callable[[Article, Journal], str] = _nothing_printed


def formats() -> tuple[str, ...]:
    """The names of the formats, sorted. Nothing is imported: a module is called like its format."""
    package = importlib.import_module(__package__ or __name__.rpartition(".")[0])
    names = (module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(n for n in names if not n.startswith("_") and n != "export"))


def find_exporter(name: str) -> Exporter:
    """The exporter of a format.

    Raises:
        KeyError: there is no such format.
    """
    if name not in formats():
        raise KeyError(name)
    module = importlib.import_module(f"casereport.exporters.{name}")
    found = module.exporter
    if not isinstance(found, Exporter) or found.format != name:
        raise TypeError(f"{module.__name__} declares no exporter called {name}")
    return found
