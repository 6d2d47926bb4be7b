"""How a batch is told: in the reader's language, and to programs."""

from __future__ import annotations

import json

from casereport.diagnostics import Severity, say
from casereport.reporting.batch import BatchRow, batch_json, batch_text, progress_line
from casereport.reporting.rendering import render

WRITTEN = BatchRow(
    case="cases/a", ending="written", files=("a.pdf",), counts={Severity.WARNING: 2}, seconds=1.23456
)
FAILED = BatchRow(
    case="cases/b",
    ending="failed",
    failure=say("It has errors: {codes}.", codes=("FIG001", "SRC001")),
    cause="findings",
    codes=("FIG001", "SRC001"),
    counts={Severity.ERROR: 2},
)


def test_the_text_has_the_failures_and_the_totals() -> None:
    assert batch_text([WRITTEN, FAILED], language="en", seconds=61.7).splitlines() == [
        "cases/b:",
        "  It has errors: FIG001 and SRC001.",
        "Cases: 2; written: 1, unchanged: 0, failed: 1; 62 s.",
        "Findings: errors: 2, warnings: 2, notes: 0.",
    ]


def test_the_persian_text_has_persian_digits() -> None:
    told = batch_text([WRITTEN, FAILED], language="fa", seconds=61.7)
    assert "گزارش\u200cها: ۲؛" in told
    assert "۶۲ ثانیه." in told


def test_a_line_of_progress_is_translated_with_its_ending() -> None:
    line = render(progress_line(FAILED, 3, 20), "fa")
    assert line.startswith("۳ از ۲۰:")
    assert line.endswith("ناموفق.")


def test_the_json_is_as_its_contract_says() -> None:
    report = json.loads(batch_json([WRITTEN, FAILED], language="en"))
    assert report["summary"] == {"written": 1, "unchanged": 0, "failed": 1}
    assert report["cases"][0] == {
        "case": "cases/a",
        "ending": "written",
        "files": ["a.pdf"],
        "findings": {"error": 0, "warning": 2, "note": 0},
        "seconds": 1.235,
        "failure": None,
        "codes": [],
        "stderr": "",
    }
    assert report["cases"][1]["failure"] == {
        "cause": "findings",
        "message": "It has errors: FIG001 and SRC001.",
    }
