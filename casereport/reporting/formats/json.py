"""``--format json``: the machine's report, version 1 (see :mod:`casereport.reporting.json_v1`)."""

from __future__ import annotations

from casereport.reporting.json_v1 import report_json
from casereport.reporting.report import Report


def report(report: Report) -> str:
    """The report as JSON text."""
    return report_json(report.diagnostics, language=report.language)
