"""A manuscript for Typst: two columns, each block with its direction, numbers as links."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from benchmarks.manuscript import Block, Figure, Grid, Manuscript, Paragraph, Run

_PREAMBLE = """#set page(paper: "a4", margin: 18mm, columns: 2)
#set text(font: ("Liberation Serif", "Vazirmatn"), size: 10pt)
#set par(justify: true)
"""


def typst(manuscript: Manuscript, folder: Path) -> str:
    """The whole document, its images named as seen from ``folder``."""
    body = "\n\n".join(_block(block, folder) for block in manuscript.blocks)
    return _PREAMBLE + body + "\n"


def _block(block: Block, folder: Path) -> str:
    match block:
        case Figure(images):
            paths = (_string(os.path.relpath(image, folder)) for image in images)
            return "\n".join(f"#align(center, image({path}, width: 90%))" for path in paths)
        case Grid(rows, direction):
            cells = ", ".join(f"[{_line(cell)}]" for row in rows for cell in row)
            return _turned(f"#table(columns: {len(rows[0])}, {cells})", direction)
        case Paragraph():
            return _turned(_paragraph(block), block.direction)


def _paragraph(block: Paragraph) -> str:
    text = _line(block.runs)
    match block.kind:
        case "title":
            return f"#heading(level: 1)[{text}]"
        case "heading":
            return f"#heading(level: 2)[{text}]"
        case "caption":
            return f"#strong[{text}]"
        case "reference":
            return f"#block[{text}] <{block.name}>"
        case _:
            return text


def _turned(text: str, direction: str) -> str:
    font = '(font: ("Vazirmatn", "Liberation Serif"), dir: rtl, lang: "fa")'
    return text if direction == "ltr" else f"#[#set text{font}\n{text}]"


def _line(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = f"#{_string(run.text)};"
    return f"#link(<{run.target}>)[{text}]" if run.target else text


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
