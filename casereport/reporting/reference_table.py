"""Reference lists as tables for people, and as values of JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casereport.diagnostics import Message
from casereport.model.reference import Reference
from casereport.reporting.eye import LOGICAL, Eye, columns_of
from casereport.reporting.rendering import has_rtl, render, visible
from casereport.text.characters import FSI, PDI

_GAP = "  "
_LEAST_TITLE = 20
_CUT = "\u2026"


def table(
    headings: Sequence[Message],
    rows: Iterable[Sequence[str]],
    *,
    language: str,
    eye: Eye = LOGICAL,
    width: int | None = None,
) -> str:
    """Columns one below the other, under their headings; the last is cut where it is too wide.

    Each cell keeps to itself: right-to-left text in one of them reorders none of the others.
    """
    head = [render(heading, language) for heading in headings]
    body = [[visible(" ".join(cell.split())) for cell in row] for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(head, *body, strict=True)]
    if width is not None:
        before = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
        widths[-1] = min(widths[-1], max(width - before, _LEAST_TITLE))
    lines = [_line(row, widths, eye) for row in [head, *body]]
    return "\n".join(lines)


def _line(row: Sequence[str], widths: Sequence[int], eye: Eye) -> str:
    cells = [_cell(text, width, eye) for text, width in zip(row, widths, strict=True)]
    return _GAP.join(cells).rstrip()


def _cell(text: str, width: int, eye: Eye) -> str:
    cut = _cut(text, width)
    shown = cut
    if has_rtl(cut):
        shown = eye.line(cut) if eye.reorders else f"{FSI}{cut}{PDI}"
    return shown + " " * (width - columns_of(cut))


def _cut(text: str, width: int) -> str:
    if columns_of(text) <= width:
        return text
    kept = ""
    for character in text:
        if columns_of(kept + character) > width - 1:
            break
        kept += character
    return kept.rstrip() + _CUT


def people_of(reference: Reference) -> str:
    """The first author (or editor), and how many more: ``Boulman +3``, with ``…`` for a cut list.

    >>> from casereport.model.reference import Name
    >>> people_of(Reference("a", authors=(Name("Boulman", "N"), Name("Rosner", "I")), et_al=True))
    'Boulman +1…'
    """
    people = reference.authors or reference.editors
    if not people:
        return ""
    first = people[0].family or people[0].literal or people[0].given
    more = f" +{len(people) - 1}" if len(people) > 1 else ""
    return f"{first}{more}{_CUT if reference.et_al else ''}"


def year_of(reference: Reference) -> str:
    """The year, or the words that stand for it."""
    issued = reference.issued
    return str(issued.year) if issued.year is not None else issued.literal


def title_of(reference: Reference) -> str:
    """The title, or the whole entry where it could not be read."""
    return reference.title or reference.unparsed or reference.container_title
