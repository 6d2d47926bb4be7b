"""What one edition is set with: its language, the journal's rules, the numbers, the collectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from casereport.article.article import CitationUse, FloatMention
from casereport.assembly.numbering import Numbering
from casereport.assembly.works import Works
from casereport.diagnostics import Diagnostic
from casereport.journals.manifest import Manifest
from casereport.locale import Locale, available_languages, load_locale
from casereport.model.case_report import CaseReport
from casereport.model.front import Publication
from casereport.model.narrative import Narrative


@dataclass(slots=True)
class Record:
    """What assembly noticed, for the checks and the reader."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    citations: list[CitationUse] = field(default_factory=list)
    mentions: list[FloatMention] = field(default_factory=list)
    back_links: dict[str, list[str]] = field(default_factory=dict)
    note_marks: dict[str, list[str]] = field(default_factory=dict)
    """The id of a footnote → the ids of its marks."""
    groups: int = 0
    """How many citation groups the edition has so far, for their ids."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything that setting one edition needs; ``record`` alone is written to."""

    case: CaseReport
    manifest: Manifest
    locale: Locale
    foreign: Locale | None
    """The language of words in the other script, as they stand in this one's text."""
    numbering: Numbering
    record: Record
    narrative: Narrative
    publication: Publication
    """The article's place in this journal; empty when it belongs to another one."""
    unit_words: bool = False
    typed_citations: bool = False
    """Round brackets that hold only numbers of the list are citations (nothing is keyed)."""
    works: Works | None = None
    """What works are cited by in place of numbers; None where they are numbered."""
    note_index: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The label of a footnote → its place, from 0, in ``note_signs``."""
    note_signs: tuple[str, ...] = ()
    blind: bool = False
    """Whatever names the authors is left out."""

    @property
    def language(self) -> str:
        """The edition's language."""
        return self.locale.language


def edition_locale(language: str, manifest: Manifest) -> Locale:
    """The locale of a language with the journal's numerals and calendar."""
    locale = load_locale(language)
    if (marks := manifest.numerals.get(language)) is not None:
        locale = locale.with_numbers(decimal=marks.decimal, group=marks.group)
    own = manifest.terms.get(language, {})
    terms = {**locale.terms, **own}
    return replace(
        locale,
        data=locale.data.model_copy(update={"terms": terms}) if own else locale.data,
        calendar=manifest.calendars.get(language, locale.calendar),
    )


def foreign_locale(locale: Locale, languages: tuple[str, ...]) -> Locale | None:
    """The language that words in the other script belong to: the case's own other one first."""
    for language in (*languages, *available_languages()):
        if language in available_languages():
            other = load_locale(language)
            if other.direction != locale.direction:
                return other
    return None
