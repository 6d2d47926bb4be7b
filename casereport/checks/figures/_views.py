"""The views that captions name: "lateral radiograph", a frontal view of the chest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from casereport.checks.figures._view_words import VIEW_WORDS
from casereport.text.characters import ZWNJ

_WORD = re.compile(f"[^\\W_](?:[\\w{ZWNJ}'-]*\\w)?")
_NEAR = 8
"""No thing is looked for farther away."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """A view, and where the words from the thing to it stand: ``text[start:end]``."""

    view: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of a language, to be asked for quickly."""

    things: frozenset[str]
    views: Mapping[str, str]
    joining: frozenset[str]
    step: int
    others: int


@cache
def _known(language: str) -> _Known | None:
    table = VIEW_WORDS.get(language)
    if table is None:
        return None
    views = {word: view for view, words in table.views.items() for word in words.split()}
    things, joining = frozenset(table.things.split()), frozenset(table.joining.split())
    return _Known(things, views, joining, table.step, table.others)


def named_views(text: str, language: str) -> Iterator[NamedView]:
    """The views that a caption names, in order.

    >>> [found.view for found in named_views("Frontal and lateral radiographs", "en")]
    ['front', 'side']
    """
    known = _known(language)
    if known is None:
        return
    words = [(match[0].replace(ZWNJ, "").lower(), match) for match in _WORD.finditer(text)]
    for index, (word, match) in enumerate(words):
        thing = _thing(words, index, known) if word in known.views else None
        if thing is not None:
            other = words[thing][1]
            start, end = min(match.start(), other.start()), max(match.end(), other.end())
            yield NamedView(known.views[word], start, end)


def _thing(words: list[tuple[str, re.Match[str]]], index: int, known: _Known) -> int | None:
    """Where the thing stands that is seen in the view at ``index``."""
    others = 0
    for distance in range(1, _NEAR + 1):
        at = index + known.step * distance
        if not 0 <= at < len(words):
            return None
        word = words[at][0]
        if word in known.things:
            return at
        others += word not in known.views and word not in known.joining
        if others > known.others:
            return None
    return None
