"""Where each character of a YAML value stands in the file: quoting, folding and escapes undone.

A node knows the stretch of its whole value alone; a finding inside a text has a smaller place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from casereport.diagnostics import Span

_BLANK = " \t\n"
_CODES = {"x": 2, "u": 4, "U": 8}
Stretches = tuple[tuple[int, int, int], ...]
"""(offset in the value, line, column) where each stretch of characters as typed begins."""


def value_stretches(value: str, place: Span, lines: Sequence[str]) -> Stretches | None:
    r"""Where the characters of ``value`` stand in ``lines``, of which ``place`` is its stretch.

    None when they cannot be found there one by one.

    >>> value_stretches("a b", Span("f", 1, 4, 2, 6), ["x: 'a", "   b'"])
    ((0, 1, 5), (2, 2, 4))
    """
    if not value or place.end_line > len(lines):
        return None
    raw = _raw(place, tuple(lines[place.line - 1 : place.end_line]))
    indexes = _aligned(value, raw)
    if indexes is None:
        return None
    starts = [0, *(index + 1 for index, character in enumerate(raw) if character == "\n")]
    found: list[tuple[int, int, int]] = []
    for offset, (before, index) in enumerate(pairwise([-2, *indexes])):
        line = bisect_right(starts, index) - 1
        if index != before + 1 or raw[before] == "\n":
            column = index - starts[line] + 1 + (place.column - 1 if line == 0 else 0)
            found.append((offset, place.line + line, column))
    return tuple(found)


@lru_cache(maxsize=8)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, split once for all who ask for them."""
    return tuple(text.split("\n"))


def _raw(place: Span, lines: tuple[str, ...]) -> str:
    first, last = lines[0], lines[-1]
    if len(lines) == 1:
        return first[place.column - 1 : place.end_column - 1]
    middle = lines[1:-1]
    return "\n".join([first[place.column - 1 :], *middle, last[: place.end_column - 1]])


def _aligned(value: str, raw: str) -> list[int] | None:
    """The index in ``raw`` of each character of ``value``."""
    quote = raw[:1]
    position = 1 if quote in {'"', "'"} else 0
    if quote in {"|", ">"}:
        position = raw.find("\n") + 1
    found: list[int] = []
    for wanted in value:
        step = _step(wanted, raw, position, quote)
        if step is None:
            return None
        index, position = step
        found.append(index)
    return found


def _step(wanted: str, raw: str, position: int, quote: str) -> tuple[int, int] | None:
    """The index of ``wanted`` in ``raw`` at or after blanks at ``position``, and what follows."""
    while position < len(raw):
        typed = raw[position]
        if quote == '"' and typed == "\\":
            length, said = _escape(raw, position)
            if said == wanted:
                return position, position + length
            if said:
                return None
            position += length
        elif typed == wanted:
            doubled = quote == "'" == typed
            return position, position + (2 if doubled else 1)
        elif typed in _BLANK:
            if wanted in _BLANK and (typed == "\n" or not raw[position:].strip(_BLANK)):
                return position, position + 1  # a folded line end is a space
            position += 1
        else:
            # Blank lines fold into fewer line ends than were typed: a place of its own has none.
            return (max(position - 1, 0), position) if wanted in _BLANK else None
    return (max(len(raw) - 1, 0), position) if wanted in _BLANK else None


_NAMED = {
    "n": "\n", "t": "\t", "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "r": "\r",
    "v": "\v", "N": "\x85", "_": "\u00a0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _escape(raw: str, position: int) -> tuple[int, str]:
    r"""Length of the escape at ``position`` and what it says: nothing for an escaped line end."""
    letter = raw[position + 1 : position + 2]
    if letter in _CODES:
        digits = raw[position + 2 : position + 2 + _CODES[letter]]
        try:
            return 2 + len(digits), chr(int(digits, 16))
        except (ValueError, OverflowError):
            return 2, "\ufffd"
    if letter == "\n":
        return 2, ""
    return 2, _NAMED.get(letter, letter)
