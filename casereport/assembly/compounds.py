"""Tokens that hold markup: ``H~2~O``, ``1.5 × 10^9^/L``, ``HCO~3~^-^``.

In right-to-left text such a token would fall apart where its markup begins: it is set as one
left-to-right element (an isolate character does not reach across elements).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.model.narrative import Inline, Styled, TextRun

_WORD = "0-9\u06f0-\u06f9A-Za-z\u0370-\u03ff\u00b5"
_SIGN = "+\u2212\\-/%\u00b7.,\u066b"
_BEFORE = re.compile(
    rf"(?:[<>\u2264\u2265\u2248~=]\s?)?(?:[0-9\u06f0-\u06f9.,/\u066b]{{1,12}}\s?[\u00d7x]\s?)?"
    rf"[{_WORD}][{_WORD}{_SIGN}]{{0,40}}$"
)
_AFTER = re.compile(rf"[{_WORD}{_SIGN}]{{0,40}}[{_WORD}%+\u2212]")
_INSIDE = re.compile(rf"[{_WORD}{_SIGN}]{{1,12}}")
_LATIN = re.compile("[A-Za-z\u0370-\u03ff\u00b5]")
_LONGEST_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Compound:
    """The pieces of one token; ``is_latin`` when a letter of it is, so that its digits stay."""

    children: tuple[TextRun | Styled, ...]
    is_latin: bool


def with_compounds(nodes: tuple[Inline, ...]) -> tuple[Inline | Compound, ...]:
    """The inlines, each token that holds a subscript or superscript gathered into one."""
    found: list[Inline | Compound] = []
    index = 0
    waiting = list(nodes)
    while index < len(waiting):
        node = waiting[index]
        before = found[-1] if found else None
        tail = _tail(before) if _is_script(node) and isinstance(before, TextRun) else None
        if tail is None or not isinstance(before, TextRun):
            found.append(node)
            index += 1
            continue
        found.pop()
        if len(tail.text) < len(before.text):
            found.append(_part(before, 0, len(before.text) - len(tail.text)))
        children: list[TextRun | Styled] = [tail]
        while index < len(waiting):
            piece = waiting[index]
            if isinstance(piece, Styled) and _is_script(piece):
                children.append(piece)
                index += 1
            elif isinstance(piece, TextRun) and (match := _AFTER.match(piece.text)):
                children.append(_part(piece, 0, match.end()))
                index += 1
                if match.end() < len(piece.text):
                    waiting.insert(index, _part(piece, match.end(), len(piece.text)))
                    break
            else:
                break
        text = "".join(_texts(children))
        found.append(Compound(tuple(children), _LATIN.search(text) is not None))
    return tuple(found)


def _is_script(node: Inline) -> bool:
    if not isinstance(node, Styled) or node.style not in {"subscript", "superscript"}:
        return False
    return all(isinstance(c, TextRun) and _INSIDE.fullmatch(c.text) for c in node.children)


def _tail(run: TextRun) -> TextRun | None:
    """The token at the end of a text, if it is one of Latin letters and digits."""
    start = max(0, len(run.text) - _LONGEST_BEFORE)
    match = _BEFORE.search(run.text, start)
    return _part(run, match.start(), len(run.text)) if match else None


def _part(run: TextRun, start: int, end: int) -> TextRun:
    return TextRun(run.text[start:end], run.place(start, end))


def _texts(children: list[TextRun | Styled]) -> Iterator[str]:
    for child in children:
        if isinstance(child, TextRun):
            yield child.text
        else:
            yield from (inner.text for inner in child.children if isinstance(inner, TextRun))
