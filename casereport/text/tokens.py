"""What typed prose is made of: words, numbers, and the things in it that must not be touched.

Addresses, identifiers, Latin terms with their own digits, quantities and citations are found before
plain numbers. Every pattern is bounded or possessive, so the work grows with the length of the text
and no faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from casereport.text.characters import ISOLATES
from casereport.text.digits import to_latin_digits
from casereport.text.isolates import isolate_starts
from casereport.text.units import POWER, POWER_OF_TEN, UNIT

Kind = Literal[
    "plain", "isolated", "url", "email", "doi", "identifier", "latin", "number", "range", "percent",
    "date", "quantity", "comparison", "plus-minus", "product", "statistic",
    "citation",
]  # fmt: skip
"""``isolated``: what already stands in a directional isolate. ``number`` holds signs, slashes,
ratios and chains (1-0-1); ``product`` is 2 x 3; ``statistic`` is p<0.05, n=12; ``citation`` any
short group of numbers in brackets.
"""

PROTECTED: frozenset[Kind] = frozenset(
    {"isolated", "url", "email", "doi", "identifier", "latin", "statistic"}
)
"""The kinds whose characters are never changed, digits included."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a text: ``text == whole[start:start + len(text)]``."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The index after the last character."""
        return self.start + len(self.text)


# Checks and assembly ask for the same texts, one after the other.
@lru_cache(maxsize=1024)
def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of ``text``; their texts, one after the other, are the text.

    >>> [(token.kind, token.text) for token in tokenise("ESR 28 mm/h (3)")]
    [('latin', 'ESR'), ('plain', ' '), ('quantity', '28 mm/h'), ('plain', ' '), ('citation', '(3)')]
    """
    ends = {start: end for end, start in isolate_starts(text).items()}
    found: list[tuple[Kind, int]] = []
    position = 0
    while position < len(text):
        kind: Kind = "isolated"
        start = position
        if start in ends:
            position = ends[start] + 1
        else:
            kind, position = _next(text, start)
        _join(text, found, kind, start)
    bounds = [*(start for _, start in found), len(text)]
    return tuple(
        Token(kind, text[start:stop], start)
        for (kind, start), stop in zip(found, bounds[1:], strict=True)
    )


def touches_latin(text: str, token: Token) -> bool:
    """True when a Latin or Greek letter stands beside the token; isolates between hide nothing."""
    before, after = token.start - 1, token.end
    while before >= 0 and text[before] in ISOLATES:
        before -= 1
    while after < len(text) and text[after] in ISOLATES:
        after += 1
    beside = text[max(before, 0) : before + 1] + text[after : after + 1]
    return any(_LATIN.match(character) is not None for character in beside)


def _join(text: str, found: list[tuple[Kind, int]], kind: Kind, start: int) -> None:
    """Add a token that begins at ``start``; plain joins plain, Latin joins Latin over spaces."""
    if found and kind == "plain" == found[-1][0]:
        return
    follows_latin = [before for before, _ in found[-2:]] == ["latin", "plain"]
    if kind == "latin" and follows_latin and text[found[-1][1] : start] in WORD_SPACES:
        found.pop()
        return
    found.append((kind, start))


# Classes of characters

_D = "[0-9\u06f0-\u06f9\u0660-\u0669]"
_LETTER = (
    "[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u1e00-\u1fff]"
)
_ATOM = (
    f"(?:{_LETTER}|{_D}|[\u0300-\u036f\u00b2\u00b3\u00b9\u2070-\u2079\u207a\u207b\u2080-\u208e])"
)
_JOINT = "[-\u2010\u2011\u2013/'\u2019._\u00b7&+]"
_INNER = f"\\((?:{_LETTER}|[0-9+]){{1,10}}+\\)"
_PERSIAN = "[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\u200c\u200d\ufb1d-\ufdff\ufe70-\ufefc]"
_SPACE = "[\\ \u00a0\u202f]"
_DASH = "[-\u2010\u2011\u2013\u2014\u2212]"
_COMPARATOR = "(?:[<>]=?|=[<>]|[\u2264\u2265\u2248~])"
_ALONE = f"(?!{_D})(?!{_LETTER})"
_IN_ADDRESS = r"[^\s<>\"\u00ab\u00bb\u060c\u061b\u061f\u0600-\u06ff\u202a-\u202e\u2066-\u2069]"

