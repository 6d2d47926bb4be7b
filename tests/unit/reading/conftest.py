"""A case in memory, to be broken by each test in its own way."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from casereport.reading import ReadResult, read_case
from casereport.workspace import MemoryWorkspace

GOOD: dict[str, str | bytes] = {
    "case.yaml": "title: {fa: گزارش مورد, en: A case report}\n"
    "languages: [fa, en]\njournal: jmums\n",
    "fa.md": "## بحث\nمتن.\n",
    "en.md": "## Discussion\nText.\n",
}

Read = Callable[..., ReadResult]


@pytest.fixture
def read() -> Read:
    """``read({"case.yaml": …})`` reads the good case with these files in place of its own."""

    def read_(files: dict[str, str | bytes | None] | None = None) -> ReadResult:
        merged = {**GOOD, **(files or {})}
        content = {
            name: text.encode() if isinstance(text, str) else text
            for name, text in merged.items()
            if text is not None
        }
        workspace = MemoryWorkspace("case", content, datetime.date(2020, 1, 21))
        return read_case(workspace, journals=("jmums", "manuscript"), languages=("fa", "en"))

    return read_


@pytest.fixture
def findings(read: Read) -> Callable[..., list[tuple[str, str, int, int]]]:
    """Code, file, line and column of what is found in the case with these files."""

    def findings_(files: dict[str, str | bytes | None]) -> list[tuple[str, str, int, int]]:
        return [
            (found.code, found.span.file, found.span.line, found.span.column)
            for found in read(files).diagnostics
        ]

    return findings_
