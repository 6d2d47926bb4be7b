"""A file's nodes held against its model: what is refused is told, left out, and the rest read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Mapping as Values
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from casereport.diagnostics import Diagnostic, Route
from casereport.model.case_report import as_meant
from casereport.reading import faults
from casereport.reading.refusals import refusals
from casereport.reading.schema import allowed
from casereport.reading.tree import plain
from casereport.text.yaml_nodes import Mapping, Node, Scalar, Sequence

Model = TypeVar("Model", bound=BaseModel)

_MAX_ROUNDS = 12
_MAX_ERRORS = 300
"""A round looks at no more: a file with more errors than all rounds can take is no file of ours."""

_EVERY_LANGUAGE = "und"
_NOTHING: Values[str, str] = MappingProxyType({})


def unknown_languages(
    root: Mapping, model: type[BaseModel], languages: Collection[str]
) -> Iterator[tuple[Diagnostic, Route]]:
    """Keys that should be a language, and items of ``languages``, that no locale here serves."""
    for name in ("languages", "language-order"):
        items = root.get(name)
        for index, item in enumerate(items.items if isinstance(items, Sequence) else ()):
            if isinstance(item, Scalar) and not item.is_null and item.text not in languages:
                yield faults.unknown_language(item.text, item.span, languages), (name, index)
    for route, key in _keys(root, ()):
        may = allowed(route[:-1], model)
        if may.languages and key.text not in {*languages, *may.fields, _EVERY_LANGUAGE}:
            if may.fields:
                diagnostic = faults.unknown_field(key.text, key.span, {*may.fields, *languages})
            else:
                diagnostic = faults.unknown_language(key.text, key.span, languages)
            yield diagnostic, route


def _keys(node: Node, route: Route) -> Iterator[tuple[Route, Scalar]]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield (*route, key.text), key
            yield from _keys(value, (*route, key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _keys(item, (*route, index))


def validated(
    root: Mapping,
    model: type[Model],
    dropped: set[Route],
    diagnostics: list[Diagnostic],
    *,
    needs: Values[str, str] = _NOTHING,
) -> Model | None:
    """The model of what is left when the refused parts are dropped, which ``dropped`` collects.

    ``needs``: what a file cannot do without, each with what stands in for it when it is refused or
    absent, so that the rest can be looked at; without such fields the result is then None.
    """
    stand_in: dict[str, str] = {}
    needed = {(name,) for name in needs}
    for attempt in range(_MAX_ROUNDS):
        data = plain(root, dropped, model=model)
        try:
            # Only the names as written in the file: running_title is no field.
            return model.model_validate({**data, **stand_in}, by_alias=True, by_name=False)
        except ValidationError as error:
            errors = error.errors(include_url=False)[:_MAX_ERRORS]
            found = refusals(errors, root, dropped, model)
        # What is missing because its name is spoilt in the file is told once, there.
        spoilt = {as_meant(one.route) for one in found if as_meant(one.route) != one.route}
        before = _Dropped.of(dropped)
        for refusal in found:
            if not before.accounts_for(refusal.route) and refusal.route not in spoilt:
                diagnostics.append(refusal.diagnostic)
            drop = refusal.drop if attempt < _MAX_ROUNDS // 2 else refusal.route[:1]
            if drop in {(), *needed}:
                stand_in.update(needs)
                dropped.update(needed)
                if not needs:
                    return None
            else:
                dropped.add(drop)
    return None


@dataclass(frozen=True, slots=True)
class _Dropped:
    """The routes that were dropped, and all those above them; thousands, in a file made for it."""

    routes: frozenset[Route]
    above: frozenset[Route]

    @classmethod
    def of(cls, dropped: Collection[Route]) -> _Dropped:
        routes = frozenset(map(as_meant, dropped))
        above = {route[:length] for route in routes for length in range(len(route))}
        return cls(routes, frozenset(above))

    def accounts_for(self, route: Route) -> bool:
        """True when the fault at ``route`` only comes of a part dropped above or below it."""
        if route in self.above:
            return True
        return any(route[:length] in self.routes for length in range(len(route) + 1))
