"""Words of the Persian script in a text, and what two spellings of one word have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.text.characters import (
    ALEF_MAKSURA,
    ARABIC_KAF,
    ARABIC_YEH,
    FARSI_YEH,
    HAMZA_ABOVE,
    KEHEH,
    TATWEEL,
    ZWNJ,
)

LETTER = "[\u0621-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06fc]"
"""A letter of the Arabic script, as a class of a regular expression."""
MARK = "[\u0640\u064b-\u0655\u0670]"
WORD = re.compile(f"{LETTER}(?:{LETTER}|{MARK}|{ZWNJ}+(?={LETTER}))*+")
SPACES = " \u00a0"
"""What parts two words of a line."""
NOT_JOINING = frozenset("اآأإٱدذرزژوؤءة")
"""Letters that never join what follows: after them no half-space is needed."""

_LIKE_PERSIAN = str.maketrans({ARABIC_YEH: FARSI_YEH, ALEF_MAKSURA: FARSI_YEH, ARABIC_KAF: KEHEH})
_FOLDED = str.maketrans(
    {ZWNJ: "", " ": "", "\u00a0": "", TATWEEL: "", HAMZA_ABOVE: ""}
    | {chr(mark): "" for mark in range(0x064B, 0x0653)}
    | {"أ": "ا", "إ": "ا", "ؤ": "و", "ئ": "ی", "ة": "ه", "ۀ": "ه"}
    | {ARABIC_YEH: FARSI_YEH, ALEF_MAKSURA: FARSI_YEH, ARABIC_KAF: KEHEH}
)
_PERSIAN = frozenset({"fa", "und", ""})
_ENGLISH = frozenset({"en", "und", ""})
_ANY_LETTER = re.compile(LETTER)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, and where it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The index after its last character."""
        return self.start + len(self.text)


def words(text: str) -> Iterator[Word]:
    """The words of the Persian script in ``text``; half-spaces belong to them.

    >>> [word.text for word in words("درد (CRP) شدید")]
    ['درد', 'شدید']
    """
    return (Word(match[0], match.start()) for match in WORD.finditer(text))


def is_persian(text: str) -> bool:
    """True when a letter of the Persian script stands in ``text``."""
    return _ANY_LETTER.search(text) is not None


def follows_persian_rules(language: str) -> bool:
    """True for Persian, and where no language is said."""
    return language in _PERSIAN


def follows_english_rules(language: str) -> bool:
    """True for English, and where no language is said."""
    return language in _ENGLISH


def with_persian_letters(text: str) -> str:
    """``text`` with the Arabic yeh and kaf as Persian ones; no character more or less."""
    return text.translate(_LIKE_PERSIAN)


def folded(text: str) -> str:
    r"""What spellings of one word share: its letters without hamza, tanvin, half-space and space.

    >>> folded("علائم") == folded("علایم"), folded("زیر جلدی") == folded("زیر\u200cجلدی")
    (True, True)
    """
    return text.translate(_FOLDED)


def entries(table: str) -> tuple[str, ...]:
    r"""The entries of a table: words parted by white space, ``_`` for the half-space.

    >>> entries("سی_تی  درد") == ("سی\u200cتی", "درد")
    True
    """
    return tuple(word.replace("_", ZWNJ) for word in table.split())