_NUMBER = f"{_D}++(?:[,\u066c]{_D}{{3}}(?!{_D}))*+(?:[.\u066b/:]{_D}++)*+"
_SIMPLE = f"{_D}++(?:[.\u066b/]{_D}++)?+"
# A sign begins a number only where no word or number stands before it.
_SIGN = r"(?:(?<![^\s(\[\u00ab\"=<>\u2264\u2265~])[-\u2212+])"
_TIMES = rf"(?:\u00d7{_SPACE}?)"
_CITED = f"{_D}{{1,3}}+"
_GROUP = rf"\s?{_CITED}(?:\s?(?:{_DASH}|[,;\u060c\u061b])\s?{_CITED}){{0,60}}+\s?"
_TRUNK = r"(?:(?:\+|00|\u06f0\u06f0)(?:98|\u06f9\u06f8)[-\ ]?|[0\u06f0])"
_SYMBOL = (
    "(?:[Pp](?:[-\\ ]?[Vv]alue)?|[NnRrtzF]|R2|OR|HR|RR|SD|SE|df|[\u03b1\u03b2\u03ba\u03c1]|\u03c72)"
)

# In this order: the first that fits is the token. None begins inside a word.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("url", rf"(?:(?:https?|ftp)://|www\.){_IN_ADDRESS}++"),
    ("doi", rf"(?:[Dd][Oo][Ii]:?\ ?)?10\.[0-9]{{4,9}}/{_IN_ADDRESS}++"),
    ("issn", rf"[0-9]{{4}}-[0-9]{{3}}[0-9X]{_ALONE}(?!-{_D})"),
    ("measured-range", rf"{_NUMBER}(?:{_DASH}|{_SPACE}{_DASH}{_SPACE}){_NUMBER}{_SPACE}?{UNIT}"),
    (
        "email",
        r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@(?:[A-Za-z0-9\-]{1,63}\.){1,8}[A-Za-z]{2,24}"
        r"(?![A-Za-z0-9])",
    ),
    (
        "identifier",
        rf"""(?:
          (?:[0-9]{{4}}-){{3}}[0-9]{{3}}[0-9X]               # ORCID
        | (?:ISSN|\u0634\u0627\u067e\u0627)\ ?:?\ ?[0-9]{{4}}-[0-9]{{3}}[0-9X]
        | IR(?:\.[A-Za-z0-9]{{1,40}}){{2,8}}+               # ethics committees of Iran
        | (?:IRCT|NCT|ISRCTN|ACTRN|CRD|UMIN|DRKS)[0-9]{{4,20}}+(?:N[0-9]{{1,3}})?
        | PMC?ID\ ?:?\ ?(?:PMC)?[0-9]{{4,9}}
        | {_TRUNK}[9\u06f9]{_D}{{2}}[-\ ]?{_D}{{3}}[-\ ]?{_D}{{4}}            # mobile
        | {_TRUNK}[1-8\u06f1-\u06f8]{_D}[-\ ]?{_D}{{4}}[-\ ]?{_D}{{4}}       # landline
        | \+[0-9]{{1,3}}(?:[-\ ]?[0-9]{{2,4}}){{2,4}}
        ){_ALONE}(?!-{_D})""",
    ),
    ("citation", rf"\({_GROUP}\)|\[{_GROUP}\]"),
    ("statistic", rf"{_SYMBOL}{_SPACE}?(?:{_COMPARATOR}|=){_SPACE}?[-\u2212]?{_NUMBER}{_ALONE}"),
    (
        "quantity",
        rf"(?:{_COMPARATOR}{_SPACE}?|{_TIMES})?{_SIGN}?{_NUMBER}"
        rf"(?:{_SPACE}?\u00b1{_SPACE}?{_NUMBER}|(?:{_SPACE}?(?:{UNIT}{_SPACE}?)?{_TIMES}{_NUMBER}){{1,3}})?"
        rf"{_SPACE}?(?:{POWER_OF_TEN}(?:{_SPACE}?{UNIT}|{_ALONE})|{UNIT})"
        rf"|{_TIMES}?{POWER}(?:{_SPACE}?{UNIT}|{_ALONE})",
    ),
    (
        "latin",
        rf"(?={_D}{{0,20}}+(?:{_JOINT}{_D}{{1,20}}+){{0,5}}{_JOINT}?{_LETTER}|{_D}{{1,3}}{_INNER}{_LETTER})"
        rf"{_ATOM}++(?:{_JOINT}{_ATOM}++|{_INNER}{_ATOM}++)*+"
        r"[+\u207a\u207b]{0,2}",
    ),
    (
        "date",
        rf"(?:{_D}{{4}}(?P<mark>[-/]){_D}{{1,2}}(?P=mark){_D}{{1,2}}"
        rf"|{_D}{{1,2}}/{_D}{{1,2}}/{_D}{{4}}){_ALONE}(?![-/.]{_D})",
    ),
    (
        "percent",
        rf"{_SIGN}?{_NUMBER}{_SPACE}?[%\u066a]|[%\u066a]{_SPACE}?{_NUMBER}(?!{_DASH}{_D})",
    ),
    ("product", rf"{_NUMBER}(?:{_SPACE}?{_TIMES}{_NUMBER}){{1,3}}+"),
    ("plus-minus", rf"{_SIGN}?{_NUMBER}{_SPACE}?\u00b1{_SPACE}?{_NUMBER}"),
    ("number", rf"{_SIMPLE}(?:{_DASH}{_SIMPLE}){{2,}}+"),
    ("range", rf"{_SIMPLE}(?:{_DASH}|{_SPACE}{_DASH}{_SPACE}){_SIMPLE}"),
    ("comparison", rf"(?:{_COMPARATOR}|\u00b1){_SPACE}?[-\u2212+]?{_NUMBER}"),
    ("number", rf"{_SIGN}?{_NUMBER}"),
    ("plain", rf"{_PERSIAN}++|\s++|."),
)
_CHECKED = ("url", "doi", "issn", "measured-range")
"""What needs a second look, for which a regular expression is the wrong tool; these come first."""


