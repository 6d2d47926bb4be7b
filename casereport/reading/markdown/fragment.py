"""A text of case.yaml that may hold Markdown inlines: a title, a caption, a statement."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.diagnostics import Diagnostic, Span
from casereport.model.narrative import Inline
from casereport.reading.markdown.inline_tree import Collected, inlines
from casereport.reading.markdown.positions import LineMap
from casereport.text.yaml_places import Stretches


@dataclass(frozen=True, slots=True)
class FragmentResult:
    """The inlines of the text, and what reading them found."""

    inlines: tuple[Inline, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_fragment(text: str, place: Span, stretches: Stretches | None = None) -> FragmentResult:
    """The inlines of ``text``, which stands at ``place``.

    ``stretches`` are those of :func:`casereport.text.yaml_places.value_stretches`. Without them
    columns are exact for a value on one line; a folded or quoted one may lie elsewhere, so places
    never leave the value's own stretch.
    """
    content = " ".join(text.split("\n"))
    plain = place.line == place.end_line and place.end_column - place.column == len(content)
    if stretches is None and plain:
        stretches = ((0, place.line, place.column),)
    elif stretches is None:
        # A quoted or folded value: every part of it is told at its beginning.
        stretches = tuple((offset, place.line, place.column) for offset in range(len(content) or 1))
    collected = Collected(place.file, {})
    found = inlines(content, LineMap(place.file, stretches), collected)
    return FragmentResult(found, tuple(collected.diagnostics))
