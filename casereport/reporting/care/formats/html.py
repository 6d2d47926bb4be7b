"""``--to html``: one page that an author fills up or an editor files; nothing is fetched by it."""

from __future__ import annotations

from casereport.reporting.care.report import CareReport
from casereport.reporting.care.view import care_view
from casereport.reporting.page_template import fill_page

TEMPLATE = "report/care.html.j2"
SHEETS = ("report/report.css", "report/care.css")


def report(report: CareReport) -> bytes:
    """The page."""
    view = care_view(report)
    page = fill_page(
        TEMPLATE, view, language=report.language, sheets=SHEETS, persian_font=view.has_rtl
    )
    return page.encode("utf-8")
