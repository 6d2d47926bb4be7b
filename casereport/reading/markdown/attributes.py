"""Attributes in braces, as Pandoc writes them: ``{#fig-chest lang=en dir=ltr}``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]

_PART = re.compile(r"""([\w.#-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?|\S+""")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What is said in the braces; ``unknown`` has, as typed, what means nothing here."""

    id: str = ""
    classes: tuple[str, ...] = ()
    language: str | None = None
    direction: Direction | None = None
    unknown: tuple[str, ...] = ()


def read_attributes(text: str) -> Attributes:
    """The attributes between the braces; ``.ltr`` and ``.rtl`` are read as directions too."""
    identifier = ""
    classes: list[str] = []
    language: str | None = None
    direction: Direction | None = None
    unknown: list[str] = []
    for match in _PART.finditer(text):
        name = match[1] or ""
        value = next((group for group in match.groups()[1:] if group is not None), None)
        word = value if name == "dir" else name.removeprefix(".") if value is None else None
        if name.startswith("#") and len(name) > 1 and value is None:
            identifier = name[1:]
        elif word == "ltr":
            direction = "ltr"
        elif word == "rtl":
            direction = "rtl"
        elif name == "lang" and value is not None and _LANGUAGE_TAG.fullmatch(value):
            language = value
        elif name.startswith(".") and len(name) > 1 and value is None:
            classes.append(name[1:])
        else:
            unknown.append(match[0])
    return Attributes(identifier, tuple(classes), language, direction, tuple(unknown))
