"""Typst, as its command or as the Python package, on the article written for it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from benchmarks.rival import Document, Recipe
from benchmarks.writing.typst import typst

NAME = "Typst"
INSTALL = (
    "python -m venv V && V/bin/pip install typst, then CASEREPORT_BENCH_TYPST=V/bin/python; "
    "or its command on the PATH"
)
_COMPILE = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root=sys.argv[3], "
    "font_paths=[sys.argv[4]], ignore_system_fonts=True)"
)


def find() -> str | None:
    """The command, or a Python that has the package."""
    named = os.environ.get("CASEREPORT_BENCH_TYPST")
    if named:
        return named
    return shutil.which("typst") or (sys.executable if importlib.util.find_spec("typst") else None)


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The article as Typst's markup."""
    source, fonts = folder / "article.typ", str(document.manuscript.fonts)
    source.write_text(typst(document.manuscript, folder), "utf-8")
    root = os.path.commonpath([folder, document.html.parent])

    def command(output: Path) -> tuple[str, ...]:
        pdf = str(output / "out.pdf")
        if Path(program).name.startswith("typst"):
            fonts_only = ("--font-path", fonts, "--ignore-system-fonts")
            return (program, "compile", "--root", root, *fonts_only, str(source), pdf)
        return (program, "-c", _COMPILE, str(source), pdf, root, fonts)

    return Recipe(command, "out.pdf", {}, folder)
