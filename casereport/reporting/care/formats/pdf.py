"""``--to pdf``: the checklist as it is filed with a manuscript, by our own typesetting."""

from __future__ import annotations

from casereport.reporting.care.report import CareReport
from casereport.reporting.care.view import care_view
from casereport.reporting.page_template import fill_page
from casereport.typesetting import typeset

_TEMPLATE = "report/care.html.j2"
_SHEETS = ("report/care-print.css",)


def report(report: CareReport) -> bytes:
    """The PDF; its fonts are the bundled ones."""
    page = fill_page(
        _TEMPLATE,
        care_view(report),
        language=report.language,
        sheets=_SHEETS,
        persian_font=False,
    )
    return typeset(page)
