"""The value of a BibTeX field: ``{…}``, ``"…"``, a number, the name of a string, joined by ``#``.

"BibTeXing" §2. Values are bounded, so that strings which name each other cannot grow without end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_VALUE = 200_000
_WORD = re.compile(r'[^\s{}",#=%]+')
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_BRACES_AND_QUOTES = re.compile(r'\\.|[{}"]', re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Value:
    """A field's text, LaTeX still in it.

    ``undefined``: names of strings that no ``@string`` defines. ``sound`` is False when something
    stands between or after the parts that does not belong there, as when a comma is missing.
    """

    text: str
    undefined: tuple[str, ...] = ()
    sound: bool = True


@dataclass(slots=True)
class Strings:
    """The strings defined so far; names know no capitals."""

    texts: dict[str, str] = field(default_factory=lambda: {month: month for month in _MONTHS})

    def define(self, name: str, raw: str) -> Value:
        """Keep what ``@string{name = raw}`` says."""
        value = self.evaluate(raw)
        self.texts[name.strip().lower()] = value.text
        return value

    def evaluate(self, raw: str) -> Value:
        """The text of a value as it stands in the file."""
        pieces: list[str] = []
        undefined: list[str] = []
        position = _skip_spaces(raw, 0)
        sound = bool(raw.strip())
        length = 0
        while position < len(raw) and length <= MAX_VALUE:
            piece, end = self._part(raw, position, undefined)
            if end is None:
                text = " ".join((*pieces, raw[position:].strip()))[:MAX_VALUE]
                return Value(text, tuple(undefined), sound=False)
            pieces.append(piece)
            length += len(piece)
            position = _skip_spaces(raw, end)
            if position < len(raw):
                if raw[position] != "#":
                    sound = False
                    break
                position = _skip_spaces(raw, position + 1)
        return Value("".join(pieces)[:MAX_VALUE], tuple(undefined), sound=sound)

    def _part(self, raw: str, start: int, undefined: list[str]) -> tuple[str, int | None]:
        if raw[start] == "{":
            end = _closing_brace(raw, start)
            return (raw[start + 1 : end], end + 1) if end is not None else ("", None)
        if raw[start] == '"':
            end = _closing_quote(raw, start)
            return (raw[start + 1 : end], end + 1) if end is not None else ("", None)
        word = _WORD.match(raw, start)
        if word is None:
            return "", None
        if word[0][0].isdecimal():
            return word[0], word.end()
        known = self.texts.get(word[0].lower())
        if known is None:
            undefined.append(word[0])
        return (known if known is not None else word[0]), word.end()


def _skip_spaces(raw: str, position: int) -> int:
    while position < len(raw) and raw[position].isspace():
        position += 1
    return position


def _closing_brace(raw: str, start: int) -> int | None:
    depth = 0
    for match in _BRACES.finditer(raw, start):
        brace = match[0]
        if brace == "{":
            depth += 1
        elif brace == "}":
            depth -= 1
            if depth == 0:
                return match.start()
    return None


def _closing_quote(raw: str, start: int) -> int | None:
    depth = 0
    for match in _BRACES_AND_QUOTES.finditer(raw, start + 1):
        if match[0] == '"' and depth <= 0:
            return match.start()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return None
