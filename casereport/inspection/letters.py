"""What a character counts as when a page is compared with its text.

A line is compared letter by letter. Spaces, controls and marks print nothing that has an order of
its own and count as nothing; both brackets of a pair count as one (PDFium tells the mirrored one
in right-to-left runs, rule L4 of UAX #9), all hyphens as one, both cases of a letter as one (a
style sheet may set capitals).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

HYPHEN = "-"
_HYPHENS = "\u2010\u2011\ufffe\x02"
"""Other hyphens, and PDFium's two words for one that ends a line. A soft hyphen is a control."""
_PAIRS = "()[]{}<>\u00ab\u00bb\u2039\u203a\u2264\u2265\u27e8\u27e9"
_SAME = dict.fromkeys(_HYPHENS, HYPHEN) | {
    closing: opening for opening, closing in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
}
_NOTHING = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"})
_OBJECT_REPLACEMENT = "\ufffc"
_MASK = (1 << 64) - 1


@lru_cache(maxsize=8192)
def letters_of(character: str) -> str:
    r"""The letters that a character counts as; empty for one that counts as nothing.

    >>> letters_of("\u200c"), letters_of(")"), letters_of("\ufb01")
    ('', '(', 'fi')
    """
    if character in _SAME:
        return _SAME[character]
    if unicodedata.category(character) in _NOTHING or character == _OBJECT_REPLACEMENT:
        return ""
    is_form = _is_form(ord(character))
    parts = unicodedata.normalize("NFKD" if is_form else "NFD", character).lower()
    return "".join(part for part in parts if unicodedata.category(part) not in _NOTHING)


def _is_form(code_point: int) -> bool:
    """True for ligatures and presentation forms (U+FB00 to FDFF, FE70 to FEFF)."""
    return 0xFB00 <= code_point <= 0xFDFF or 0xFE70 <= code_point <= 0xFEFF


@lru_cache(maxsize=8192)
def weight(letter: str) -> int:
    """A number of a letter whose sums tell apart the sets of letters that lines are made of.

    The finisher of SplitMix64 (Steele, Lea and Flood 2014); sums are taken modulo 2**64.
    """
    mixed = (ord(letter) + 1) * 0x9E3779B97F4A7C15 & _MASK
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _MASK
    return mixed ^ mixed >> 31
