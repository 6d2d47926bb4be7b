r"""A manuscript for XeLaTeX with xepersian.

The numbers of citations are ``\ref``, so that a stable output takes two passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from benchmarks.manuscript import Block, Figure, Grid, Manuscript, Paragraph, Run

_PREAMBLE = r"""\documentclass[10pt,a4paper,twocolumn]{article}
\usepackage[margin=18mm]{geometry}
\usepackage{graphicx,array}
\usepackage{xepersian}
\settextfont[Path=%(fonts)s/vazirmatn/,BoldFont=Vazirmatn-Bold.ttf]{Vazirmatn-Regular.ttf}
\setlatintextfont[Path=%(fonts)s/liberation-serif/,BoldFont=LiberationSerif-Bold.ttf,
  ItalicFont=LiberationSerif-Italic.ttf]{LiberationSerif-Regular.ttf}
\newcounter{entry}
\setlength{\parindent}{0pt}\setlength{\parskip}{3pt}
\sloppy
\begin{document}
"""
_LATIN = re.compile(r"([A-Za-z\u0370-\u03ff]+(?:[ -][A-Za-z\u0370-\u03ff]+)*)")
_PERSIAN = re.compile("[\u0600-\u06ff]")
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
        "%": r"\%", "_": r"\_", "^": r"\^{}", "~": r"\~{}",
    }
)  # fmt: skip


def latex(manuscript: Manuscript) -> str:
    """The whole document."""
    body = "\n\n".join(_block(block) for block in manuscript.blocks)
    return _PREAMBLE % {"fonts": manuscript.fonts} + body + "\n\\end{document}\n"


def _block(block: Block) -> str:
    match block:
        case Figure(images):
            shown = (f"\\includegraphics[width=.9\\linewidth]{{{image}}}" for image in images)
            return "{\\centering " + "\\par ".join(shown) + "\\par}"
        case Grid(rows, direction):
            columns = "|".join("p{%.2f\\linewidth}" % (0.85 / len(rows[0])) for _ in rows[0])
            lines = (" & ".join(_line(cell, direction) for cell in row) for row in rows)
            text = f"\\begin{{tabular}}{{{columns}}}\n" + " \\\\\n".join(lines) + "\n\\end{tabular}"
            return _turned(text, direction)
        case Paragraph():
            return _turned(_paragraph(block), block.direction)


def _paragraph(block: Paragraph) -> str:
    text = _line(block.runs, block.direction)
    match block.kind:
        case "title":
            return f"{{\\Large\\bfseries {text}\\par}}"
        case "heading":
            return f"\\section*{{{text}}}"
        case "caption":
            return f"{{\\bfseries\\small {text}\\par}}"
        case "reference":
            return f"{{\\refstepcounter{{entry}}\\label{{{block.name}}}{text}\\par}}"
        case _:
            return text


def _turned(text: str, direction: str) -> str:
    return text if direction == "rtl" else f"\\begin{{latin}}\n{text}\n\\end{{latin}}"


def _line(runs: Iterable[Run], direction: str) -> str:
    return "".join(_run(run, direction) for run in runs)


def _run(run: Run, around: str) -> str:
    if run.target:
        text = f"\\ref{{{run.target}}}"
    elif around == "rtl" and run.direction == "rtl":
        text = _with_latin(run.text)
    else:
        text = run.text.translate(_SPECIAL)
    if run.direction == around:
        return text
    if run.direction == "rtl":
        return f"\\rl{{{text}}}"
    # The font of \lr has no Persian digits.
    return f"\\LRE{{{text}}}" if _PERSIAN.search(text) else f"\\lr{{{text}}}"


def _with_latin(text: str) -> str:
    """Persian text, the Latin and Greek words in it in their own font."""
    pieces = _LATIN.split(text)
    escaped = [piece.translate(_SPECIAL) for piece in pieces]
    return "".join(f"\\lr{{{p}}}" if at % 2 else p for at, p in enumerate(escaped))
