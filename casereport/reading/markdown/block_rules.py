"""What our Markdown has beyond CommonMark, between paragraphs: fenced divs, and a bound on depth.

A div begins with three colons or more and what it is for (``::: labs``, ``::: {#fig-chest}``) and
ends with a line of colons alone; divs nest, as in Pandoc. markdown-it's container plugin is not
used: it ends an outer div at the first line that ends an inner one.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

MAX_LEVELS = 20
_TOKENS_A_LEVEL = 2  # a list and its item

MAX_DIVISION_LINES = 2_000
TOO_MANY = "too_many_divisions"
"""Set in the environment of a text with more such lines: each open div looks for its end."""

_OPEN = re.compile(r":{3,}[ \t]*(\{[^{}\n]*\}|[^\s:{}]+)[ \t]*+:*+[ \t]*")
_CLOSE = re.compile(r":{3,}[ \t]*")


def division(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A fenced div, or a line of colons that closes nothing (token ``stray_end``)."""
    line = _line(state, start)
    if not line.startswith(":::") or state.env.get(TOO_MANY):
        return False
    match = _OPEN.fullmatch(line)
    if match is None:
        return _stray(state, start, silent=silent) if _CLOSE.fullmatch(line) else False
    if silent:
        return True
    close = _find_close(state, start + 1, end)
    last = start + 1 if close is None else close
    token = state.push("division_open", "div", 1)
    token.info = match[1]
    token.map = [start, last if close is None else last + 1]
    token.meta["closed"] = close is not None
    parent, line_max = state.parentType, state.lineMax
    state.parentType = "container"
    state.lineMax = last  # no paragraph runs on past the end of the div
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.lineMax = parent, line_max
    state.push("division_close", "div", -1)
    state.line = last if close is None else last + 1
    return True


def _stray(state: StateBlock, start: int, *, silent: bool) -> bool:
    if not silent:
        state.push("stray_end", "", 0).map = [start, start + 1]
        state.line = start + 1
    return True


def _find_close(state: StateBlock, start: int, end: int) -> int | None:
    """The line that ends the div whose content begins at ``start``; None when there is none."""
    depth = 1
    for index in range(start, end):
        line = _line(state, index)
        if line and state.sCount[index] < state.blkIndent:
            return None  # the list item or quotation that holds the div is over
        if not line.startswith(":::"):
            continue
        if _CLOSE.fullmatch(line):
            depth -= 1
            if depth == 0:
                return index
        elif _OPEN.fullmatch(line):
            depth += 1
    return None


def _line(state: StateBlock, index: int) -> str:
    return state.src[state.bMarks[index] + state.tShift[index] : state.eMarks[index]]


def guard(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Beyond the bound the rest of the container is one token, ``too_deep``, and left out."""
    if silent or state.level < MAX_LEVELS * _TOKENS_A_LEVEL:
        return False
    state.push("too_deep", "", 0).map = [start, end]
    state.line = end
    return True
