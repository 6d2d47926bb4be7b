"""Where a citation or the mark of a note may stand on a line: never alone at its beginning."""

from __future__ import annotations

import re

from casereport.article.inline import Citation, Inline, Text, Xref, plain_text
from casereport.text.characters import ARABIC_COMMA, DIRECTIONAL, RLM

_LAST_WORD = re.compile(rf"(?<!\S)[^\s{DIRECTIONAL}]+ ?$")
"""A whole word that ends a text, and the space after it; what is isolated is not cut."""

_KEPT_LENGTH = 24
"""In characters, half a narrow column: a longer group is divided after its commas."""
_DIVIDERS = (",", ARABIC_COMMA, ARABIC_COMMA + RLM)


def is_long(citation: Citation) -> bool:
    """True for a group that one line may not hold."""
    return len(plain_text((citation,))) > _KEPT_LENGTH


def divides(text: str) -> bool:
    """True for the comma after which a long group may be divided."""
    return text in _DIVIDERS


def kept_before(before: Inline | None, node: Inline) -> str:
    """What a citation or mark is not parted from: a word and its space, or the space alone.

    A word is left where it stands when both together would be long.
    """
    is_mark = isinstance(node, Citation) or (isinstance(node, Xref) and node.ref_type == "fn")
    if not isinstance(before, Text) or not is_mark:
        return ""
    found = _LAST_WORD.search(before.text)
    if found is not None and len(found[0]) + len(plain_text((node,))) <= _KEPT_LENGTH:
        return found[0]
    return " " if before.text.endswith(" ") else ""
