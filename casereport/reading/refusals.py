"""What pydantic refused, in our own sentences and at the author's place.

pydantic's ``loc`` names the alternatives of unions and wrapped values, which are no part of the
file: the route is found by walking the file's own nodes. Of a union's alternatives the one that
got furthest into the value speaks; when none got in, one sentence speaks for all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from casereport.diagnostics import N_, Diagnostic, Message, Route, Span, say
from casereport.model.base import NOT_STATED, FactError
from casereport.model.case_file import CaseFile
from casereport.model.values import ImpossibleDateError
from casereport.reading import faults
from casereport.reading.schema import allowed
from casereport.reading.tree import find, kept, key_span, node_span
from casereport.text.yaml_nodes import Mapping, Node, Scalar, Sequence

_PATTERNS: dict[str, tuple[str, str]] = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": (
        N_("{value} cannot be a name."),
        N_("Begin with a small Latin letter; use letters, digits and single hyphens."),
    ),
    r"^[a-z]{2,3}$": (N_("{value} is not a language."), N_("Write a code such as fa or en.")),
    r"^[^@\s]+@[^@\s]+\.[^@\s.]+$": (
        N_("{value} is not an e-mail address."),
        N_("Write one address, such as name@example.org."),
    ),
    r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$": (
        N_("{value} is not an ORCID iD."),
        N_("Write four groups of four digits, such as 0000-0002-1825-0097."),
    ),
    r"^10\.\d{4,9}/\S+$": (
        N_("{value} is not a DOI."),
        N_("Write it from 10. on, without https://doi.org/."),
    ),
    r"^(column|page|\d{2,3} ?mm)$": (
        N_("{value} is not a width."),
        N_("Write column, page, or a number of millimetres such as 83 mm."),
    ),
}
"""The model's patterns, each with its sentence; a test keeps the two sets equal."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A finding, the route it is about, and what must go so that the rest can be read."""

    diagnostic: Diagnostic
    route: Route
    drop: Route


@dataclass(frozen=True, slots=True)
class _Error:
    """One of pydantic's errors with its route in the file; ``union``: where alternatives begin."""

    route: Route
    union: Route | None
    kind: str
    details: ErrorDetails
    is_key: bool


def refusals(
    errors: Iterable[ErrorDetails],
    root: Node,
    dropped: Collection[Route],
    model: type[BaseModel] = CaseFile,
) -> list[Refusal]:
    """One refusal a place, in the order of the file; ``model`` is what the file was read as."""
    found: list[Refusal] = []
    placed = [_place(details, root, dropped) for details in errors]
    placed.sort(key=lambda error: [str(part) for part in error.union or error.route])
    for _, together in groupby(
        placed, key=lambda error: (error.union or error.route, error.is_key)
    ):
        group = list(together)
        deepest = max(len(error.route) for error in group)
        by_route: dict[Route, list[_Error]] = {}
        for error in group:
            if len(error.route) == deepest:
                by_route.setdefault(error.route, []).append(error)
        for route, alternatives in by_route.items():
            found.append(_refusal(route, alternatives, root, model))
    return sorted(found, key=lambda refusal: refusal.diagnostic.span)


def _place(details: ErrorDetails, root: Node, dropped: Collection[Route]) -> _Error:
    route: Route = ()
    union: Route | None = None
    cause = details.get("ctx", {}).get("error")
    loc = (*details["loc"], *(cause.at if isinstance(cause, FactError) else ()))
    missing = details["type"] == "missing"
    is_key = bool(loc) and loc[-1] == "[key]"
    for index, part in enumerate(loc[:-1] if is_key else loc):
        node = find(root, route)
        if isinstance(node, Mapping) and isinstance(part, str) and node.get(part) is not None:
            route = (*route, part)
        elif isinstance(node, Sequence) and isinstance(part, int):
            route = (*route, kept(node, dropped, route)[part][0])
        elif missing and index == len(loc) - 1:
            route = (*route, part)  # not in the file: that is what is wrong
        elif union is None:
            union = route
    return _Error(route, union, details["type"], details, is_key)


def _refusal(
    route: Route, errors: list[_Error], root: Node, model: type[BaseModel]
) -> Refusal:
    first = errors[0]
    span = _span(route, root, key=first.is_key or first.kind in {"missing", "extra_forbidden"})
    field = dotted(route)
    if first.kind == "missing":
        return Refusal(faults.missing_field(field, span), route, route[:-1])
    if first.kind == "extra_forbidden":
        known = allowed(route[:-1], model).fields
        return Refusal(faults.unknown_field(str(route[-1]), span, known), route, route)
    if first.kind in {"too_short", "string_too_short"}:
        return Refusal(_empty(field, span), route, route)
    message, hint = _sentences(route, errors, root, model)
    if isinstance(_cause(errors), ImpossibleDateError) and hint is not None:
        return Refusal(faults.date_impossible(span, message, hint), route, route)
    return Refusal(faults.wrong_type(span, message, hint), route, route)


