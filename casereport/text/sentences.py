"""Where the sentences of a text begin and end; Persian and English."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?\u061f](?=\s|$)|\n")


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence: up to a full stop, a question mark, or the end of a line.

    What is between two ends is a sentence only when it holds more than spaces.

    >>> list(sentence_bounds("Hb was 10.1. It rose"))
    [(0, 12), (12, 20)]
    """
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        if text[start:end].strip():
            yield start, end
        start = end
