"""One self-contained HTML page: responsive, accessible, every language of the case, its own print.

Images are cleaned and embedded, the two Persian weights travel as fonts, nothing is fetched.
"""

from __future__ import annotations

import base64
from typing import Any

from markupsafe import Markup

from casereport.article.article import Article
from casereport.exporters._document import filters, heading_values, list_values
from casereport.exporters._targets import targets
from casereport.exporters.export import Export, Exporter, Loss
from casereport.journals import Journal
from casereport.journals.templates import render_template
from casereport.locale import load_locale
from casereport.locale.messages import catalogue
from casereport.typesetting.fonts import FontFace, font_face_rules
from casereport.typesetting.images import UnfitImageError, clean_image
from casereport.workspace import OutputFile


def run(article: Article, journal: Journal) -> Export:
    """Write the page."""
    urls: dict[str, str] = {}
    losses: list[Loss] = []
    for name, content in article.assets.items():
        try:
            image = clean_image(content)
        except UnfitImageError as error:
            losses.append(Loss(name, error.reason))
            continue
        encoded = base64.b64encode(image.content).decode("ascii")
        urls[name] = f"data:{image.media_type};base64,{encoded}"
    manifest = journal.manifest
    values: dict[str, Any] = {
        "article": article,
        "journal": journal,
        "layout": manifest.layout,
        "typography": manifest.typography,
        **list_values(article),
        **heading_values(article.main),
        "references_columns": "1",
        "_": catalogue(article.meta.language).gettext,
    }
    ids = targets(article, article.editions, references=bool(values["ref_heading"]))
    used = filters(article, journal, lambda name: urls.get(name, "data:,"), ids, "screen")
    used["language_name"] = lambda edition: load_locale(edition.language).name
    sheets = [*journal.styles("screen.css")]
    values["css"] = Markup("\n".join([_font_faces(), *sheets]))  # noqa: S704  (our own sheets)
    html = render_template(journal, "page.html.j2", values, filters=used)
    return Export((OutputFile(f"{article.name}.html", html.encode("utf-8")),), tuple(losses))


def _font_faces() -> str:
    """The Persian face as data URLs; Latin text uses the reader's own serif."""

    def url(face: FontFace) -> str:
        return "data:font/ttf;base64," + base64.b64encode(face.content()).decode("ascii")

    return font_face_rules(url, families=("Vazirmatn",))


exporter = Exporter(format="html", suffix=".html", run=run)
