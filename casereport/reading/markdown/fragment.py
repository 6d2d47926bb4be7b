"""A text of case.yaml that may hold Markdown inlines: a title, a caption, a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casereport.diagnostics import Diagnostic, Span
from casereport.model.narrative import Inline
from casereport.reading.markdown.inline_tree import Collected, inlines
from casereport.reading.markdown.positions import LineMap
from casereport.reading.scalar_places import stretches_of


@dataclass(frozen=True, slots=True)
class FragmentResult:
    """The inlines of the text, and what reading them found."""

    inlines: tuple[Inline, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_fragment(text: str, place: Span, lines: Sequence[str] = ()) -> FragmentResult:
    """The inlines of ``text``, which stands at ``place`` in a file of these ``lines``.

    Columns are exact where the file's text can be followed; else (an alias, an odd escape) places
    are the beginning of the value.
    """
    content = " ".join(text.split("\n"))
    stretches = stretches_of(content, place, lines)
    if not stretches:
        stretches = tuple((offset, place.line, place.column) for offset in range(len(content) or 1))
    collected = Collected(place.file, {})
    found = inlines(content, LineMap(place.file, stretches), collected)
    return FragmentResult(found, tuple(collected.diagnostics))
