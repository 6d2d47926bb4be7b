"""What may stand at a route of case.yaml, or of another file that has a model.

Found by walking the model's own annotations.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, RootModel

from casereport.diagnostics import Route
from casereport.model.base import Language
from casereport.model.case_file import CaseFile
from casereport.model.glossary import GlossaryTerm
from casereport.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Allowed:
    """The fields that may stand in the mapping at a route; ``languages``: a key is a language."""

    fields: tuple[str, ...] = ()
    languages: bool = False


@lru_cache(maxsize=4096)
def allowed(route: Route, model: type[BaseModel] = CaseFile) -> Allowed:
    """What the mapping at ``route`` (keys as in the file) may hold; nothing when it is none."""
    kinds: list[Any] = [model]
    for part in route:
        kinds = [inner for kind in kinds for inner in _inside(kind, part)]
    fields: list[str] = []
    languages = False
    for kind in kinds:
        for plain in _alternatives(kind):
            fields += _aliases(plain)
            languages = languages or _keyed_by_language(plain)
    return Allowed(tuple(dict.fromkeys(fields)), languages)


def alias(model: type[BaseModel], name: str) -> str:
    """The key in the file of the model's field ``name``."""
    return model.model_fields[name].alias or name


def _aliases(kind: Any) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, BaseModel) and not issubclass(kind, RootModel):
        return [alias(kind, name) for name in kind.model_fields]
    return []


def _keyed_by_language(kind: Any) -> bool:
    """True for ``dict[Language, …]``, PrintedDate's ``dict[str, Date]``, texts without a key."""
    if kind in {Statement, GlossaryTerm}:
        return True
    return typing.get_origin(kind) is dict and typing.get_args(kind)[0] in {Language, str}


def _alternatives(kind: Any) -> Iterator[Any]:
    """The members of unions, without Annotated, with root models opened."""
    origin = typing.get_origin(kind)
    if origin is Annotated:
        yield from _alternatives(typing.get_args(kind)[0])
    elif origin in {Union, types.UnionType}:
        for member in typing.get_args(kind):
            yield from _alternatives(member)
    elif isinstance(kind, type) and issubclass(kind, RootModel):
        yield from _alternatives(kind.model_fields["root"].annotation)
    elif origin is not Literal:
        yield kind


def _inside(kind: Any, part: str | int) -> Iterator[Any]:
    """What stands under key or index ``part``."""
    for plain in _alternatives(kind):
        origin = typing.get_origin(plain)
        if origin is dict and isinstance(part, str):
            yield typing.get_args(plain)[1]
        elif origin is tuple and isinstance(part, int):
            yield typing.get_args(plain)[0]
        elif isinstance(plain, type) and issubclass(plain, BaseModel):
            for name, field in plain.model_fields.items():
                if alias(plain, name) == part:
                    yield field.annotation
