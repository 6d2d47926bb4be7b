"""``--format text``: the report for people (see :mod:`casereport.reporting.text`)."""

from __future__ import annotations

from casereport.reporting.report import Report
from casereport.reporting.text import report_text


def report(report: Report) -> str:
    """The report in lines, for a terminal or a text file."""
    return report_text(
        report.diagnostics,
        language=report.language,
        sources=report.sources,
        colour=report.colour,
        case=report.case,
        eye=report.eye,
    )
