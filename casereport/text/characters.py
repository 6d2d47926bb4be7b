"""Invisible and easily confused characters by name, so that none stands raw in source code.

Names follow the Unicode Character Database and UAX #9.
"""

from __future__ import annotations

ZWSP = "\u200b"
"""Zero width space."""
ZWNJ = "\u200c"
"""Zero width non-joiner: the Persian half-space."""
ZWJ = "\u200d"
"""Zero width joiner."""
LRM = "\u200e"
"""Left-to-right mark."""
RLM = "\u200f"
"""Right-to-left mark."""
ALM = "\u061c"
"""Arabic letter mark."""
LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
"""Embeddings and overrides with their closing PDF: read, never written by us."""
LRI = "\u2066"
"""Left-to-right isolate."""
RLI = "\u2067"
"""Right-to-left isolate."""
FSI = "\u2068"
"""First strong isolate."""
PDI = "\u2069"
"""Pop directional isolate."""
WJ = "\u2060"
"""Word joiner: no line break here."""
NBSP = "\u00a0"
"""No-break space."""
NNBSP = "\u202f"
"""Narrow no-break space."""
SHY = "\u00ad"
"""Soft hyphen."""
BOM = "\ufeff"
"""Byte order mark, or zero width no-break space."""
OBJECT_REPLACEMENT = "\ufffc"
"""Stands for something that is not text."""

TATWEEL = "\u0640"
"""Kashida: lengthens a join."""
HAMZA_ABOVE = "\u0654"
"""Combining hamza above: the ezafe of a word in silent he."""
ARABIC_COMMA = "\u060c"
ARABIC_SEMICOLON = "\u061b"
ARABIC_QUESTION_MARK = "\u061f"
ARABIC_PERCENT = "\u066a"
ARABIC_DECIMAL = "\u066b"
ARABIC_THOUSANDS = "\u066c"

ARABIC_YEH, FARSI_YEH, ALEF_MAKSURA = "\u064a", "\u06cc", "\u0649"
ARABIC_KAF, KEHEH = "\u0643", "\u06a9"

HYPHEN_MINUS = "-"
HYPHEN = "\u2010"
NON_BREAKING_HYPHEN = "\u2011"
EN_DASH = "\u2013"
EM_DASH = "\u2014"
MINUS = "\u2212"
PLUS_MINUS = "\u00b1"
MULTIPLICATION = "\u00d7"
ELLIPSIS = "\u2026"
DEGREE = "\u00b0"
MICRO_SIGN, GREEK_MU = "\u00b5", "\u03bc"

ISOLATE_INITIATORS = LRI + RLI + FSI
ISOLATES = ISOLATE_INITIATORS + PDI
"""The four characters that make and end isolates (UAX #9, BD8 to BD9)."""
MARKS = LRM + RLM + ALM
"""The implicit directional marks (UAX #9, section 2.6)."""
EMBEDDINGS = LRE + RLE + PDF + LRO + RLO
DIRECTIONAL = ISOLATES + MARKS + EMBEDDINGS
"""Every character whose only work is direction."""
INVISIBLE = DIRECTIONAL + ZWSP + ZWNJ + ZWJ + WJ + SHY + BOM
"""Every character that prints nothing by itself."""
