"""The filled checklist of CARE for people: as text, as a page, as a PDF; Persian or English."""

from casereport.reporting.care.report import CareReport, care_format_names, find_care_reporter

__all__ = ["CareReport", "care_format_names", "find_care_reporter"]
