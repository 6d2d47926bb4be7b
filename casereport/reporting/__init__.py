"""Reporters: diagnostics as text for people, as JSON for programs, in a language of locales/."""

from casereport.reporting.json_v1 import report_json
from casereport.reporting.pdf_facts import pdf_facts, report_pdf
from casereport.reporting.rendering import render
from casereport.reporting.report import Report, find_reporter, format_names
from casereport.reporting.text import report_text

__all__ = [
    "Report",
    "find_reporter",
    "format_names",
    "pdf_facts",
    "render",
    "report_json",
    "report_pdf",
    "report_text",
]
