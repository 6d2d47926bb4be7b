"""XeLaTeX with xepersian, one pass: citations still print as question marks."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.rival import Document, Recipe
from benchmarks.writing.latex import latex

NAME = "XeLaTeX + xepersian, one pass"
INSTALL = "apt install texlive-xetex texlive-lang-arabic"
OPTIONS = ("-interaction=batchmode", "-halt-on-error")


def find() -> str | None:
    """The program, where the package is there too."""
    program, look_up = shutil.which("xelatex"), shutil.which("kpsewhich")
    if program is None or look_up is None:
        return None
    found = subprocess.run([look_up, "xepersian.sty"], capture_output=True, check=False)
    return program if found.returncode == 0 else None


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """The article as LaTeX."""
    folder.joinpath("article.tex").write_text(latex(document.manuscript), "utf-8")

    def command(output: Path) -> tuple[str, ...]:
        return (program, *OPTIONS, f"-output-directory={output}", "article.tex")

    return Recipe(command, "article.pdf", {}, folder)
