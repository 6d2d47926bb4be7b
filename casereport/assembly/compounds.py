"""Left-to-right things that markup cuts: ``H~2~O``, ``WBC 12 × 10^9^/L``, ``*S. aureus* 5 mg``.

In right-to-left text such a thing would fall apart where its markup begins: it is set as one
left-to-right element (an isolate character does not reach across elements). What no markup cuts is
left to :mod:`casereport.text.prose`, but for a block that is nothing but Latin.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from casereport.article import inline as article
from casereport.assembly.leaves import Leaf, Row, is_leaf, text_of
from casereport.model.narrative import Inline, Styled, TextRun
from casereport.text.phrases import is_latin_only, latin_phrases, unbreakable
from casereport.text.tokens import LEADING_NUMBER, tokenise

STYLES = {
    "emphasis": "italic", "strong": "bold", "subscript": "sub", "superscript": "sup",
}  # fmt: skip
_WORD = "0-9\u06f0-\u06f9A-Za-z\u0370-\u03ff\u00b5"
_SIGN = "+\u2212\\-/%\u00b7.,\u066b"
_BEFORE = re.compile(
    rf"(?:[<>\u2264\u2265\u2248~=]\s?)?(?:[0-9\u06f0-\u06f9.,/\u066b]{{1,12}}\s?[\u00d7x]\s?|\u00d7\s?)?"
    rf"[{_WORD}][{_WORD}{_SIGN}]{{0,40}}$"
)
_AFTER = re.compile(rf"[{_WORD}{_SIGN}]{{0,40}}[{_WORD}%+\u2212]")
_INSIDE = re.compile(rf"[{_WORD}{_SIGN}]{{1,12}}")
_LATIN = re.compile("[A-Za-z\u0370-\u03ff\u00b5]")
_LONGEST_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Compound:
    """The pieces of one thing; ``is_latin`` when a letter of it is.

    Of its characters the first ``localised`` have the language's digits, the others their own.
    """

    children: tuple[Leaf, ...]
    is_latin: bool
    localised: int = 0

    def inlines(self, digits: Callable[[str], str]) -> tuple[article.Inline, ...]:
        """The pieces as they are set, with ``digits`` of the language; no measure is broken."""
        text = text_of(self.children)
        added = unbreakable(text)
        shown = list(digits(text[: self.localised]) + text[self.localised :])
        for place, character in reversed(added):
            # With the character before it, so that it stands in the same element.
            shown[place - 1] += character
        return tuple(_inlines(self.children, iter(shown)))


def _inlines(nodes: Sequence[Inline], shown: Iterator[str]) -> Iterator[article.Inline]:
    for node in nodes:
        if isinstance(node, TextRun):
            yield article.Text("".join(next(shown) for _ in node.text))
        elif isinstance(node, Styled):
            inner = tuple(_inlines(node.children, shown))
            yield article.Styled(STYLES[node.style], inner)  # type: ignore[arg-type]


def latin_block(nodes: tuple[Inline, ...]) -> Compound | None:
    """A block that is nothing but Latin, as one thing; None for any other."""
    leaves = tuple(filter(is_leaf, nodes))
    if len(leaves) < len(nodes) or not is_latin_only(text_of(leaves)):
        return None
    return Compound(leaves, is_latin=True)


def with_compounds(nodes: tuple[Inline, ...]) -> tuple[Inline | Compound, ...]:
    """The inlines, each thing that markup cuts gathered into one."""
    found: list[Inline | Compound] = []
    for is_text, group in groupby(nodes, is_leaf):
        alike = tuple(group)
        found += _with_phrases(alike) if is_text else alike
    return _with_scripts(found)


# Phrases, words, quantities


def _with_phrases(nodes: tuple[Inline, ...]) -> Iterator[Inline | Compound]:
    if len(nodes) == 1:
        yield nodes[0]
        return
    row = Row(nodes)
    position = 0
    for start, end, number in _gatherable(row.text):
        if not row.is_cut_within(start, end):
            continue
        is_latin = _LATIN.search(row.text, start, end) is not None
        localised = number
        if number and row.is_cut_within(start, start + number):
            # A power: its superscript has one digit set with the number.
            localised = 0 if is_latin else end - start
        yield from row.part(position, start)
        yield Compound(row.part(start, end), is_latin, localised)
        position = end
    yield from row.part(position, len(row.text)) if position else nodes


def _gatherable(text: str) -> Iterator[tuple[int, int, int]]:
    """Where phrases, words and quantities stand, and how much of each is the number of a unit."""
    found = [(start, end, 0) for start, end in latin_phrases(text)]
    inside = [end for _, end, _ in found]
    for token in tokenise(text):
        index = bisect_right(inside, token.start)
        if token.kind not in {"latin", "quantity"} or (
            index < len(inside) and found[index][0] <= token.start
        ):
            continue
        match = LEADING_NUMBER.match(token.text) if token.kind == "quantity" else None
        found.append((token.start, token.end, match.end() if match else 0))
    return iter(sorted(found))


# Subscripts and superscripts


def _with_scripts(nodes: Sequence[Inline | Compound]) -> tuple[Inline | Compound, ...]:
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
        text = text_of(children)
        is_latin = _LATIN.search(text) is not None
        found.append(Compound(tuple(children), is_latin, 0 if is_latin else len(text)))
    return tuple(found)


def _is_script(node: Inline | Compound) -> bool:
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
