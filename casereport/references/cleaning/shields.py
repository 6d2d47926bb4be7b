r"""A title as its file has it, with a shield for each character that must stay as it is.

Protected are, in BibTeX, what stands in braces, commands and formulas; elsewhere CSL's tags and
what is italic or ``nocase``, and escapes (``\u00e9``, ``&amp;``).
"""

from __future__ import annotations

import re

from casereport.references.cleaning.field_texts import FieldText
from casereport.references.cleaning.sentence_case import SHIELD

# None begins inside another of its kind: each letter is looked at once for each kind.
_SPANS = re.compile(
    r"<(i|em|italic)>(?:(?!<\1>).){0,300}?</\1>|<span class=\\?[\"']nocase\\?[\"']>.{0,300}?</span>"
    r"|</?[a-z:]{1,12}(?: [^<>]{0,80})?>|&#?\w{1,12};",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
_FORMULA = re.compile(r"\$[^$]{0,300}\$")


def shielded(place: FieldText) -> str:
    """The text of a title, of the same length, protected characters as ``SHIELD``."""
    text = place.text
    if place.form == "latex":
        text = _without_groups(_FORMULA.sub(_shields, text))
        return re.sub(r"\\(?:[A-Za-z]+|.)", _shields, text, flags=re.DOTALL).replace("\n", " ")
    text = _SPANS.sub(_shields, text)
    if place.form == "json":
        text = _ESCAPE.sub(_shields, text)
    return text.replace("\n", " ")


def _without_groups(text: str) -> str:
    pieces: list[str] = []
    depth = 0
    escaped = False
    for character in text:
        opens = character == "{" and not escaped
        closes = character == "}" and not escaped
        depth += opens
        pieces.append(SHIELD if depth > 0 else character)
        depth = max(0, depth - closes)
        escaped = character == "\\" and not escaped
    return "".join(pieces)


def _shields(match: re.Match[str]) -> str:
    return SHIELD * len(match[0])
