"""The texts of case.yaml as prose: titles, captions, names of facts, statements, authors.

File names, codes and identifiers are no prose, nor is the glossary, which never prints. A text that
serves every language has the language ``und``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from casereport.checks.prose import Part, Prose, narrative_prose, prose_of
from casereport.diagnostics import Route, Span
from casereport.locale import available_languages
from casereport.model.base import Bilingual, BilingualList, Facts
from casereport.model.case_report import CaseReport
from casereport.reading.markdown.fragment import read_fragment
from casereport.text.lines import lines_of

_EVERY_LANGUAGE = "und"
_NO_PROSE = frozenset({"file", "glossary"})
_NAMES = frozenset({"contributors", "affiliations"})


def case_prose(case: CaseReport) -> Iterator[Prose]:
    """All prose of a case: the narratives, then the texts of case.yaml."""
    for _, narrative in sorted(case.narratives.items()):
        yield from narrative_prose(narrative)
    yield from fact_prose(case)


def fact_prose(case: CaseReport) -> Iterator[Prose]:
    """The texts of case.yaml in the order of the schema."""
    return (prose for _, prose in fact_prose_by_route(case))


def fact_prose_by_route(case: CaseReport) -> Iterator[tuple[Route, Prose]]:
    """The texts of case.yaml in the order of the schema, each with the way to its value."""
    last = _Last.prose
    if last is None or last[0] is not case:
        last = _Last.prose = case, tuple(_gathered(case))
    return iter(last[1])


class _Last:
    """The case that was asked for last, and its texts: some twenty checks ask, one by one.

    By identity, since a case is never changed, and comparing two would cost more than this saves.
    """

    prose: tuple[CaseReport, tuple[tuple[Route, Prose], ...]] | None = None


def _gathered(case: CaseReport) -> Iterator[tuple[Route, Prose]]:
    for route, language, text in _texts(case.facts, ()):
        if language in {_EVERY_LANGUAGE, *available_languages()}:
            yield from ((route, prose) for prose in value_prose(case, route, language, text))


def value_prose(case: CaseReport, route: Route, language: str, text: str) -> tuple[Prose, ...]:
    """The prose of the one value at ``route``."""
    place = _place(case, route)
    typed = case.texts.get(place.file, "")
    return _prose(text, place, typed, language, "name" if route[0] in _NAMES else "text")


# More than a case has texts: a smaller cache that is walked round and round keeps nothing. The file
# is one string, whose hash is taken once; its lines would be hashed at every call.
@lru_cache(maxsize=32768)
def _prose(text: str, place: Span, file: str, language: str, part: Part) -> tuple[Prose, ...]:
    return tuple(prose_of(read_fragment(text, place, lines_of(file)).inlines, language, part))


def _place(case: CaseReport, route: Route) -> Span:
    """The value's place; a statement in its short form has no key ``text`` in the file."""
    if route not in case.source.spans:
        short = tuple(part for part in route if part != "text")
        if short in case.source.spans:
            return case.source.span(short)
    return case.source.span(route)


def _texts(node: object, route: Route) -> Iterator[tuple[Route, str, str]]:
    """(route, language, text) of every text in languages below ``node``."""
    for own, field in bilingual_fields(node, route):
        for language, text in field.texts.items():
            if isinstance(text, str):
                yield own if language == _EVERY_LANGUAGE else (*own, language), language, text
            else:
                for index, item in enumerate(text):
                    yield (*own, language, index), language, item


def bilingual_fields(
    node: object, route: Route = ()
) -> Iterator[tuple[Route, Bilingual | BilingualList]]:
    """Each field below ``node`` that has a text for each language, in the order of the schema."""
    if isinstance(node, Bilingual | BilingualList):
        yield route, node
    else:
        for key, value in _children(node):
            yield from bilingual_fields(value, (*route, key))


def _children(node: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(node, Facts):
        for name in type(node).model_fields:
            if name not in _NO_PROSE:
                yield name.replace("_", "-"), getattr(node, name)
    elif isinstance(node, Mapping):
        yield from ((str(key), value) for key, value in node.items())
    elif isinstance(node, tuple):
        yield from enumerate(node)
