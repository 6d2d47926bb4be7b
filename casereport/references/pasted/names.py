"""One person's name in each of the forms that reference lists have, as patterns.

Every pattern names the groups ``family``, ``given`` and, where there can be one, ``suffix``. The
letters are bounded in number, so that a match costs the same whatever follows.
"""

from __future__ import annotations

import re

from casereport.references.pasted.persian import LETTER
from casereport.text.characters import ZWNJ

_RANGES = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x1E00, 0x1F00), range(0x386, 0x430))
UPPER = "".join(chr(code) for codes in _RANGES for code in codes if chr(code).isupper())
"""Capital letters of the Latin, Greek and Cyrillic alphabets."""

_PARTICLE = (
    "(?:[Dd]e|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]o|[Dd]os|[Dd]as|[Dd]u|[Dd]en|[Dd]er|[Ll]a|[Ll]e"
    "|[Vv]an|[Vv]on|vom|[Tt]en|[Tt]er|zu|zur|bin|ibn|al|el|abu|af|av|St|y|e|'t)"
)
_LETTERS = r"[^\W\d_]{1,40}"
_WORD = rf"(?:[dDlLO]'|[aA][dlsnrt]-|[eE]l-|[Uu]l-)?[{UPPER}]{_LETTERS}(?:['\-]{_LETTERS}){{0,3}}"
FAMILY = rf"(?:{_PARTICLE}\.? ){{0,3}}{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,2}}"
_INITIAL = rf"(?:[KSGCZTP]h(?![^\W\d_])|Yu(?![^\W\d_])|[{UPPER}])"
_DOTTED = rf"{_INITIAL}\.(?:[ \-]?{_INITIAL}\.){{0,3}}"
_BARE = rf"{_INITIAL}(?:[ \-]?{_INITIAL}){{0,3}}(?![^\W_])"
_SUFFIX = r"(?:,? (?P<suffix>(?:Jr|Sr|2nd|3rd|4th|II|III|IV)\b\.?))?"

VANCOUVER = re.compile(rf"(?P<family>{FAMILY}) (?P<given>{_DOTTED}|{_BARE}){_SUFFIX}")
"""Boulman N, Boulman N.A."""
COMMA = re.compile(rf"(?P<family>{FAMILY}), (?P<given>{_DOTTED}){_SUFFIX}")
"""Boulman, N. A. (APA)"""
GIVEN_FIRST = re.compile(rf"(?P<given>{_DOTTED}) ?(?P<family>{FAMILY}){_SUFFIX}")
"""N. A. Boulman"""

_P_WORD = rf"(?:{LETTER}|{ZWNJ}){{2,40}}"
_P_FAMILY = rf"{_P_WORD}(?: {_P_WORD}){{0,3}}"
_P_INITIAL = rf"(?!و )(?:{LETTER})(?!{LETTER}|{ZWNJ}{LETTER}{{2}})"
_P_INITIALS = rf"{_P_INITIAL}\.?(?:[ {ZWNJ}]?{_P_INITIAL}\.?){{0,2}}"
PERSIAN = re.compile(rf"(?P<family>{_P_FAMILY}) (?P<given>{_P_INITIALS})")
"""مبینی م"""
PERSIAN_COMMA = re.compile(rf"(?P<family>{_P_FAMILY}), (?P<given>{_P_INITIALS})")
"""مبینی، م."""
