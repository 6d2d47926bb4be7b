"""The few tags that CSL allows inside a field: italic, bold, sup, sub, small capitals, nocase.

CSL-JSON's own convention ("Rich text in fields"), and the names that Crossref and HTML give the
same things; anything else between angle brackets is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

TagName: TypeAlias = Literal["i", "b", "sup", "sub", "sc", "nocase"]

NOCASE = '<span class="nocase">'
SMALL_CAPS = '<span style="font-variant:small-caps;">'
SPAN_END = "</span>"

_NAMES: dict[str, TagName] = {
    "i": "i", "em": "i", "italic": "i", "b": "b", "strong": "b", "bold": "b", "sup": "sup",
    "sub": "sub", "sc": "sc", "scp": "sc",
}  # fmt: skip
_ANY = "|".join(_NAMES)
_TAG = re.compile(
    rf"<(?:jats:)?(?P<open>{_ANY})>|</(?:jats:)?(?:{_ANY}|span)>"
    r"|<span (?:(?P<nocase>class=[\"']nocase[\"'])"
    r"|(?P<caps>style=[\"']font-variant: ?small-caps;?[\"']))>"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """The beginning or the end of a stretch."""

    name: TagName
    closes: bool


def tokens(markup: str) -> Iterator[str | Tag]:
    """Text and tags in turn; tags are balanced: a stray end is dropped, an open one is closed."""
    open_tags: list[TagName] = []
    position = 0
    for match in _TAG.finditer(markup):
        if match.start() > position:
            yield markup[position : match.start()]
        position = match.end()
        name = _opened(match)
        if name is not None:
            open_tags.append(name)
            yield Tag(name, closes=False)
        elif open_tags:
            yield Tag(open_tags.pop(), closes=True)
    if position < len(markup):
        yield markup[position:]
    while open_tags:
        yield Tag(open_tags.pop(), closes=True)


def _opened(match: re.Match[str]) -> TagName | None:
    if match["nocase"]:
        return "nocase"
    if match["caps"]:
        return "sc"
    return _NAMES.get(match["open"] or "")


def plain(markup: str) -> str:
    """The text without its tags.

    >>> plain("CO<sub>2</sub> and p < 0.05")
    'CO2 and p < 0.05'
    """
    return _TAG.sub("", markup)
