"""``--format html``: one page that an editor can send to an author.

It needs nothing from elsewhere, runs no script, and follows the reader's light or dark setting. All
text of the author is escaped by the template and stands in isolates of its own.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from casereport.reporting.html_view import html_view
from casereport.reporting.page_template import fill_page
from casereport.reporting.rendering import has_rtl
from casereport.reporting.report import Report

_TEMPLATE = "report/report.html.j2"
_SHEET = "report/report.css"
_CODE = re.compile(r"``([^`]{1,400})``|`([^`]{1,400})`")


def report(report: Report) -> str:
    """The page."""
    view = html_view(report)
    return fill_page(
        _TEMPLATE,
        view,
        language=report.language,
        sheets=(_SHEET,),
        persian_font=view.has_rtl,
        filters={"prose": _prose, "lines": _lines},
    )


def _prose(text: str) -> Markup:
    """A paragraph of a rule's page: what stands between backquotes is code, from left to right."""
    parts: list[Markup] = []
    position = 0
    for match in _CODE.finditer(text):
        parts.append(escape(text[position : match.start()]))
        quoted = match[1] or match[2]
        kind = Markup(' class="text"') if has_rtl(quoted) else ""
        parts.append(Markup('<code dir="ltr"{}>{}</code>').format(kind, quoted))
        position = match.end()
    parts.append(escape(text[position:]))
    return Markup("").join(parts)


def _lines(source: str) -> Markup:
    """An example, its right-to-left lines as text: letters of one width do not suit them."""
    return Markup("\n").join(
        Markup('<span class="text">{}</span>').format(line) if has_rtl(line) else escape(line)
        for line in source.split("\n")
    )
