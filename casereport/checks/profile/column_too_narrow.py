"""The page of a journal cannot hold its columns.

What the margins leave of the page is divided among the columns. In one of less than 40 mm a line of
ten points holds three or four words: every second line is torn or stretched, and a table cannot
stand. A page needs 60 mm of height.

Bad::

    journal.yaml:
        page: {size: A5, margin-side: 35mm}
        layout: {columns: "2"}

Good::

    journal.yaml:
        page: {size: A5, margin-side: 15mm}
        layout: {columns: "2"}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF016",
    name="column-too-narrow",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("The margins leave {left} mm for each column; {least} mm are needed."),
    hint=N_("Make the margins smaller, take a larger page, or fewer columns."),
)

_LOW = N_("The margins leave {left} mm of the page's height; {least} mm are needed.")
_LESS = N_("Make the margins smaller, or take a larger page.")
_SIZES = {"A4": (210, 297), "A5": (148, 210), "B5": (176, 250), "letter": (216, 279)}
_GAP = 6
"""Millimetres between two columns, as the base's style sheet has it, roughly."""
_WIDTH, _HEIGHT = 40, 60
_IN_MILLIMETRES = {"mm": 1.0, "pt": 25.4 / 72}


def run(context: ProfileContext) -> Iterator[Finding]:
    manifest = context.profile.manifest
    if manifest is None:
        return
    page, (width, height) = manifest.page, _SIZES[manifest.page.size]
    side, top, bottom = map(_millimetres, (page.margin_side, page.margin_top, page.margin_bottom))
    if side is not None:
        columns = int(manifest.layout.columns)
        left = int((width - 2 * side - _GAP * (columns - 1)) / columns)
        if left < _WIDTH:
            yield Finding.at(("page", "margin-side"), left=left, least=_WIDTH)
    if top is not None and bottom is not None and height - top - bottom < _HEIGHT:
        left = int(height - top - bottom)
        route = ("page", "margin-top")
        yield Finding.at(route, message=_LOW, hint=_LESS, left=left, least=_HEIGHT)


def _millimetres(length: str) -> float | None:
    """A length of the page in millimetres; None for one that hangs on a font or on the page."""
    number = _IN_MILLIMETRES.get(length[-2:])
    return None if number is None else float(length[:-2]) * number
