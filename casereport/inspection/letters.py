"""What a character counts as when a page is compared with its text.

A line is compared letter by letter. Spaces, controls and marks print nothing that has an order of
its own and count as nothing; both brackets of a pair count as one (PDFium tells the mirrored one
in right-to-left runs, rule L4 of UAX #9), all hyphens as one, both cases of a letter as one (a
style sheet may set capitals). A symbol counts as what PDFium may tell in its place.
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
_FOLDED = {
    "\u00ae": "r", "\u2122": "tm", "\u2116": "no", "\u2105": "c/o", "\u2260": "=/",
    "\u2025": "..", "\u2026": "...", "\u203c": "!!",
    "\u00bc": "1/4", "\u00bd": "1/2", "\u00be": "3/4", "\u2153": "1/3", "\u2154": "2/3",
    "\u215b": "1/8", "\u215c": "3/8", "\u215d": "5/8", "\u215e": "7/8",
}  # fmt: skip
"""What PDFium tells for a neutral that it takes into a right-to-left stretch (its table for
normalisation), of the symbols that the bundled fonts have; elsewhere it tells the symbol."""
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
    if character in _FOLDED:
        return _FOLDED[character]
    if unicodedata.category(character) in _NOTHING or character == _OBJECT_REPLACEMENT:
        return ""
    is_form = _is_form(ord(character))
    parts = unicodedata.normalize("NFKD" if is_form else "NFD", character).lower()
    return "".join(part for part in parts if unicodedata.category(part) not in _NOTHING)


def is_folded(character: str) -> bool:
    """True for a symbol for which PDFium may tell other characters."""
    return character in _FOLDED


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