def _compiled(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    numbered = (f"(?P<_{index}>{pattern})" for index, (_, pattern) in enumerate(patterns))
    return re.compile("|".join(numbered), re.VERBOSE | re.DOTALL)


_UNCHECKED = tuple(pair for pair in _PATTERNS if pair[0] not in _CHECKED)
_FIRST_LOOK = _compiled(tuple(pair for pair in _PATTERNS if pair[0] in _CHECKED))
_SECOND_LOOK = _compiled(_UNCHECKED)
_LATIN = re.compile(_LETTER)
_UNIT = re.compile(UNIT, re.VERBOSE)
WORD_SPACES = (" ", "\u00a0", "  ")
"""What may stand between the words of one Latin token."""
LEADING_NUMBER = re.compile(
    rf"(?:{_COMPARATOR}|{_SPACE}|{_SIGN}|{_DASH}|\u00b1|\u00d7|{_NUMBER})++", re.VERBOSE
)
"""The number that a quantity begins with: its comparator, deviation, range, factors included."""


def _next(text: str, start: int) -> tuple[Kind, int]:
    """The kind and the end of the token that begins at ``start``."""
    first = _FIRST_LOOK.match(text, start)
    if first is not None and first.lastgroup is not None:
        name = _CHECKED[int(first.lastgroup[1:])]
        if name == "issn":
            if is_issn(first[0]):
                return "identifier", first.end()
        elif name == "measured-range":
            # Typed backwards, so that it looks right, it is a range beside a word.
            if _ascends(first[0]):
                return "quantity", first.end()
        elif end := _end_of_address(first):
            return ("url" if name == "url" else "doi"), end
    match = _SECOND_LOOK.match(text, start)
    if match is None or match.lastgroup is None:  # the last pattern fits any character
        raise AssertionError(f"no token begins with {text[start]!r}")
    kind: Kind = _UNCHECKED[int(match.lastgroup[1:])][0]  # type: ignore[assignment]
    return kind, match.end()


def is_issn(text: str) -> bool:
    """True for ``1735-9260``: the check digit is right, and it is no pair of years.

    >>> is_issn("1735-9260"), is_issn("1735-9261"), is_issn("1998-2005")
    (True, False, False)
    """
    head, tail = text.split("-")
    if tail.isdigit() and 1300 <= int(head) < int(tail) <= 2199:
        return False
    weighted = sum(
        int(digit) * weight for digit, weight in zip(head + tail[:3], range(8, 1, -1), strict=True)
    )
    check = -weighted % 11
    return tail[3] == ("X" if check == 10 else str(check))


def is_unit(text: str) -> bool:
    """True for a unit of measurement and nothing else: ``mg/dL``."""
    return _UNIT.fullmatch(text) is not None


def _ascends(text: str) -> bool:
    numbers = re.findall(_SIMPLE, to_latin_digits(text.replace(",", "")))
    low, high = (Decimal(re.sub("[/\u066b]", ".", number)) for number in numbers[:2])
    return low < high


def _end_of_address(match: re.Match[str]) -> int:
    """Where a URL or DOI ends: before the sentence's own punctuation. 0 when nothing is left."""
    address = match[0]
    surplus = {
        closing: address.count(closing) - address.count(opening)
        for opening, closing in ("()", "[]", "{}")
    }
    length = len(address)
    while length:
        last = address[length - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in ".,;:!?'\u2019\u201d\u2026":
            break
        length -= 1
    whole = _FIRST_LOOK.fullmatch(address[:length])
    return match.start() + length if whole is not None else 0
