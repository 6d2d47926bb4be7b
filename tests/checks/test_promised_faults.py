"""Each fault that a sample's README promises is told, at its line and over its text.

It grows by itself: a row counts as soon as its check exists.
"""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from casereport.checks.discovery import discover
from casereport.diagnostics import Diagnostic, Severity, Span
from casereport.pipeline.case import check_case
from casereport.workspace import DiskWorkspace
from tests.unit.samples.test_as_printed import (
    CORRECTED,
    HAND,
    PRINTED,
    SAMPLES,
    Fault,
    faults,
    lines_of,
)

ROWS = [(name, fault) for name in (PRINTED, HAND) for fault in faults(name)]


@cache
def told(sample: str) -> tuple[Diagnostic, ...]:
    workspace = DiskWorkspace(SAMPLES / sample, datetime.date(2026, 1, 1))
    return check_case(workspace).diagnostics


def codes_that_exist() -> set[str]:
    return {one.check.code for one in discover() if one.run is not None}


def touches(span: Span, fault: Fault, text: str, line: str) -> bool:
    """True when the span lies on the row's line and meets one place where the text stands."""
    if span.file != fault.file or not span.line <= fault.line <= span.end_line:
        return False
    start = span.column if span.line == fault.line else 1
    end = span.end_column if span.end_line == fault.line else len(line) + 1
    places = [i + 1 for i in range(len(line)) if line.startswith(text, i)]
    return any(start < place + len(text) and place < max(end, start + 1) for place in places)


@pytest.mark.parametrize(("sample", "fault"), ROWS, ids=str)
def test_a_promised_fault_is_told_at_its_place(sample: str, fault: Fault) -> None:
    if fault.code not in codes_that_exist():
        pytest.skip(f"{fault.code} is not there yet")
    line = lines_of(sample, fault.file)[fault.line - 1]
    found = [item for item in told(sample) if item.code == fault.code]
    spans = [span for item in found for span in (item.span, *(r.span for r in item.related))]
    for text in fault.texts:
        assert any(touches(span, fault, text, line) for span in spans), text


def test_the_corrected_article_has_no_finding_above_a_note() -> None:
    above = [item for item in told(CORRECTED) if item.severity is not Severity.NOTE]
    assert [f"{item.code} {item.span} {item.message}" for item in above] == []
