"""An image cannot be printed: damaged, cut short, too large, or of a kind that is not read.

Every image is decoded whole and written anew without its metadata before it reaches a page. One
that cannot be decoded would leave a hole or half a picture in print, and a file that claims
thousands of millions of points exists to bring a machine down. PNG, JPEG, TIFF, GIF, WebP, BMP and
SVG are read, up to 40 million points.

Bad::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    figures/chest.png: <the first half of a PNG>

Bad (not an image)::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    figures/chest.png: <a letter, not an image>

Good::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    figures/chest.png: <a small PNG>
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._files import uses_of_files
from casereport.diagnostics import N_, Severity, say
from casereport.typesetting.clean_image import UnfitReason
from casereport.typesetting.examining import examine_image
from casereport.typesetting.images import MAX_PIXELS, UnfitImageError

check = Check(
    code="FIG006",
    name="image-unfit",
    severity=Severity.ERROR,
    scope="source",
    message=N_("The image {file} is damaged and cannot be decoded."),
    hint=N_("Export it again from where it was made."),
)

_REASONS: Mapping[UnfitReason, tuple[str, str]] = MappingProxyType(
    {
        "not-an-image": (
            N_("The file {file} is not an image."),
            N_("Put the image itself in its place: PNG, JPEG, TIFF, GIF, WebP, BMP or SVG."),
        ),
        "truncated": (
            N_("The image {file} ends too early: a part of it is missing."),
            N_("Copy or download it again, whole."),
        ),
        "damaged": (check.message, check.hint),
        "too-many-pixels": (
            N_("The image {file} has more than {limit} million points."),
            N_("Save it smaller: 4000 points across fill a page at 600 dpi."),
        ),
        "too-complex": (
            N_("The drawing {file} has too many parts."),
            N_("Save it as PNG at the size in which it is printed."),
        ),
        "unsupported-format": (
            N_("The image {file} is of a kind that is not read: {detail}."),
            N_("Save it as PNG, TIFF or JPEG."),
        ),
        "unsafe-svg": (
            N_("The drawing {file} holds what no picture may hold: {detail}."),
            N_("Save it as plain SVG, without scripts and links, or as PNG."),
        ),
    }
)


def run(context: SourceContext) -> Iterator[Finding]:
    for file, places in uses_of_files(context.case.facts).items():
        image = context.case.images.get(file)
        if image is None or image.content is None:
            continue  # FIG001 tells of it
        try:
            examine_image(image.content)
        except UnfitImageError as error:
            message, hint = _REASONS[error.reason]
            yield Finding.at(
                places[0].route,
                message=message,
                hint=hint,
                related=[(use.route, say(N_("It is used here, too."))) for use in places[1:]],
                file=file,
                detail=error.detail.rstrip("."),
                limit=MAX_PIXELS // 1_000_000,
            )
