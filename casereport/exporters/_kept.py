"""``--keep-html``: the printed document as plain files that any HTML engine can open.

The same HTML that is typeset, with its assets beside it and the bundled fonts as @font-face.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

from casereport.article.article import Article
from casereport.exporters._document import print_document
from casereport.journals import Journal
from casereport.typesetting.fonts import font_face_rules, font_faces
from casereport.typesetting.images import UnfitImageError, clean_image
from casereport.workspace import OutputFile
from casereport.workspace.names import without_idle_parts

_ASSET = re.compile(r'"asset:([^"]+)"')


def kept_html(article: Article, journal: Journal) -> tuple[OutputFile, ...]:
    """``<case>.html`` and, under ``<case>-files/``, its images and fonts."""
    folder = f"{article.name}-files"
    html = print_document(article, journal)
    named = {unescape(name) for name in _ASSET.findall(html)}
    url = quote(folder)  # a folder's name may hold what ends a URL or an attribute
    css = font_face_rules(lambda face: f"{url}/fonts/{face.file}")
    html = _ASSET.sub(
        lambda match: f'"{url}/{quote(without_idle_parts(unescape(match[1])))}"', html
    )
    html = html.replace("<style>", f"<style>\n{css}\n", 1)
    files = [OutputFile(f"{article.name}.html", html.encode("utf-8"))]
    fonts = {face.file: face for face in font_faces()}
    files.extend(OutputFile(f"{folder}/fonts/{name}", f.content()) for name, f in fonts.items())
    for name, content in article.assets.items():
        if name not in named:
            continue
        try:
            path = f"{folder}/{without_idle_parts(name)}"
            files.append(OutputFile(path, clean_image(content).content))
        except UnfitImageError:
            # FIG006 has told it, and a case with such a figure is not exported at all.
            continue
    return tuple(files)
