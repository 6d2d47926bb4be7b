"""The machine's report, version 1: a contract with editors and continuous integration.

Every key is written here by hand, so that our types may change and the output may not::

    {"version": 1,
     "diagnostics": [
       {"code": "REF001", "name": "pages-run-backwards", "severity": "warning",
        "message": "…", "hint": "…" | null,
        "file": "references.bib", "line": 12, "column": 3, "end_line": 12, "end_column": 20,
        "related": [{"message": "…", "file": …, "line": …, "column": …,
                     "end_line": …, "end_column": …}],
        "fix": null | {"description": "…", "safe": true,
                       "edits": [{"file": …, "line": …, "column": …, "end_line": …,
                                  "end_column": …, "replacement": "…"}]},
        "url": "casereport:REF001"}],
     "summary": {"error": 0, "warning": 1, "note": 0}}

Lines and columns count from 1, columns in code points, the end exclusive; ``file`` is relative to
the case folder. ``url`` names the rule's page, which ``casereport explain REF001`` prints. What the
journal says of the rule follows in ``hint``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from casereport.diagnostics import Diagnostic, Fix, Severity, Span
from casereport.reporting.rendering import render

VERSION = 1


def report_json(diagnostics: Iterable[Diagnostic], *, language: str = "en") -> str:
    """The report as JSON text, without a line feed at its end; sentences are in ``language``."""
    found = list(diagnostics)
    report = {
        "version": VERSION,
        "diagnostics": [_diagnostic(item, language) for item in found],
        "summary": {
            severity.value: sum(item.severity is severity for item in found)
            for severity in Severity
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _diagnostic(item: Diagnostic, language: str) -> dict[str, object]:
    return {
        "code": item.code,
        "name": item.name,
        "severity": item.severity.value,
        "message": render(item.message, language),
        "hint": " ".join(render(told, language) for told in item.sentences[1:]) or None,
        **_place(item.span),
        "related": [
            {"message": render(related.message, language), **_place(related.span)}
            for related in item.related
        ],
        "fix": None if item.fix is None else _fix(item.fix, language),
        "url": f"casereport:{item.code}",
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _fix(fix: Fix, language: str) -> dict[str, object]:
    return {
        "description": render(fix.description, language),
        "safe": fix.safe,
        "edits": [{**_place(edit.span), "replacement": edit.replacement} for edit in fix.edits],
    }
