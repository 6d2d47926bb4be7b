"""What institutions are called: for each kind its words, by language.

Source: compiled by hand for this project; affiliations in Iranian medical journals name department,
research centre, hospital, university and city, and «مرکز آموزشی درمانی» is a teaching hospital.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from casereport.text.orthography.words import folded


@dataclass(frozen=True, slots=True)
class Words:
    """The words for a kind: those that name it for certain, and others that may stand for it."""

    certain: tuple[str, ...]
    possible: tuple[str, ...]


KINDS: dict[str, dict[str, Words]] = {
    "hospital": {
        "fa": Words(("بیمارستان",), ("مرکز", "درمانی", "درمانگاه", "کلینیک", "پلی کلینیک")),
        "en": Words(("hospital",), ("center", "centre", "medical", "clinic", "infirmary")),
    },
    "university": {
        "fa": Words(("دانشگاه",), ("دانشکده", "موسسه", "مؤسسه", "انستیتو", "آکادمی")),
        "en": Words(("universit",), ("college", "school", "faculty", "academy", "institut", "ums")),
    },
    "research-center": {
        "fa": Words(("مرکز تحقیقات", "پژوهشکده"), ("تحقیق", "پژوهش", "موسسه", "مؤسسه", "انستیتو")),
        "en": Words(("research center", "research centre"), ("research", "institut")),
    },
}
"""Kind → language → its words, or the beginnings of them."""


def names_certainly(text: str, kind: str, language: str) -> bool:
    """True when ``text`` surely names an institution of this kind."""
    return any(word in _folded(text) for word in _words(kind, language)[0])


def may_name(text: str, kind: str, language: str) -> bool:
    """True when ``text`` may name one."""
    return any(word in _folded(text) for words in _words(kind, language) for word in words)


def knows(language: str) -> bool:
    """True when the words of ``language`` are listed."""
    return all(language in words for words in KINDS.values())


@cache
def _words(kind: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = KINDS[kind][language]
    return tuple(map(_folded, words.certain)), tuple(map(_folded, words.possible))


def _folded(text: str) -> str:
    return folded(text).casefold()
