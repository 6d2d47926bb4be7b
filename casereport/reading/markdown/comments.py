"""HTML comments: the only HTML that may stand in a narrative, and none of it goes on.

They are found before anything is parsed, because a comment of several lines with blank ones between
would otherwise end paragraphs. Those on lines of their own are blanked out, line by line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from casereport.diagnostics import Diagnostic
from casereport.reading import narrative_faults
from casereport.reading.ignores import Ignore, Ignores, last_line_of_block
from casereport.text.yaml_tree import Places


def take_comments(text: str, file: str) -> tuple[str, tuple[Ignore, ...], list[Diagnostic]]:
    """The text without whole-line comments (all lines kept), the ignores in it, what is wrong."""
    places = Places(text, file)
    lines = text.split("\n")
    ignores = Ignores()
    diagnostics: list[Diagnostic] = []
    pieces: list[str] = []
    done = 0
    for start, end in _comments(text):
        if end is None:
            diagnostics.append(narrative_faults.unclosed_comment(places.span(start, start + 4)))
            break
        span = places.span(start, end)
        alone = _alone(text, start, end)
        line = span.end_line if alone else span.line - 1
        ignores.take(text[start + 4 : end - 3], span, partial(last_line_of_block, lines, line))
        if alone or "\n\n" in text[start:end]:
            pieces += [text[done:start], _blank(text[start:end])]
            done = end
    return "".join(pieces) + text[done:], tuple(ignores.found), diagnostics + ignores.diagnostics


def _comments(text: str) -> Iterator[tuple[int, int | None]]:
    """Start and end of every comment that is not in backquotes; the end None: unclosed."""
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        line_start = text.rfind("\n", 0, start) + 1
        if text.count("`", line_start, start) % 2 or text[start - 1 : start] == "\\":
            position = start + 4  # inside code, or escaped
            continue
        end = text.find("-->", start + 4)
        yield start, (end + 3 if end >= 0 else None)
        if end < 0:
            return
        position = end + 3


def _alone(text: str, start: int, end: int) -> bool:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    line_end = text.find("\n", end)
    after = text[end : line_end if line_end >= 0 else len(text)]
    return not before.strip() and not after.strip()


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
