"""``--keep-html``: the printed document as plain files that any HTML engine can open.

The same HTML that is typeset, with its assets beside it and the bundled fonts as @font-face.
"""

from __future__ import annotations

import re

from casereport.article.article import Article
from casereport.exporters._document import print_document
from casereport.journals import Journal
from casereport.typesetting.fonts import font_face_rules, font_faces
from casereport.typesetting.images import UnfitImageError, clean_image
from casereport.workspace import OutputFile

_ASSET = re.compile(r'"asset:([^"]+)"')


def kept_html(article: Article, journal: Journal) -> tuple[OutputFile, ...]:
    """``<case>.html`` and, under ``<case>-files/``, its images and fonts."""
    folder = f"{article.name}-files"
    html = print_document(article, journal)
    css = font_face_rules(lambda face: f"{folder}/fonts/{face.file}")
    html = _ASSET.sub(lambda match: f'"{folder}/{match[1]}"', html)
    html = html.replace("<style>", f"<style>\n{css}\n", 1)
    files = [OutputFile(f"{article.name}.html", html.encode("utf-8"))]
    fonts = {face.file: face for face in font_faces()}
    files.extend(OutputFile(f"{folder}/fonts/{name}", f.content()) for name, f in fonts.items())
    for name, content in article.assets.items():
        try:
            files.append(OutputFile(f"{folder}/{name}", clean_image(content).content))
        except UnfitImageError:
            # FIG006 has told it, and a case with such a figure is not exported at all.
            continue
    return tuple(files)
