"""The declarations of a style sheet and their places: CSS Syntax 3, as far as a linter needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.text.characters import OBJECT_REPLACEMENT

# Each takes all to its end, or to the end of the text: what is not closed is tried once.
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?")
_TEMPLATE = re.compile(
    r"\{\{(?:[^}]|\}(?!\}))*+(?:\}\}|\Z)|\{[%#](?:[^%#]|[%#](?!\}))*+(?:[%#]\}|\Z)"
)
_DECLARATION = re.compile(r"(?<![\w-])([A-Za-z-]++)\s*+:\s*+([^;{}]*+)")


@dataclass(frozen=True, slots=True)
class Declaration:
    """``name: value`` and where both begin in the text."""

    name: str
    value: str
    name_start: int
    value_start: int


def code_of(text: str) -> str:
    """A sheet of the same length, its comments blank and Jinja's parts out of sight.

    >>> code_of("a /* left */ { x: {{ y }} }").replace(OBJECT_REPLACEMENT, "_")
    'a            { x: _______ }'
    """
    without = _TEMPLATE.sub(lambda match: _filled(match[0], OBJECT_REPLACEMENT), text)
    return _COMMENT.sub(lambda match: _filled(match[0], " "), without)


def without_strings(code: str) -> str:
    """Code of the same length whose strings are blank."""
    return _STRING.sub(lambda match: _filled(match[0], " "), code)


def declarations(code: str) -> Iterator[Declaration]:
    """The declarations of a sheet's code; a selector such as ``a:hover`` is none."""
    for match in _DECLARATION.finditer(code):
        if code[match.end() : match.end() + 1] != "{":
            yield Declaration(match[1].lower(), match[2], match.start(1), match.start(2))


def _filled(text: str, filler: str) -> str:
    return "".join("\n" if character == "\n" else filler for character in text)
