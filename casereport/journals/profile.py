"""A journal's folder as it stands, sound or not: what the checks of journal profiles are given.

:func:`casereport.journals.load_journal` stops at the first fault, for then no article can be made;
here all that can be read is, and what could not be is told by its route in ``journal.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from casereport.diagnostics import Diagnostic, Route, Span
from casereport.journals.layers import MANIFEST_FILE, merged, plain
from casereport.journals.manifest import (
    CheckCode,
    CitationLine,
    Colour,
    DatesLine,
    Length,
    Manifest,
    WebAddress,
    pattern_of,
)
from casereport.model.base import Language
from casereport.model.case_report import SourceMap
from casereport.reading.decoding import decode
from casereport.reading.schema import allowed
from casereport.reading.tree import source_map
from casereport.text.yaml_nodes import Mapping as MappingNode
from casereport.text.yaml_nodes import YamlFault, parse_yaml
from casereport.text.yaml_tree import Places
from casereport.workspace import UnreadableError, Workspace

_SUFFIXES = (".yaml", ".css", ".j2", ".csl")
"""The texts of a journal; what else lies in its folder is not its own business."""

_BY_PATTERN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        pattern_of(Length): ("24mm", "10.5pt", "0.98em"),
        pattern_of(Colour): ("#7a1f2b",),
        pattern_of(CitationLine): ("{journal} {year}; {volume} ({issue}): {pages}",),
        pattern_of(CheckCode): ("REF009",),
        pattern_of(WebAddress): ("https://example.org/rules",),
        pattern_of(Language): ("fa", "en"),
        pattern_of(DatesLine): ("({dates})",),
    }
)
_BY_KIND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "bool_parsing": ("yes", "no"),
        "value_error": ("250", "off"),
        "greater_than": ("250", "off"),
        "string_too_long": (".",),
        "tuple_type": ("[fa, en]",),
    }
)

Beside: TypeAlias = Callable[[str], Workspace | None]
"""The folder of the journal with an id: what ``extends`` names."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A part of the manifest that the schema refuses.

    ``known`` is what may stand there: keys, words, or examples of the form that a value has.
    """

    route: Route
    kind: Literal["unknown-key", "missing", "word", "form", "shape"]
    value: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parent:
    """Why what a journal extends cannot be used, and the id at which the way up ends."""

    reason: Literal["absent", "circle", "unsound"]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A journal's folder: its texts, its manifest's nodes, and what came of them.

    ``manifest`` is merged with those it extends; None when it is refused. ``own`` is the folder's
    manifest alone. ``ancestors`` are the texts of the folders above, the nearest first.
    """

    id: str
    texts: Mapping[str, str] = field(default_factory=dict)
    undecoded: tuple[Diagnostic, ...] = ()
    yaml_faults: tuple[YamlFault, ...] = ()
    own: Mapping[str, Any] | None = None
    source: SourceMap = field(default_factory=lambda: SourceMap(file=MANIFEST_FILE))
    manifest: Manifest | None = None
    refusals: tuple[Refusal, ...] = ()
    broken_parent: Parent | None = None
    ancestors: tuple[tuple[str, Mapping[str, str]], ...] = ()

    def place(self, file: str, start: int, end: int) -> Span:
        """The place of a stretch of one of its texts."""
        return Places(self.texts[file], file).span(start, end)

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Its own style sheets: name and text."""
        return ((n, t) for n, t in self.texts.items() if n.endswith((".css", ".css.j2")))

    def templates(self) -> Iterator[tuple[str, str]]:
        """Its own templates: name and text."""
        return ((name, text) for name, text in self.texts.items() if name.endswith(".j2"))

    def has_template(self, name: str) -> bool:
        """True when the journal or one that it extends has it; ``base/…`` names one exactly."""
        folders = ((self.id, self.texts), *self.ancestors)
        return any(name in texts or name in {f"{id_}/{n}" for n in texts} for id_, texts in folders)


def read_profile(folder: Workspace, beside: Beside) -> Profile:
    """Read a journal's folder; ``beside`` finds the folders of those that it extends."""
    profile = _own_part(folder)
    if profile.own is None:
        return profile
    layers, ancestors = [dict(profile.own)], list[tuple[str, Mapping[str, str]]]()
    seen, parent = {profile.id}, profile.own.get("extends")
    while isinstance(parent, str) and parent:
        above = None if parent in seen else beside(parent)
        if above is None:
            reason: Literal["circle", "absent"] = "circle" if parent in seen else "absent"
            return _alone(profile, Parent(reason, parent))
        seen.add(parent)
        read = _own_part(above)
        if read.own is None:
            return _alone(profile, Parent("unsound", parent))
        layers.insert(0, dict(read.own))
        ancestors.append((parent, read.texts))
        parent = read.own.get("extends")
    return _validated(replace(profile, ancestors=tuple(ancestors)), merged(layers))


