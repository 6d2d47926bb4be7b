"""The ways back from the reference list to the places that cite an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from casereport.article.article import Edition, Ref
from casereport.article.inline import Direction
from casereport.locale import Locale


@dataclass(frozen=True, slots=True)
class BackLink:
    """One way back: the id it leads to, its letter, and its name for who does not see it."""

    target: str
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class BackLinks:
    """Those that lead to one language's text, in its order."""

    language: str
    direction: Direction
    links: tuple[BackLink, ...]


def back_links(
    editions: Iterable[Edition], locales: Mapping[str, Locale]
) -> Callable[[Ref], tuple[BackLinks, ...]]:
    """A function that finds the ways back from an entry, by language.

    Their letters are each language's own, so that they tell which text they lead to.
    """
    shown = tuple(editions)

    def of(ref: Ref) -> tuple[BackLinks, ...]:
        return tuple(
            BackLinks(edition.language, edition.direction, _links(ref, identifiers, locale))
            for edition in shown
            if (identifiers := edition.back_links.get(ref.id, ()))
            and (locale := locales[edition.language])
        )

    return of


def _links(ref: Ref, identifiers: tuple[str, ...], locale: Locale) -> tuple[BackLink, ...]:
    return tuple(
        BackLink(
            identifier,
            locale.panel_letter(index).lower(),
            locale.term("back-to-citation", number=index + 1, reference=ref.number),
        )
        for index, identifier in enumerate(identifiers)
    )


def first_citation(editions: Iterable[Edition]) -> Callable[[Ref], str]:
    """A function that finds the id of the first citation of an entry, empty when there is none."""
    shown = tuple(editions)
    return lambda ref: next(
        (edition.back_links[ref.id][0] for edition in shown if edition.back_links.get(ref.id)), ""
    )
