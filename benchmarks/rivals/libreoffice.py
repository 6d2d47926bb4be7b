"""LibreOffice's conversion of the article as plain HTML, with a new profile each time."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.rival import Document, Recipe
from benchmarks.writing.plain_html import plain_html

NAME = "LibreOffice"
INSTALL = "apt install libreoffice-writer-nogui"


def find() -> str | None:
    """Either of its names."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The article as HTML."""
    source = folder / "article.html"
    source.write_text(plain_html(document.manuscript), "utf-8")

    def command(output: Path) -> tuple[str, ...]:
        profile = f"-env:UserInstallation={(output / 'profile').as_uri()}"
        convert = ("--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir")
        return (program, profile, *convert, str(output), str(source))

    return Recipe(command, "article.pdf", {}, folder)
