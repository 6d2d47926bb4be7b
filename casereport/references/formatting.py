"""The reference list: each reference as runs of text, by the journal's CSL style.

English works are set by an English instance of the style and Persian works by a Persian one, for
citeproc-py has one set of terms for a whole list. Numbers are not part of it: citations are ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casereport.model.reference import Reference
from casereport.references.csl.engine import ReferenceStyleError, StyleInstance
from casereport.references.csl.marks import clean
from casereport.references.csl.runs import Run
from casereport.references.csl.settings import (
    ENGLISH,
    PERSIAN,
    Direction,
    Setting,
    setting_of,
)
from casereport.references.pages import PageForm

__all__ = [
    "FormattedReference", "ReferenceStyleError", "Run", "format_references", "sort_references",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormattedReference:
    """One entry of the list, as it prints: the language and direction it is set in, its runs."""

    citekey: str
    language: str
    direction: Direction
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The entry as plain text."""
        return "".join(run.text for run in self.runs)


def format_references(
    references: Sequence[Reference], style: str, *, pages: PageForm | None = None
) -> tuple[FormattedReference, ...]:
    """Set references by a CSL style, in the order given.

    ``style`` is the CSL file's text. ``pages``: last pages in full or shortened; None leaves it
    to the style. A reference that could not be read into fields prints whole.

    Raises:
        ReferenceStyleError: the style cannot be used.
    """
    settings = [setting_of(reference) for reference in references]
    formatted: dict[int, FormattedReference] = {}
    for setting in (ENGLISH, PERSIAN):
        indexes = [index for index, each in enumerate(settings) if each is setting]
        chosen = [references[index] for index in indexes]
        for index, runs in zip(indexes, _runs(chosen, style, setting, pages), strict=True):
            reference = references[index]
            formatted[index] = FormattedReference(
                reference.citekey, setting.language, setting.direction, runs
            )
    return tuple(formatted[index] for index in range(len(references)))


def sort_references(references: Sequence[Reference], style: str) -> tuple[Reference, ...]:
    """References in the order of the style's own sort keys; as given when it has none.

    Raises:
        ReferenceStyleError: the style cannot be used.
    """
    order = StyleInstance(style, ENGLISH, pages=None).order(references)
    return tuple(references[index] for index in order)


def _runs(
    references: Sequence[Reference], style: str, setting: Setting, pages: PageForm | None
) -> list[tuple[Run, ...]]:
    parsed = [reference for reference in references if not reference.unparsed]
    rendered = iter(StyleInstance(style, setting, pages=pages).runs(parsed) if parsed else ())
    return [
        (Run(clean(reference.unparsed)),) if reference.unparsed else next(rendered)
        for reference in references
    ]
