"""Chromium's print-to-pdf of the HTML that we typeset, with a new profile each time."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.rival import Document, Recipe

NAME = "Chromium print-to-pdf"
INSTALL = "apt install chromium"
_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def find() -> str | None:
    """Debian's name, or others'."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The kept HTML is what it reads."""

    def command(output: Path) -> tuple[str, ...]:
        return (
            program,
            *_OPTIONS,
            f"--user-data-dir={output / 'profile'}",
            f"--print-to-pdf={output / 'out.pdf'}",
            document.html.as_uri(),
        )

    return Recipe(command, "out.pdf", {}, folder)
