"""An image has too few points for the size at which it prints.

Below about 300 points an inch a print shows steps and blur where the screen looked sharp. What
counts is not the dpi that the file declares but its points over its printed width: that of a
column, of the page, or the one that case.yaml gives in millimetres; panels share it. How many an
inch a journal asks for stands in its manifest, `limits: dpi`. Drawings of lines (SVG) have no
points.

A width in millimetres that is more than a column has cannot print; that is told as a note.

Bad::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    figures/chest.png: <a small PNG>

Bad (wider than its column)::

    case.yaml:
        journal: jmums
        figures:
          chest:
            file: figures/chest.png
            width: 120 mm
            caption: {fa: قفسه سینه, en: The chest}
    figures/chest.png: <a large PNG>

Good::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    figures/chest.png: <a large PNG>

References:
    ISO 12647-2: halftones of 60 lines a centimetre take about 300 points an inch.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._files import file_uses
from casereport.checks.journal_rules import manifest_of
from casereport.diagnostics import N_, Severity
from casereport.journals.figure_widths import (
    column_width,
    dots_per_inch,
    image_width,
    points_for,
    printed_width,
)
from casereport.journals.manifest import Manifest
from casereport.typesetting.examining import ImageFacts, examine_image
from casereport.typesetting.images import UnfitImageError

check = Check(
    code="FIG005",
    name="resolution-too-low",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The image {file} prints {width} mm wide at {dpi} dpi; {journal} asks for {limit}."),
    hint=N_("Export it anew from the original, {points} points wide; enlarging it adds nothing."),
)

_SHRUNK = N_("The figure {figure} is to be {width} mm wide; its column cuts it to {room} mm.")
_SHRUNK_HINT = N_("Write page, or at most {room} mm.")


def run(context: ArticleContext) -> Iterator[Finding]:
    manifest = manifest_of(context.article)
    yield from _shrunk(context, manifest)
    told: set[str] = set()
    for use in file_uses(context.case.facts):
        figure = context.case.facts.figures[use.figure]
        facts, most = _facts(use.file, context), image_width(figure, manifest)
        limit = manifest.limits.dpi
        if facts is None or most is None or limit is None or use.file in told:
            continue
        width = printed_width(facts.width, facts.height, most)
        dpi = dots_per_inch(facts.width, width)
        if dpi < limit:
            told.add(use.file)
            yield Finding.at(
                use.route,
                file=use.file,
                width=round(width),
                dpi=dpi,
                limit=limit,
                points=points_for(limit, width),
                journal=context.article.journal,
            )


def _facts(file: str, context: ArticleContext) -> ImageFacts | None:
    """The size of an image in points; None for a drawing of lines, or one that cannot print."""
    image = context.case.images.get(file)
    if image is None or image.content is None:
        return None
    try:
        facts = examine_image(image.content)
    except UnfitImageError:
        return None
    return None if facts.is_vector else facts


def _shrunk(context: ArticleContext, manifest: Manifest) -> Iterator[Finding]:
    """The figures whose own width a column cuts; what is wider than the page is told elsewhere."""
    column, text = column_width(manifest), manifest.page.text_width
    for key, figure in context.case.facts.figures.items():
        if column is None or text is None or not figure.width.endswith("mm"):
            continue
        width = int(figure.width.removesuffix("mm"))
        if column < width <= text:
            yield Finding.at(
                ("figures", key, "width"),
                message=_SHRUNK,
                hint=_SHRUNK_HINT,
                severity=Severity.NOTE,
                figure=key,
                width=width,
                room=int(column),
            )
