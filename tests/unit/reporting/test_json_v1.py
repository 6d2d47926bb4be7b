"""The machine's report, version 1: its keys are a contract."""

from __future__ import annotations

import json

from casereport.diagnostics import (
    Diagnostic,
    Fix,
    Related,
    Severity,
    Span,
    TextEdit,
    say,
)
from casereport.reporting import report_json

SPAN = Span("references.bib", 12, 3, 12, 20)
FULL = Diagnostic(
    code="REF002",
    name="page-range-too-long",
    severity=Severity.WARNING,
    message=say("The pages {pages}.", pages="454-545"),
    span=SPAN,
    hint=say("Look them up."),
    related=(Related(Span("case.yaml", 1, 1, 1, 4), say("Here.")),),
    fix=Fix(say("Write {new}.", new="454-455"), (TextEdit(SPAN, "454-455"),), safe=False),
)
BARE = Diagnostic("CIT001", "a-fault", Severity.ERROR, say("Found."), Span.start_of("fa.md"))


def test_the_shape_is_exactly_that_of_version_1() -> None:
    assert json.loads(report_json([FULL])) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "REF002",
                "name": "page-range-too-long",
                "severity": "warning",
                "message": "The pages 454-545.",
                "hint": "Look them up.",
                "file": "references.bib",
                "line": 12,
                "column": 3,
                "end_line": 12,
                "end_column": 20,
                "related": [
                    {
                        "message": "Here.",
                        "file": "case.yaml",
                        "line": 1,
                        "column": 1,
                        "end_line": 1,
                        "end_column": 4,
                    }
                ],
                "fix": {
                    "description": "Write 454-455.",
                    "safe": False,
                    "edits": [
                        {
                            "file": "references.bib",
                            "line": 12,
                            "column": 3,
                            "end_line": 12,
                            "end_column": 20,
                            "replacement": "454-455",
                        }
                    ],
                },
                "url": "casereport:REF002",
            }
        ],
        "summary": {"error": 0, "warning": 1, "note": 0},
    }


def test_keys_come_in_the_order_of_the_contract() -> None:
    keys = list(json.loads(report_json([FULL]))["diagnostics"][0])
    assert keys == [
        "code", "name", "severity", "message", "hint", "file", "line", "column", "end_line",
        "end_column", "related", "fix", "url",
    ]  # fmt: skip


def test_what_is_absent_is_null_or_empty() -> None:
    (item,) = json.loads(report_json([BARE]))["diagnostics"]
    assert (item["hint"], item["fix"], item["related"]) == (None, None, [])


def test_nothing_found_is_an_empty_report() -> None:
    assert json.loads(report_json([])) == {
        "version": 1,
        "diagnostics": [],
        "summary": {"error": 0, "warning": 0, "note": 0},
    }


def test_persian_text_is_written_as_letters_and_can_always_be_encoded() -> None:
    value = "کرست \ud800"
    item = Diagnostic("T1", "a", Severity.NOTE, say("{value}", value=value), SPAN)
    told = report_json([item], language="fa")
    assert "کرست" in told
    told.encode("utf-8")
