"""pandoc to PDF through XeLaTeX, from the article as plain HTML; its tables want one column."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.rival import Document, Recipe
from benchmarks.writing.plain_html import plain_html

NAME = "pandoc → XeLaTeX"
INSTALL = "apt install pandoc texlive-xetex texlive-lang-arabic"


def find() -> str | None:
    """The program, where XeLaTeX is there too."""
    return shutil.which("pandoc") if shutil.which("xelatex") else None


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The article as HTML."""
    folder.joinpath("article.html").write_text(plain_html(document.manuscript), "utf-8")
    font = ("-V", "mainfont=Vazirmatn-Regular.ttf", "-V", "dir=rtl")
    # Its template makes the environments of dir= for pdfTeX alone, and a half-space in a heading
    # becomes a command of babel, which it does not load.
    header = r"\usepackage{bidi}\providecommand{\textormath}[2]{#1}"
    header_option = ("-V", f"header-includes={header}")
    path = f"Path={document.manuscript.fonts}/vazirmatn/,BoldFont=Vazirmatn-Bold.ttf"
    options = (
        "--pdf-engine=xelatex",
        *font,
        *header_option,
        "-V",
        f"mainfontoptions={path}",
        "article.html",
    )
    return Recipe(
        lambda output: (program, *options, "-o", str(output / "out.pdf")), "out.pdf", {}, folder
    )
