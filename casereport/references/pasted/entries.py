"""From a pasted list to its entries: numbered in any way, one a paragraph, or one a line.

Lines that the width of a page has wrapped are joined. A number counts only in its place in the
sequence, so that a wrapped line that begins with one («2. Diagnostic pathway») ends no entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.references.pasted.authors import begins_with_names
from casereport.references.pasted.numbers import Marker, is_heading, markers
from casereport.references.pasted.working import Entry, entry_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_RULE = re.compile(r"[\W_]{1,200}")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20|1[34]|\u06f1[\u06f3\u06f4])[\d]{2}(?!\d)")
_COMPLETE = re.compile(r"[.\d)\]/\u06d4]\s*\Z")
_CONTINUES = re.compile(r"[^\W\d_]")
_MAX_JOINED = 2_000
"""No reference is longer; lines beyond it are not joined to it."""


def entries_of(source: str) -> Iterator[Entry]:
    """The entries of a list in their order."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(source) if match[0]]
    texts = [source[start:end].rstrip() for start, end in lines]
    marked = markers(texts)
    if marked:
        yield from _numbered(source, lines, texts, marked)
    else:
        yield from _unnumbered(source, lines, texts, 0, len(lines))


def _numbered(
    source: str, lines: list[tuple[int, int]], texts: list[str], marked: list[Marker]
) -> Iterator[Entry]:
    # What stands above the first number is a heading, or entries without one.
    yield from _unnumbered(source, lines, texts, 0, marked[0].line)
    ends = [marker.line for marker in marked[1:]] + [len(lines)]
    for marker, end in zip(marked, ends, strict=True):
        last = marker.line + 1
        while last < end and not is_heading(texts[last]):
            last += 1
        begin = lines[marker.line][0] + marker.width
        stop = lines[last - 1][1]
        yield entry_of(source, begin, max(begin, stop), marker.number)
        yield from _unnumbered(source, lines, texts, last, end)


def _unnumbered(
    source: str, lines: list[tuple[int, int]], texts: list[str], first: int, end: int
) -> Iterator[Entry]:
    begin: int | None = None
    for index in range(first, end):
        text = texts[index]
        if not text.strip() or is_heading(text) or _RULE.fullmatch(text[:200]):
            if begin is not None:
                yield entry_of(source, lines[begin][0], lines[index][0])
            begin = None
        elif begin is None:
            begin = index
        elif _begins_entry(source, lines, texts, begin, index):
            yield entry_of(source, lines[begin][0], lines[index][0])
            begin = index
    if begin is not None:
        yield entry_of(source, lines[begin][0], lines[end - 1][1])


def _begins_entry(
    source: str, lines: list[tuple[int, int]], texts: list[str], begin: int, index: int
) -> bool:
    """True when a line begins an entry, though no empty line stands before it."""
    line, above = texts[index], texts[index - 1]
    start = lines[begin][0]
    if lines[index][1] - start > _MAX_JOINED:
        return True
    indent = len(line) - len(line.lstrip())
    if indent > len(texts[begin]) - len(texts[begin].lstrip()):
        return False
    bare = line.lstrip()
    if not _CONTINUES.match(bare) or bare[0].islower():
        return False
    # A reference is complete with its year; a wrapped line seldom ends with a full stop after it.
    if not _COMPLETE.search(above[-20:]):
        return False
    return _YEAR.search(source, start, lines[index][0]) is not None or (
        begins_with_names(bare) and "press" in above.lower()
    )
