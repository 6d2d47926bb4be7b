"""Marks the words of the other script in set prose with their language (WCAG 3.1.2).

Elements, where a language needs one; isolate characters where nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.article.inline import Inline, Span, Text
from casereport.text.characters import ISOLATES, LRI, PDI, RLI
from casereport.text.isolates import strip_isolates
from casereport.text.tokens import tokenise

_RTL_WORD = "[\u0590-\u08ff\u200c\ufb1d-\ufdff\ufe70-\ufefc]++"
_RTL_RUN = re.compile(
    rf"{RLI}[^{ISOLATES}]++{PDI}|(?=[^\u200c]){_RTL_WORD}(?:\s++(?=[^\u200c]){_RTL_WORD})*+"
)
_LATIN_ISOLATE = re.compile(
    rf"{LRI}(?=[^{PDI}]*[A-Za-z\u0370-\u03ff])[^\u0590-\u08ff{ISOLATES}]+{PDI}"
)


def latin_marked(text: str, language: str) -> Iterator[Inline]:
    """Right-to-left text with its Latin words marked as the other language.

    An isolate that holds Latin alone becomes a left-to-right element; one that mixes in Persian
    digits («28 mm/h») keeps its characters, so that nothing cuts it.
    """
    for token in tokenise(text):
        if token.kind == "latin":
            yield Span(language, None, (Text(token.text),))
        elif token.kind == "isolated" and _LATIN_ISOLATE.fullmatch(token.text):
            yield Span(language, "ltr", (Text(token.text[1:-1]),))
        else:
            yield Text(token.text)


def rtl_marked(text: str, language: str) -> Iterator[Inline]:
    """Left-to-right text with its right-to-left words marked as the other language."""
    position = 0
    for match in _RTL_RUN.finditer(text):
        yield Text(text[position : match.start()])
        yield Span(language, "rtl", (Text(strip_isolates(match[0])),))
        position = match.end()
    yield Text(text[position:])
