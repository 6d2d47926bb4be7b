"""What makes two findings the same one, however the lines above them have moved.

A fingerprint is made of the code, the file, and the words at fault with the word before and after
them: not of line numbers, and not of the sentences, which may be improved or translated. Findings
of equal fingerprints are told apart by how many there are.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from casereport.diagnostics import Diagnostic, Span
from casereport.reporting.excerpt import lines_of

VERSION = 1
_LONGEST = 200
_NEAR = 60
"""How far a word beside the stretch is looked for."""


def fingerprint(item: Diagnostic, sources: Mapping[str, str]) -> str:
    """Thirty-two hexadecimal digits that stay the same while the words at fault do."""
    near = _near(item.span, sources.get(item.span.file, ""))
    # Where nothing can be quoted (a file is absent), what the sentence speaks of tells them apart.
    told = near or "\n".join(f"{name}={item.message.values[name]}" for name in item.message.values)
    parts = (item.code, item.span.file, told)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _near(span: Span, text: str) -> str:
    if span == Span.start_of(span.file) or not text:
        return ""
    lines = lines_of(text)
    if span.line > len(lines):
        return ""
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = len(line) if span.end_line > span.line else min(span.end_column - 1, len(line))
    before = line[max(0, start - _NEAR) : start]
    after = line[end : end + _NEAR]
    words = (_last_word(before), line[start:end][:_LONGEST], _first_word(after))
    return " ".join(unicodedata.normalize("NFC", "\x1f".join(words)).split())


def _last_word(text: str) -> str:
    """The word that ``text`` ends in or with, with what stands between it and the end."""
    word = text.rstrip()
    return text[len(word) - len(word.split()[-1]) :] if word else text


def _first_word(text: str) -> str:
    match = re.match(r"\s*\S*", text)
    return match[0] if match else ""
