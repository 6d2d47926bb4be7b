"""The shape of a unit of measurement in Latin letters, as authors type it after a number.

Symbols and prefixes of the SI and what laboratories add to them; a closed list, so that an English
word after a number ("20 patients") is never taken for a unit.
"""

from __future__ import annotations

_PREFIX = "(?:[munpfkdcGM\u00b5\u03bc]|mc|da)?"
_PREFIXED = "(?:g|L|l|m|mol|Eq|eq|IU|iu|U|s|Hz|Pa|J|cal|kat|Osm|osm|V|W|Gy|Sv|Bq|Ci|bar|Da|dB|bp)"
_MOLAR = "[munp\u00b5\u03bc]M"
_WHOLE = (
    r"mm\ ?Hg|cm\ ?H(?:2|\u2082)O|\u00b0\ ?[CF]|\u2103|\u2109|cc|gr|hrs?|h|min|sec|bpm|rpm|ppm|ppb"
    r"|Torr|kDa|kVp|mAs?|[hl]pf|HPF|LPF|d"
)
_COUNTED = "(?:beats|breaths|cells|copies|drops|mitoses|times)(?=\\ ?/)"
_WORD = "(?:day|week|wk|month|mo|year|yr|dose|cells?|beat|field|sec|visit|tablet)s?"
_POWER = "(?:\\^?-?[0-9]|[\u00b2\u00b3]|\u207b[\u00b9\u00b2\u00b3])?"
# "5 d-dimer" holds no unit: what goes on after a hyphen or an apostrophe is a word.
_END = (
    "(?![A-Za-z0-9\u00b5\u0370-\u03ff\u06f0-\u06f9\u0660-\u0669]"
    "|[-\u2010\u2011'\u2019._&+][A-Za-z0-9])"
)

_SYMBOL = f"{_WHOLE}|{_MOLAR}|{_PREFIX}{_PREFIXED}"
_FIRST = f"(?:{_COUNTED}|{_SYMBOL}){_POWER}"
_OF_SO_MANY = r"(?:[0-9]{1,4}(?:\.[0-9]{1,2})?\ ?)?"
_DENOMINATOR = rf"\ ?/\ ?{_OF_SO_MANY}(?:{_WORD}|{_SYMBOL}){_POWER}"

POWER = r"10(?:\^-?[0-9]{1,2}|\u207b?[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})"
"""``10^9``, ``10^-3``: a power of ten by itself."""

POWER_OF_TEN = rf"[\u00d7x*]\ ?(?:{POWER}|10[0-9]?)"
"""``×10^9``, ``× 10⁹``: stands between a number and its unit."""

UNIT = rf"(?:{_FIRST}(?:{_DENOMINATOR}){{0,3}}|(?:{_DENOMINATOR}){{1,2}}){_END}"
"""Verbose-mode regular expression of a unit, from its first letter (or slash) to its end."""
