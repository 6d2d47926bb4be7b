"""The reference list: each reference as runs of text, by the journal's CSL style.

English works are set by an English instance of the style and Persian works by a Persian one, for
citeproc-py has one set of terms for a whole list. Numbers are not part of it: citations are ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from casereport.model.reference import Reference
from casereport.references.csl.engine import StyleInstance
from casereport.references.csl.marks import clean
from casereport.references.csl.runs import Run
from casereport.references.csl.settings import (
    ENGLISH,
    PERSIAN,
    Direction,
    Setting,
    setting_of,
)
from casereport.references.csl.style import ReferenceStyleError, StyleKind, style_facts
from casereport.references.pages import PageForm

__all__ = [
    "FormattedReference", "ReferenceStyleError", "Run", "authors_before_et_al",
    "format_references", "sort_references", "style_kind",
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
    references: Sequence[Reference],
    style: str,
    *,
    pages: PageForm | None = None,
    letters: Sequence[str] = (),
) -> tuple[FormattedReference, ...]:
    """Set references by a CSL style, in the order given; ``letters`` stand behind their years.

    ``style`` is the CSL file's text. ``pages``: last pages in full or shortened; None leaves it
    to the style. A reference that could not be read into fields prints whole.

    Raises:
        ReferenceStyleError: the style cannot be used.
    """
    return _formatted(tuple(references), style, pages, tuple(letters))


# A process that stays sets the same list after each change of the text.
@lru_cache(maxsize=4)
def _formatted(
    references: tuple[Reference, ...], style: str, pages: PageForm | None, letters: tuple[str, ...]
) -> tuple[FormattedReference, ...]:
    settings = [setting_of(reference) for reference in references]
    formatted: dict[int, FormattedReference] = {}
    for setting in (ENGLISH, PERSIAN):
        indexes = [index for index, each in enumerate(settings) if each is setting]
        chosen = [(references[i], letters[i] if letters else "") for i in indexes]
        for index, runs in zip(indexes, _runs(chosen, style, setting, pages), strict=True):
            reference = references[index]
            formatted[index] = FormattedReference(
                reference.citekey, setting.language, setting.direction, runs
            )
    return tuple(formatted[index] for index in range(len(references)))


def style_kind(style: str) -> StyleKind:
    """How a CSL style cites: by numbers, or by authors and dates.

    Raises:
        ReferenceStyleError: the style cannot be used.
    """
    return style_facts(style).kind


def authors_before_et_al(style: str) -> int | None:
    """How many authors the style's list leaves of one that it cuts; None: it cuts none.

    Raises:
        ReferenceStyleError: the style cannot be used.
    """
    return style_facts(style).authors_kept


def sort_references(
    references: Sequence[Reference], style: str, *, first: str = "en"
) -> tuple[Reference, ...]:
    """References in the order of the style's own sort keys; as given when it has none.

    Works of two scripts have no common alphabet: those set in the language ``first`` come first.

    Raises:
        ReferenceStyleError: the style cannot be used.
    """
    whole: list[Reference] = []
    for setting in sorted((ENGLISH, PERSIAN), key=lambda setting: setting.language != first):
        own = [each for each in references if setting_of(each) is setting]
        if own:
            order = StyleInstance(style, setting).order(own)
            whole += (own[index] for index in order)
    # Without sort keys nothing was ordered, so nothing is parted.
    return tuple(whole) if style_facts(style).sorts else tuple(references)


def _runs(
    lettered: Sequence[tuple[Reference, str]],
    style: str,
    setting: Setting,
    pages: PageForm | None,
) -> list[tuple[Run, ...]]:
    parsed = [each for each in lettered if not each[0].unparsed]
    instance = StyleInstance(style, setting, pages=pages) if parsed else None
    rendered = iter(instance.runs(*zip(*parsed, strict=True)) if instance else ())
    return [
        (Run(clean(reference.unparsed)),) if reference.unparsed else next(rendered)
        for reference, _letter in lettered
    ]
