"""Where each letter of a value of case.yaml stands in the file, also of a quoted or folded one.

YAML cuts indentation, joins lines and resolves escapes; what is left keeps its order. So the value
is laid over the file's own text, word by word. Where the two do not agree there is no map.
"""

from __future__ import annotations

from collections.abc import Sequence

from casereport.diagnostics import Span

Stretch = tuple[int, int, int]
"""Offset in the value, line, column: from here on the value stands as in the file."""

_HEX = {"x": 2, "u": 4, "U": 8}
_BLANK_ESCAPES = "nt_ \n"


def stretches_of(text: str, place: Span, lines: Sequence[str]) -> tuple[Stretch, ...]:
    """The stretches of ``text``, the value that stands at ``place``; empty where none is sure."""
    typed = _typed(place, lines)
    if not typed:
        return ()
    quote = typed[0][0] if typed[0][0] in "\"'" else ""
    at = 1 if quote else 0
    if typed[0][0] in "|>":  # the header of a block ends with its line
        at = next((i for i, piece in enumerate(typed) if piece[0] == "\n"), len(typed))
    found: list[Stretch] = []
    expected = (0, 0)
    for offset, letter in enumerate(text):
        if letter.isspace():
            expected = (expected[0], expected[1] + 1)
            continue
        at = _after_blanks(typed, at, quote)
        length = _length(typed, at, letter, quote)
        if length == 0:
            return ()
        _, line, column = typed[at]
        if (line, column) != expected:
            found.append((offset, line, column))
        at += length
        expected = (line, column + 1)
    return tuple(found)


def _typed(place: Span, lines: Sequence[str]) -> list[tuple[str, int, int]]:
    """Every character between the ends of ``place``, with its line and column."""
    found: list[tuple[str, int, int]] = []
    for number in range(place.line, min(place.end_line, len(lines)) + 1):
        line = lines[number - 1]
        first = place.column if number == place.line else 1
        last = place.end_column - 1 if number == place.end_line else len(line)
        found += ((line[column - 1], number, column) for column in range(first, last + 1))
        found.append(("\n", number, last + 1))
    return found


def _after_blanks(typed: list[tuple[str, int, int]], at: int, quote: str) -> int:
    """The next character that is no space, no line end, and no escape for one."""
    while at < len(typed):
        if typed[at][0].isspace():
            at += 1
        elif quote == '"' and _pair(typed, at) in {f"\\{blank}" for blank in _BLANK_ESCAPES}:
            at += 2
        else:
            break
    return at


def _length(typed: list[tuple[str, int, int]], at: int, letter: str, quote: str) -> int:
    """How many characters in the file say ``letter``; 0 when those at ``at`` do not."""
    pair = _pair(typed, at)
    if quote == '"' and pair.startswith("\\"):
        if pair[1:] in _HEX:
            digits = "".join(piece[0] for piece in typed[at + 2 : at + 2 + _HEX[pair[1:]]])
            same = digits.isalnum() and digits.isascii() and _decoded(digits) == ord(letter)
            return 2 + len(digits) if same else 0
        return 2 if pair[1:] == letter else 0
    if quote == "'" and pair == "''":
        return 2 if letter == "'" else 0
    return 1 if pair[:1] == letter else 0


def _decoded(digits: str) -> int:
    try:
        return int(digits, 16)
    except ValueError:
        return -1


def _pair(typed: list[tuple[str, int, int]], at: int) -> str:
    return "".join(piece[0] for piece in typed[at : at + 2])
