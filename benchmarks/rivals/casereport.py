"""This program: read, check, assemble, typeset."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.bench import ENVIRONMENT
from benchmarks.rival import Document, Recipe

NAME = "casereport"
INSTALL = ""


def find() -> str | None:
    """It is always there."""
    return sys.executable


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The case itself is what it reads."""
    command = (program, "-m", "casereport", "render", str(document.case), "-o")
    return Recipe(
        lambda output: (*command, str(output)), f"{document.case.name}.pdf", ENVIRONMENT, folder
    )