def _own_part(folder: Workspace) -> Profile:
    """What a folder says by itself."""
    texts: dict[str, str] = {}
    undecoded: list[Diagnostic] = []
    for name in folder.names():
        if name.endswith(_SUFFIXES):
            try:
                decoded = decode(folder.read(name), name)
            except UnreadableError:
                continue  # a link: nothing of this folder
            undecoded += decoded.diagnostics
            if decoded.text is not None:
                texts[name] = decoded.text
    profile = Profile(id=folder.name, texts=texts, undecoded=tuple(undecoded))
    if MANIFEST_FILE not in texts:
        return profile
    result = parse_yaml(texts[MANIFEST_FILE], MANIFEST_FILE)
    profile = replace(profile, yaml_faults=result.faults)
    if not isinstance(result.root, MappingNode):
        return profile
    source = replace(source_map(result.root, ()), file=MANIFEST_FILE)
    return replace(profile, own=plain(result.root), source=source)


def _alone(profile: Profile, broken: Parent) -> Profile:
    """What can be said of a manifest whose parent cannot be had."""
    read = _validated(profile, merged([dict(profile.own or {})]))
    own = tuple(refusal for refusal in read.refusals if refusal.kind != "missing")
    return replace(read, manifest=None, refusals=own, broken_parent=broken)


def _validated(profile: Profile, data: dict[str, Any]) -> Profile:
    try:
        return replace(profile, manifest=Manifest.model_validate(data, by_name=False))
    except ValidationError as error:
        found = tuple(_refusals(error.errors(include_url=False), profile))
    if found:
        return replace(profile, refusals=found)
    # All that is refused was written above.
    return replace(profile, broken_parent=Parent("unsound", str((profile.own or {})["extends"])))


def _refusals(errors: list[ErrorDetails], profile: Profile) -> Iterator[Refusal]:
    for error in errors:
        is_key = error["loc"][-1:] == ("[key]",)
        route: Route = error["loc"][:-1] if is_key else error["loc"]
        if error["type"] == "missing":
            yield Refusal(route, "missing")
        elif (written := _as_written(route, profile.source)) is not None:
            yield _refusal(error, written, is_key=is_key)


def _as_written(route: Route, source: SourceMap) -> Route | None:
    """The route in the folder's own manifest; None for what only stands in one above."""
    # Of {REF009: loud} it is REF009 that is refused, not its severity.
    return next((way for way in (route, route[:-1]) if way and way in source.spans), None)


def _refusal(error: ErrorDetails, route: Route, *, is_key: bool) -> Refusal:
    kind, given = error["type"], error["input"]
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    if kind == "extra_forbidden":
        return Refusal(route, "unknown-key", str(route[-1]), allowed(route[:-1], Manifest).fields)
    if kind == "literal_error":
        words = str(error.get("ctx", {}).get("expected", "")).split("'")[1::2]
        return Refusal(route, "word", str(given), tuple(words))
    if is_key or (isinstance(given, str) and given):
        return Refusal(route, "form", str(route[-1] if is_key else given), _form(kind, pattern))
    return Refusal(route, "shape", known=allowed(route, Manifest).fields)


def _form(kind: str, pattern: str) -> tuple[str, ...]:
    """What a refused value should look like: examples."""
    return _BY_PATTERN.get(pattern) or _BY_KIND.get(kind, ())
