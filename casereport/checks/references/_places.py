"""The exact place of a part of a reference's field, where the file holds the text as it is."""

from __future__ import annotations

from casereport.diagnostics import Span
from casereport.model.reference import Reference


def inside(
    reference: Reference, variable: str, text: str, start: int = 0, end: int | None = None
) -> Span | None:
    """The place of ``text[start:end]``, ``text`` being the value of ``variable`` as read.

    A value on one line stands bare, or between two braces or quotation marks. Where it is written
    otherwise (LaTeX, several lines, an address before a DOI) it is the place of the whole field,
    and without a field that of the entry.
    """
    whole = reference.span(variable)
    exact = exactly(reference, variable, text, start, end)
    return exact if exact is not None else whole


def exactly(
    reference: Reference, variable: str, text: str, start: int = 0, end: int | None = None
) -> Span | None:
    """As ``inside``, but None where the file does not hold the text as it is: for edits."""
    whole = dict(reference.spans).get(variable)
    if whole is None or whole.line != whole.end_line or not text:
        return None
    around = whole.end_column - whole.column - len(text)
    if around not in {0, 2}:
        return None
    first = whole.column + around // 2
    stop = len(text) if end is None else end
    return Span(whole.file, whole.line, first + start, whole.line, first + stop)
