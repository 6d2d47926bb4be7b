"""Whether two letters of the Arabic script join (The Unicode Standard, section 9.2).

Joining types are read off the presentation forms: a letter with an initial form joins what follows.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from casereport.text.characters import TATWEEL, ZWJ, ZWNJ

_CAUSING = frozenset({TATWEEL, ZWJ})


def joins_next(text: str) -> bool:
    """True when the last letter of ``text`` would join a letter after it.

    >>> joins_next("\u0628"), joins_next("\u0627")
    (True, False)
    """
    letter = next((c for c in reversed(text) if not _is_transparent(c)), "")
    return letter in _CAUSING or letter in _letters()["initial"]


def joins_previous(text: str) -> bool:
    """True when the first letter of ``text`` would join a letter before it."""
    letter = next((c for c in text if not _is_transparent(c)), "")
    return letter in _CAUSING or letter in _letters()["final"]


def _is_transparent(character: str) -> bool:
    if character in {ZWJ, ZWNJ}:
        return False
    return unicodedata.category(character) in {"Mn", "Me", "Cf"}


@cache
def _letters() -> dict[str, frozenset[str]]:
    """Form → the letters that have a presentation form of that kind."""
    found: dict[str, set[str]] = {"initial": set(), "final": set()}
    for code_point in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        form, *letters = unicodedata.decomposition(chr(code_point)).split() or [""]
        name = form.strip("<>")
        if name in found and len(letters) == 1:
            found[name].add(chr(int(letters[0], 16)))
    return {name: frozenset(letters) for name, letters in found.items()}
