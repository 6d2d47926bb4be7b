"""The cells of a pipe table's line with their places, which markdown-it does not tell."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.common.utils import MD_TRIM_CHARS

_MARKS = re.compile(r"[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]*)*")


def cells_of_line(line: str) -> list[tuple[int, str]]:
    r"""(index of the first character, text between the bars) of each cell; ``\|`` is no bar.

    What stands before a first bar and behind a last one is no cell when it is blank, or when it
    holds only the marks of a list or a quotation around the table.
    """
    cuts = [index for index, character in enumerate(line)
            if character == "|" and line[index - 1 : index] != "\\"]  # fmt: skip
    edges = [-1, *cuts, len(line)]
    cells = [(left + 1, line[left + 1 : right]) for left, right in pairwise(edges)]
    if len(cells) > 1 and _MARKS.fullmatch(cells[0][1].lstrip(MD_TRIM_CHARS)):
        cells.pop(0)
    if len(cells) > 1 and not cells[-1][1].strip(MD_TRIM_CHARS):
        cells.pop()
    return cells