def _span(route: Route, root: Node, *, key: bool) -> Span:
    """The node's place (its key's with ``key``), else that of the nearest parent."""
    for length in range(len(route), 0, -1):
        span = (key and key_span(root, route[:length])) or node_span(root, route[:length])
        if span is not None:
            return span
    return Span.start_of(root.span.file)


def dotted(route: Route) -> str:
    """A route as the author would name it: ``labs.crp.value``, ``contributors.2``."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in route)


def _empty(field: str, span: Span) -> Diagnostic:
    return faults.make(
        "SRC005",
        say(N_("{field} is empty."), field=field),
        span,
        say(N_("Write a value, or remove the line.")),
    )


def _sentences(
    route: Route, errors: list[_Error], root: Node, model: type[BaseModel]
) -> tuple[Message, Message | None]:
    """What is wrong, and what to write: for a text the sentence of the type that it fits best."""
    node = find(root, route)
    if errors[0].is_key or (isinstance(node, Scalar) and not node.is_null):
        text = str(route[-1]) if errors[0].is_key else getattr(node, "text", "")
        sentences = _about_text(route, errors, text)
        if sentences is not None:
            return sentences
    if not isinstance(node, Scalar) and (cause := _cause(errors)):
        # The parts are sound, but do not go together.
        return cause.message, cause.hint
    return _about_shape(route, node), _expected(route, errors, model)


def _about_text(
    route: Route, errors: list[_Error], text: str
) -> tuple[Message, Message | None] | None:
    if cause := _cause(errors):
        return cause.message, cause.hint
    for error in errors:
        pattern = error.details.get("ctx", {}).get("pattern", "")
        if pattern in _PATTERNS:
            message, hint = _PATTERNS[pattern]
            return say(message, value=text), say(hint)
    literals = tuple(_literals(errors))
    if not literals or not text.strip():
        return None
    message_ = say(N_("{value} is not a value of {field}."), value=text, field=dotted(route))
    guess = faults.nearest(text.strip().lower().replace(" ", "-"), literals)
    if guess is not None:
        return message_, say(
            N_("Write {nearest}, or another of {known}."), nearest=guess, known=literals
        )
    return message_, say(N_("Use one of {known}."), known=literals)


def _literals(errors: list[_Error]) -> Iterator[str]:
    for error in errors:
        if error.kind == "literal_error":
            expected = str(error.details.get("ctx", {}).get("expected", ""))
            yield from re.findall(r"'([^']*)'", expected)


def _about_shape(route: Route, node: Node | None) -> Message:
    field = dotted(route)
    if isinstance(node, Mapping):
        return say(N_("{field} cannot hold fields of its own."), field=field)
    if isinstance(node, Sequence):
        return say(N_("{field} cannot be a list."), field=field)
    if isinstance(node, Scalar) and node.text.strip():
        return say(N_("{field} cannot be a single value."), field=field)
    return say(N_("{field} is empty."), field=field)


def _expected(
    route: Route, errors: list[_Error], model: type[BaseModel]
) -> Message | None:
    """What may stand at ``route``, by the most telling of the alternatives."""
    kinds = {error.kind for error in errors}
    may = allowed(route, model)
    if may.fields and NOT_STATED in set(_literals(errors)):
        return say(
            N_("Write one text, or one for each language, such as {example}; or not-stated."),
            example="{fa: \u2026, en: \u2026}",
        )
    if may.fields:
        return say(N_("Write its fields below it, indented: {known}."), known=may.fields)
    if "tuple_type" in kinds:
        return say(N_("Write a list: each item on its own line, after a hyphen."))
    if may.languages:
        return say(
            N_("Write one text, or one for each language, such as {example}."),
            example="{fa: \u2026, en: \u2026}",
        )
    if cause := _cause(errors):
        return cause.hint
    if literals := tuple(_literals(errors)):
        return say(N_("Use one of {known}."), known=literals)
    entries = N_("Write entries below it, indented, each with a name of its own.")
    return say(entries if "dict_type" in kinds else N_("Write one text after the colon."))


def _cause(errors: list[_Error]) -> FactError | None:
    """The first of our own refusals among pydantic's errors."""
    causes = (error.details.get("ctx", {}).get("error") for error in errors)
    return next((cause for cause in causes if isinstance(cause, FactError)), None)
