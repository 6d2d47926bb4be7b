"""How much one entry of a reference file may hold; what is beyond is cut off, and told.

Every check and every style works through each text and each name again and again. What is left here
is more than any work has: the longest list of authors in medicine has 15,025 names, and a style
prints six of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from casereport.diagnostics import N_, Message, Span, say
from casereport.model.reference import Issued, Name, Reference
from casereport.references.read_result import ReadReferences, ReferenceFault

MAX_FIELD = 20_000
"""Characters; as in a value of case.yaml."""
MAX_NAMES = 2_000
MAX_NAME = 2_000
"""Characters of one name, and of a citekey."""

_TEXTS = tuple(
    field.name for field in fields(Reference) if field.type == "str" and field.name != "citekey"
)
_PEOPLE = ("authors", "editors")
_DATES = ("issued", "accessed")


def within_bounds(read: ReadReferences, file: str) -> ReadReferences:
    """The references with what is too long cut off, and a fault for each cut."""
    references: list[Reference] = []
    faults = list(read.faults)
    for reference in read.references:
        cuts = dict(_cuts(reference))
        if not cuts:
            references.append(reference)
            continue
        shorter = replace(reference, **_changes(reference, cuts))
        references.append(shorter)
        faults.extend(_told(shorter, name, file) for name in cuts)
    return ReadReferences(tuple(references), tuple(faults))


def _cuts(reference: Reference) -> Iterator[tuple[str, Any]]:
    """The fields that are too long, each as it is to be."""
    if len(reference.citekey) > MAX_NAME:
        yield "citekey", reference.citekey[:MAX_NAME]
    for name in _TEXTS:
        value = getattr(reference, name)
        if len(value) > MAX_FIELD:
            yield name, value[:MAX_FIELD]
    for name in _PEOPLE:
        people: tuple[Name, ...] = getattr(reference, name)
        shorter = tuple(map(_short_name, people[:MAX_NAMES]))
        if shorter != people:
            yield name, shorter
    for name in _DATES:
        date: Issued = getattr(reference, name)
        if len(date.literal) > MAX_FIELD:
            yield name, replace(date, literal=date.literal[:MAX_FIELD])


def _short_name(name: Name) -> Name:
    parts = (name.family, name.given, name.literal, name.suffix)
    if all(len(part) <= MAX_NAME for part in parts):
        return name
    return Name(*(part[:MAX_NAME] for part in parts))


def _changes(reference: Reference, cuts: Mapping[str, Any]) -> dict[str, Any]:
    changes = dict(cuts)
    # Cut in the middle of a tag, the markup would be none.
    if changes.keys() & {"title", "title_markup"}:
        changes["title_markup"] = ""
    if len(reference.authors) > MAX_NAMES:
        changes["et_al"] = True
    return changes


def _told(reference: Reference, name: str, file: str) -> ReferenceFault:
    variable = {"authors": "author", "editors": "editor"}.get(name, name.replace("_", "-"))
    span = reference.span(variable) or Span.start_of(file)
    hint = say(N_("Keep only what a reader needs to find the work."))
    return ReferenceFault("too-large", span, _message(name, variable), hint, reference.citekey)


def _message(name: str, variable: str) -> Message:
    if name == "citekey":
        return say(N_("This key is longer than {limit} characters."), limit=MAX_NAME)
    if name in _PEOPLE:
        return say(
            N_("The field {field} has more than {names} names, or one of more than {limit} "
               "characters; the rest is not read."),
            field=variable, names=MAX_NAMES, limit=MAX_NAME,
        )  # fmt: skip
    return say(
        N_("The field {field} is longer than {limit} characters; the rest is not read."),
        field=variable, limit=MAX_FIELD,
    )  # fmt: skip
