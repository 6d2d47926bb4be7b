r"""``--format github``: annotations that GitHub Actions shows beside the lines of a change.

Workflow commands, a line each (docs.github.com, "Workflow commands for GitHub Actions")::

    ::error file=fa.md,line=3,col=8,endLine=3,endColumn=12,title=REF001 name::What is wrong.

In a command's text ``%``, CR and LF are escaped, in its properties ``:`` and ``,`` as well.
"""

from __future__ import annotations

from casereport.diagnostics import Diagnostic, Severity
from casereport.reporting.rendering import render
from casereport.reporting.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report(report: Report) -> str:
    """One line a finding; nothing when there is none."""
    return "\n".join(_annotation(item, report) for item in report.diagnostics)


def _annotation(item: Diagnostic, report: Report) -> str:
    span = item.span
    properties: dict[str, object] = {
        "file": report.path(span.file),
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
    }
    if span.end_line == span.line:  # GitHub takes the column of an end on the same line alone
        properties["endColumn"] = span.end_column
    properties["title"] = f"{item.code} {item.name}"
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join(render(sentence, report.language) for sentence in item.sentences)
    return f"::{_COMMANDS[item.severity]} {told}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
