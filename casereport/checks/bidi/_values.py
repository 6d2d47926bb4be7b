"""What a file says by an escape (U+202E by its number) where no prose stands: codes, references.

The files as typed are read line by line, and prose as it is meant; identifiers, units, file names
and references are here. A value in which the character stands raw is told from the lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache

from casereport.checks.fact_prose import bilingual_fields
from casereport.diagnostics import Route, Span
from casereport.model.base import Bilingual, BilingualList, Facts
from casereport.model.case_report import CaseReport
from casereport.model.reference import Issued, Name, Reference
from casereport.text.lines import lines_of


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is meant, its place, and what tells the characters typed in such a place."""

    text: str
    place: Span
    typed_in: Callable[[Span], frozenset[str]]

    def is_typed(self, characters: str) -> bool:
        """True when each of the characters stands as itself in the lines that say the value."""
        return self.typed_in(self.place).issuperset(characters)


def escaped_values(case: CaseReport) -> Iterator[Value]:
    """The values of case.yaml that are no prose, then those of the references."""

    # The names of a work share one place, which may be as long as the file.
    @lru_cache(maxsize=1)
    def typed_in(place: Span) -> frozenset[str]:
        lines = lines_of(case.texts.get(place.file, ""))
        return frozenset("".join(lines[place.line - 1 : place.end_line]))

    prose = {id(field) for _, field in bilingual_fields(case.facts)}
    for route, text in _texts(case.facts, (), prose):
        yield Value(text, case.source.span(route), typed_in)
    for reference in case.references:
        for variable, text in _of_reference(reference):
            if (place := reference.span(variable)) is not None:
                yield Value(text, place, typed_in)


def _texts(node: object, route: Route, prose: set[int]) -> Iterator[tuple[Route, str]]:
    if isinstance(node, str):
        yield route, node
    elif id(node) not in prose:
        for part, inner in _parts(node):
            yield from _texts(inner, (*route, *part), prose)


def _parts(node: object) -> Iterator[tuple[Route, object]]:
    """What stands directly in a node of the facts, each with its way from there."""
    if isinstance(node, Bilingual | BilingualList):
        yield from (((language,), inner) for language, inner in node.texts.items())
    elif isinstance(node, Facts):
        for name in type(node).model_fields:
            yield (name.replace("_", "-"),), getattr(node, name)
    elif isinstance(node, Mapping):
        yield from (((str(key),), inner) for key, inner in node.items())
    elif isinstance(node, tuple):
        yield from (((index,), inner) for index, inner in enumerate(node))
    elif is_dataclass(node):  # a measured value: its unit
        yield from (((), getattr(node, field.name)) for field in fields(node))


def _of_reference(reference: Reference) -> Iterator[tuple[str, str]]:
    """(CSL variable, text) of every field; the title once."""
    for field in fields(reference):
        if field.name in {"spans", "title_markup"}:
            continue
        variable = "" if field.name == "citekey" else _VARIABLES.get(field.name, field.name)
        for text in _strings(getattr(reference, field.name)):
            yield variable, text


_VARIABLES = {
    "authors": "author", "editors": "editor", "container_title": "container-title",
    "collection_title": "collection-title", "publisher_place": "publisher-place",
    "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "issn": "ISSN", "isbn": "ISBN", "url": "URL",
}  # fmt: skip
"""The CSL names of fields that have another one here."""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Name | Issued):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _strings(inner)
