"""Reference files of other programs, as many as you have: nothing raises, all ends in time.

Not part of a usual run: CASEREPORT_WILD_REFERENCES names a folder, for instance one into which the
sources of bibtexparser, pybtex, rispy, citation-js and JabRef were unpacked. With ``-s`` it says how
many files and entries were read.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from casereport.diagnostics import Span
from casereport.references import format_references, read_references, supported_suffixes
from casereport.resources import read_text
from tests.pace import is_within

VARIABLE = "CASEREPORT_WILD_REFERENCES"
FOLDER = os.environ.get(VARIABLE, "")
BY_BEGINNING = {"TY  - ": ".ris", "PMID- ": ".nbib"}


def format_of(path: Path, text: str) -> str:
    """The suffix that a reader knows: the file's own, or by a line that begins a record."""
    if path.suffix.lower() in supported_suffixes() and path.suffix.lower() != ".txt":
        return path.suffix.lower()
    if path.suffix.lower() in {".txt", ".enw", ".enl"}:
        lines = text[:20_000].splitlines()
        for beginning, suffix in BY_BEGINNING.items():
            if any(line.startswith(beginning) for line in lines):
                return suffix
    return ""


def stands_within(span: Span, lines: list[str]) -> bool:
    return (
        1 <= span.line <= span.end_line <= len(lines)
        and 1 <= span.column <= len(lines[span.line - 1]) + 1
        and 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
    )


@pytest.mark.skipif(not FOLDER, reason=f"{VARIABLE} names no folder")
def test_every_file_in_the_folder_is_read_in_time_with_places_inside_it() -> None:
    style = read_text("templates", "base/references.csl")
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for path in sorted(Path(FOLDER).rglob("*")):
        if not path.is_file() or path.is_symlink() or path.stat().st_size > 20_000_000:
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        if not (suffix := format_of(path, text)):
            continue
        begin = time.process_time()
        read = read_references(f"references{suffix}", text)
        seconds = time.process_time() - begin
        assert is_within(seconds, 1 + len(text) / 200_000), (path, seconds)
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        spans = [span for reference in read.references for _, span in reference.spans]
        for span in (*spans, *(fault.span for fault in read.faults)):
            assert stands_within(span, lines), (path, span)
        format_references(read.references[:3], style)
        counts[f"{suffix} files"] += 1
        counts[f"{suffix} references"] += len(read.references)
        counts[f"{suffix} unparsed"] += sum(bool(ref.unparsed) for ref in read.references)
        counts[f"{suffix} lost"] += sum(fault.loses_entry for fault in read.faults)
        counts[f"{suffix} files with faults"] += bool(read.faults)
        kinds.update(f"{suffix} {fault.kind}" for fault in read.faults)
    print(dict(sorted(counts.items())), dict(sorted(kinds.items())))  # with -s
    assert counts
