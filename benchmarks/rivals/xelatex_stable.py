"""XeLaTeX with xepersian as latexmk runs it, until the output is stable (two passes)."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.rival import Document, Recipe
from benchmarks.rivals import xelatex
from benchmarks.writing.latex import latex

NAME = "XeLaTeX + xepersian, latexmk"
INSTALL = "apt install texlive-xetex texlive-lang-arabic latexmk"


def find() -> str | None:
    """The program, where XeLaTeX and the package are there too."""
    return shutil.which("latexmk") if xelatex.find() else None


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The article as LaTeX."""
    folder.joinpath("article.tex").write_text(latex(document.manuscript), "utf-8")

    def command(output: Path) -> tuple[str, ...]:
        return (program, "-xelatex", *xelatex.OPTIONS, f"-outdir={output}", "article.tex")

    return Recipe(command, "article.pdf", {}, folder)
