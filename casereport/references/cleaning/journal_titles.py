"""Titles of journals and their abbreviations, each found by the other.

The table is ``journal_titles.txt`` (NLM Catalog); an author's own names stand before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, TypeAlias

from casereport import resources
from casereport.references.journal_names import is_same_journal
from casereport.references.titles import title_words

JournalForm: TypeAlias = Literal["abbreviate", "expand"]

_PACKAGE = "casereport.references.cleaning"
_ARTICLE = ("the",)


@dataclass(frozen=True, slots=True)
class JournalTitle:
    """One journal: its title, its abbreviation without full stops, its ISSNs."""

    full: str
    short: str
    issns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalTitles:
    """Journals by any form of their names; case, full stops, «&» and a leading «The» do not count.

    >>> JournalTitles((JournalTitle("Clinics & Cases", "Clin Cases"),)).named("Clin. Cases").full
    'Clinics & Cases'
    """

    titles: tuple[JournalTitle, ...]
    _by_words: dict[tuple[str, ...], JournalTitle] = field(init=False, repr=False, compare=False)
    _by_issn: dict[str, JournalTitle] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_words: dict[tuple[str, ...], JournalTitle] = {}
        by_issn: dict[str, JournalTitle] = {}
        for title in self.titles:
            for name in (title.full, title.short):
                by_words.setdefault(_words(name), title)
            for issn in title.issns:
                by_issn.setdefault(issn, title)
        object.__setattr__(self, "_by_words", by_words)
        object.__setattr__(self, "_by_issn", by_issn)

    def named(self, name: str, issn: str = "") -> JournalTitle | None:
        """The journal that a name or an abbreviation means, or None.

        A name in some other short form is known where its ISSN is: «J Am Acad Derm» with 0190-9622.
        """
        if (found := self._by_words.get(_words(name))) is not None:
            return found
        by_issn = self._by_issn.get(issn.strip().upper())
        if by_issn is not None and is_same_journal(name, by_issn.full):
            return by_issn
        return None

    def in_form(self, name: str, form: JournalForm, issn: str = "") -> str | None:
        """The name in the wanted form; None for a journal that is not known.

        >>> known_journals().in_form("The Journal of Rheumatology", "abbreviate")
        'J Rheumatol'
        """
        found = self.named(name, issn)
        if found is None:
            return None
        return found.short if form == "abbreviate" else found.full

    def with_own(self, own: Mapping[str, str]) -> JournalTitles:
        """These journals after an author's own: full title → abbreviation."""
        added = (JournalTitle(full, short) for full, short in own.items())
        return JournalTitles((*added, *self.titles))


@cache
def known_journals() -> JournalTitles:
    """The journals of our own table."""
    text = resources.package_text(_PACKAGE, "journal_titles.txt")
    return JournalTitles(tuple(_read(text.splitlines())))


def _read(lines: Iterable[str]) -> Iterator[JournalTitle]:
    for line in lines:
        if line and not line.startswith("#"):
            full, short, *issns = line.split(" | ")
            yield JournalTitle(full, short, tuple(issns))


def _words(name: str) -> tuple[str, ...]:
    words = title_words(name.replace("&", " and "))
    return words[1:] if words[:1] == _ARTICLE else words
