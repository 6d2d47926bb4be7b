"""The command of stock WeasyPrint on the HTML that we typeset; bidi as it has it."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.rival import Document, Recipe

NAME = "stock weasyprint"
INSTALL = ""


def find() -> str | None:
    """It is one of our dependencies."""
    return sys.executable


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The kept HTML is what it reads."""
    command = (program, "-m", "weasyprint", "--quiet", str(document.html))
    return Recipe(lambda output: (*command, str(output / "out.pdf")), "out.pdf", {}, folder)
