"""``--format html``: one page that an editor can send to an author.

It needs nothing from elsewhere, runs no script, and follows the reader's light or dark setting. All
text of the author is escaped by the template and stands in isolates of its own.
"""

from __future__ import annotations

import base64
import re
from functools import cache

from markupsafe import Markup, escape

from casereport import __version__, resources
from casereport.locale.messages import catalogue
from casereport.reporting.html_view import html_view
from casereport.reporting.rendering import has_rtl
from casereport.reporting.report import Report
from casereport.typesetting.fonts import FontFace, font_face_rules

_TEMPLATE = "report/report.html.j2"
_SHEET = "report/report.css"
_CODE = re.compile(r"``([^`]{1,400})``|`([^`]{1,400})`")


def report(report: Report) -> str:
    """The page."""
    # Only this format needs Jinja, which is slow to import.
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    view = html_view(report)
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({_TEMPLATE: resources.read_text("templates", _TEMPLATE)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = _prose
    environment.filters["lines"] = _lines
    sheets = [resources.read_text("templates", _SHEET)]
    if view.has_rtl:
        sheets.insert(0, _persian_font())
    return environment.get_template(_TEMPLATE).render(
        view=view,
        version=__version__,
        css=Markup("\n".join(sheets)),  # noqa: S704  (our own sheets)
        _=catalogue(report.language).gettext,
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


@cache
def _persian_font() -> str:
    def url(face: FontFace) -> str:
        return "data:font/ttf;base64," + base64.b64encode(face.content()).decode("ascii")

    return font_face_rules(url, families=("Vazirmatn",))
