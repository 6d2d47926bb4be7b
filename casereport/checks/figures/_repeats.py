"""Stretches of words that two texts have in common."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casereport.checks.prose import Prose
from casereport.diagnostics import Span
from casereport.text.characters import ZWNJ
from casereport.text.digits import to_latin_digits
from casereport.text.orthography.words import folded
from casereport.text.sentences import sentence_bounds

_WORD = re.compile(f"[^\\W_](?:[\\w{ZWNJ}]*\\w)?")
_GRAM = 5


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word without what two spellings of it differ in, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A stretch of one text that stands in the other, too."""

    place: Span
    elsewhere: Span


def words_of(text: str) -> list[PlacedWord]:
    """The words and numbers of a text."""
    return [
        PlacedWord(folded(to_latin_digits(match[0])).casefold(), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]


def sentences_of(text: str) -> Iterator[list[PlacedWord]]:
    """The words of a text, sentence by sentence."""
    found = words_of(text)
    for start, end in sentence_bounds(text):
        first, stop = (bisect_left(found, at, key=lambda word: word.start) for at in (start, end))
        if stop > first:
            yield found[first:stop]


class Body:
    """The paragraphs in which the words of others are looked for."""

    def __init__(self, paragraphs: Iterable[Prose]) -> None:
        self._paragraphs = [(prose, words_of(prose.text)) for prose in paragraphs]
        self._grams: dict[tuple[str, ...], tuple[int, int]] = {}
        for number, (_, words) in enumerate(self._paragraphs):
            keys = [word.key for word in words]
            for index in range(len(keys) - _GRAM + 1):
                self._grams.setdefault(tuple(keys[index : index + _GRAM]), (number, index))

    def longest(self, words: list[PlacedWord]) -> tuple[int, int, Span | None]:
        """Where the longest common stretch begins in ``words``, its length, its place here."""
        best: tuple[int, int, Span | None] = (0, 0, None)
        keys = [word.key for word in words]
        index = 0
        while index + _GRAM <= len(keys):
            found = self._grams.get(tuple(keys[index : index + _GRAM]))
            length = self._length(keys, index, found) if found else 0
            if found and length > best[1]:
                best = (index, length, self._span(*found, length))
            index += max(1, length - _GRAM + 1)
        return best

    def _length(self, keys: list[str], index: int, found: tuple[int, int]) -> int:
        words, start = self._paragraphs[found[0]][1], found[1]
        length = 0
        most = min(len(keys) - index, len(words) - start)
        while length < most and keys[index + length] == words[start + length].key:
            length += 1
        return length

    def _span(self, number: int, index: int, length: int) -> Span:
        prose, words = self._paragraphs[number]
        return prose.place(words[index].start, words[index + length - 1].end)
