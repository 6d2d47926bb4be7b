"""Bidi_Class of code points (UAX #9 table 4), unassigned ones included."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
"""Class → parity of the new level, and the override."""
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
"""What rule X9 removes."""
NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
TRAILING = frozenset({"WS", "LRI", "RLI", "FSI", "PDI"}) | REMOVED
"""What takes the paragraph's level before a separator and at the end of a line (L1)."""


@lru_cache(maxsize=4096)
def bidi_class(character: str) -> str:
    """The Bidi_Class of a code point; unassigned ones get their block's default."""
    return unicodedata.bidirectional(character) or _default_class(ord(character))


_DEFAULTS = (
    (0x0590, 0x05FF, "R"), (0x0600, 0x07BF, "AL"), (0x07C0, 0x085F, "R"), (0x0860, 0x08FF, "AL"),
    (0x20A0, 0x20CF, "ET"), (0xFB1D, 0xFB4F, "R"), (0xFB50, 0xFDCF, "AL"), (0xFDD0, 0xFDEF, "BN"),
    (0xFDF0, 0xFDFF, "AL"), (0xFE70, 0xFEFF, "AL"), (0x10800, 0x10CFF, "R"),
    (0x10D00, 0x10D3F, "AL"),
    (0x10D40, 0x10EBF, "R"), (0x10EC0, 0x10EFF, "AL"), (0x10F00, 0x10F2F, "R"),
    (0x10F30, 0x10F6F, "AL"), (0x10F70, 0x10FFF, "R"), (0x1E800, 0x1EC6F, "R"),
    (0x1EC70, 0x1ECBF, "AL"), (0x1ECC0, 0x1ECFF, "R"), (0x1ED00, 0x1ED4F, "AL"),
    (0x1ED50, 0x1EDFF, "R"), (0x1EE00, 0x1EEFF, "AL"), (0x1EF00, 0x1EFFF, "R"),
    (0xE0000, 0xE0FFF, "BN"),
)  # fmt: skip


def _default_class(code_point: int) -> str:
    if code_point & 0xFFFE == 0xFFFE:
        return "BN"
    for first, last, name in _DEFAULTS:
        if first <= code_point <= last:
            return name
    return "L"
