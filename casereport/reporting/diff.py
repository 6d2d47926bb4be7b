"""What would change in a file, as a unified diff that ``patch`` understands."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NO_END = "\\ No newline at end of file"


def unified_diff(file: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff, without their line feeds (a carriage return stays in its line)."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in difflib.unified_diff(old, new, f"a/{file}", f"b/{file}"):
        if line.endswith("\n"):
            yield line[:-1]
        else:
            yield line
            yield _NO_END
