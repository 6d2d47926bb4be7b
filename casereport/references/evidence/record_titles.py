"""Titles as databases and reference lists write one and the same: are they the same?"""

from __future__ import annotations

import re

from casereport.references.languages import language_of_script
from casereport.references.titles import title_words

_RETRACTED = re.compile(
    r"[\[(]?(?:retracted(?: article| paper| publication| chapter)?|withdrawn(?: article)?)"
    r"(?:[\])]:?\s?|:\s?|\s?[.\u2013\u2014-]\s)",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"[\[(](?:retracted(?: article)?|withdrawn|corrected|(?:article )?in [a-z]{4,12}|persian"
    r"|author's transl|editorial|letter|abstract)[\])]\.?\Z",
    re.IGNORECASE,
)
_GREEK = {
    "\u03b1": "alpha", "\u03b2": "beta", "\u03b3": "gamma", "\u03b4": "delta", "\u03b5": "epsilon",
    "\u03ba": "kappa", "\u03bb": "lambda", "\u03bc": "mu", "\u03c9": "omega", "\u03c3": "sigma",
    "\u03c4": "tau", "\u03b8": "theta", "\u03b6": "zeta", "\u03c0": "pi",
}  # fmt: skip
_GREEK_LETTER = re.compile("[" + "".join(_GREEK) + "]")
_IDLE = frozenset({"and", "s"})
"""``&`` stands for the first; the second is what is left of an apostrophe."""
_NUMERAL = re.compile(r"\d+|[ivx]{1,5}")
_CUT = re.compile(r"[:.?!;\u2013\u2014]\s|\s-\s")
LONGEST = 1_000


def is_marked_retracted(title: str) -> bool:
    """True when a publisher wrote before the title that the work was retracted.

    >>> is_marked_retracted("RETRACTED ARTICLE: Calcinosis"), is_marked_retracted("Retracted nails")
    (True, False)
    """
    return _RETRACTED.match(title[:LONGEST].lstrip()) is not None


def comparable_words(title: str) -> tuple[str, ...]:
    """The words of a title without what databases add to it, Greek letters by their names.

    >>> comparable_words("RETRACTED: [TNF-\u03b1 & bone]"), comparable_words("TNF-alpha and bone")
    (('tnf', 'alpha', 'bone'), ('tnf', 'alpha', 'bone'))
    """
    title = title[:LONGEST].strip()
    if match := _RETRACTED.match(title):
        title = title[match.end() :]
    words = title_words(_AT_END.sub("", title))
    named = (_GREEK_LETTER.sub(lambda letter: _GREEK[letter[0]], word) for word in words)
    return tuple(word for word in named if word not in _IDLE)


def same_title(ours: str, theirs: tuple[str, ...], *, foreign: bool = False) -> bool | None:
    """Whether a title is one of those that a record gives; None where that cannot be told.

    A title in another script, and one of a work in another language (``foreign``) that a database
    translates, cannot be compared. A subtitle may be left out on either side.
    """
    if not comparable_words(ours):
        return None
    translated = foreign or _in_brackets(ours)
    comparable = False
    for title in theirs:
        if language_of_script(title) != language_of_script(ours):
            continue
        if _are_one(ours, title):
            return True
        comparable = comparable or not (translated or _in_brackets(title))
    return False if comparable else None


def _in_brackets(title: str) -> bool:
    return title.startswith("[") and title.rstrip(" .").endswith("]")


def _are_one(one: str, other: str) -> bool:
    first, second = comparable_words(one), comparable_words(other)
    if "".join(first) == "".join(second):
        return True
    return _is_beginning(one, second) or _is_beginning(other, first)


def _is_beginning(longer: str, words: tuple[str, ...]) -> bool:
    """True when ``words`` are all of ``longer`` up to a colon or a full stop in it."""
    if len(words) < 2:
        return False
    sought = "".join(words)
    return any(
        "".join(comparable_words(longer[: cut.start()])) == sought
        for cut in list(_CUT.finditer(longer[:LONGEST]))[:8]
    )


def likeness(ours: str, theirs: tuple[str, ...]) -> float:
    """How many of the words of the shorter title the other one has, 0 to 1; the best of all.

    >>> likeness("Calcinosis in sclerderma", ("Calcinosis in scleroderma",)) > 0.6
    True
    """
    first = set(comparable_words(ours))
    return max((_shared(first, set(comparable_words(title))) for title in theirs), default=0.0)


def _shared(first: set[str], second: set[str]) -> float:
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest else 0.0


def numerals_differ(ours: str, theirs: tuple[str, ...]) -> bool:
    """True when no title has the numerals of ours: part I and part II are two works."""
    wanted = _numerals(ours)
    return all(_numerals(title) != wanted for title in theirs)


def _numerals(title: str) -> tuple[str, ...]:
    return tuple(word for word in comparable_words(title) if _NUMERAL.fullmatch(word))
