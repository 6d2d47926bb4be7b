"""Every field that case.yaml may have, found by walking its JSON Schema, and a case that has all.

A field's route ends where a value is written; ``en`` stands for any language and ``one`` for any
name. Nothing is listed by hand but what a field wants where its schema says only «a text».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from casereport.model.case_file import CaseFile

Route = tuple[str | int, ...]

NAMES = {"^[a-z]{2,3}$": ("en", "fa"), "^[a-z][a-z0-9]*(-[a-z0-9]+)*$": ("one",), "*": ("en", "fa")}
"""The keys that stand for a pattern."""

WANTED = {
    "journal": "jmums", "languages": "en", "language-order": "en", "affiliations": "one",
    "email": "a@b.org", "orcid": "0000-0002-1825-0097", "doi": "10.1000/a", "file": "figures/a.png",
    "width": "column", "first": "1", "last": "2", "csl": "a.csl",
}  # fmt: skip
"""What a field wants that its schema calls a text; by its last name."""

LEFT_OUT = frozenset({("references", "csl"), ("language-order", 0)})
"""Fields that the full case does without: a style of one's own, a second order of languages."""


@dataclass(frozen=True)
class Field:
    """A place for a value; ``is_free``: any text may stand there."""

    route: Route
    sound: Any
    is_free: bool

    @property
    def name(self) -> str:
        return ".".join(map(str, self.route))


def _leaves(node: Mapping[str, Any], route: Route) -> Iterator[tuple[Route, Mapping[str, Any]]]:
    if "$ref" in node:
        node = _definitions()[node["$ref"].rpartition("/")[2]]
    if "anyOf" in node:
        for kind in node["anyOf"]:
            yield from _leaves(kind, route)
        return
    named = dict(node.get("properties", {}))
    for pattern, inner in node.get("patternProperties", {}).items():
        named.update(dict.fromkeys(NAMES[pattern], inner))
    if isinstance(inner := node.get("additionalProperties"), Mapping):
        named.update(dict.fromkeys(NAMES["*"], inner))
    for key, inner in named.items():
        yield from _leaves(inner, (*route, key))
    if "items" in node:
        yield from _leaves(node["items"], (*route, 0))
    elif not named and node.get("type") not in ("null", "object", "array"):
        yield route, node


@cache
def _definitions() -> Mapping[str, Any]:
    return _schema()["$defs"]  # type: ignore[no-any-return]


@cache
def _schema() -> Mapping[str, Any]:
    return CaseFile.model_json_schema(by_alias=True)


def _sound(route: Route, node: Mapping[str, Any]) -> Any:
    named = next((part for part in reversed(route) if isinstance(part, str)), "")
    parents = [part for part in route if isinstance(part, str) and part not in {"en", "fa"}]
    for name in (named, *parents[-1:]):
        if name in WANTED:
            return WANTED[name]
    if node.get("type") == "boolean":
        return "no"
    for key in ("enum", "examples"):
        if key in node:
            return node[key][0]
    return node.get("const")


@cache
def fields() -> tuple[Field, ...]:
    """All of them; a place that takes a text or a typed value stands here once for each."""
    found = {}
    for route, node in _leaves(_schema(), ()):
        sound = _sound(route, node)
        found[route, sound is None] = Field(route, sound, sound is None)
    return tuple(found.values())


def chosen() -> tuple[Field, ...]:
    """One for each place: texts before typed values, mappings before what may stand for them."""
    by_route: dict[Route, Field] = {}
    for field in sorted(fields(), key=lambda field: field.is_free):
        by_route[field.route] = field
    inner = {route[:end] for route in by_route for end in range(1, len(route))}
    dated = {route[:-1] for route in by_route if route[0] == "dates" and route[-1] in {"en", "fa"}}
    return tuple(
        field
        for route, field in by_route.items()
        if route not in LEFT_OUT
        and (route not in inner or route in dated - {("dates", "line")})
        and route[:-1] not in dated - {("dates", "line")}
        # Its parts, or the whole of it.
        and not (route[0] == "affiliations" and "text" in route)
    )


def case_with(text: Callable[[Field], str]) -> dict[str, Any]:
    """A case in which every free field holds what ``text`` makes of it, every other what it wants."""
    return filled({field: text(field) if field.is_free else field.sound for field in chosen()})


def filled(values: Mapping[Field, str]) -> dict[str, Any]:
    """The values as the tree of a file."""
    root: dict[str, Any] = {}
    for field, value in values.items():
        place: Any = root
        for part, following in zip(field.route, field.route[1:], strict=False):
            if isinstance(part, int):
                if not place:
                    place.append([] if isinstance(following, int) else {})
                place = place[part]
            else:
                place = place.setdefault(part, [] if isinstance(following, int) else {})
        last = field.route[-1]
        if isinstance(last, int):
            place.append(value)
        else:
            place[last] = value
    return root


def raw(value: str) -> str:
    """A text in YAML's double quotes, every character as it is but those that cannot be."""
    for character, escape in (
        ("\\", "\\\\"),
        ('"', '\\"'),
        ("\n", "\\n"),
        ("\r", "\\r"),
        ("\t", "\\t"),
    ):
        value = value.replace(character, escape)
    return f'"{value}"'


def escaped(value: str) -> str:
    """A text in YAML's double quotes, everything that is not ASCII written by its number."""
    parts = (
        f"\\U{ord(c):08X}" if ord(c) > 0xFFFF else f"\\u{ord(c):04X}" if not " " <= c <= "~" else c
        for c in value.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{"".join(parts)}"'


def written(tree: Any, quote: Callable[[str], str] = raw, *, indent: int = 0) -> str:
    """The tree as YAML, each value on a line of its own, in double quotes."""
    margin = "  " * indent
    items = (
        ((f"{key}:", inner) for key, inner in tree.items())
        if isinstance(tree, Mapping)
        else (("-", inner) for inner in tree)
    )
    return "".join(
        f"{margin}{start}\n{written(inner, quote, indent=indent + 1)}"
        if isinstance(inner, (Mapping, list))
        else f"{margin}{start} {quote(inner)}\n"
        for start, inner in items
    )
