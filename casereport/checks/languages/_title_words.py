"""The words of a title, compared without half-spaces, hyphens and endings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from casereport.text.digits import to_latin_digits
from casereport.text.orthography.words import folded

_WORD = re.compile("[^\\W_]+(?:['\u2019\u200c\u0654][^\\W_]+)*+")
_JOINTS = re.compile("[-\u2010\u2011'\u2019]")
_LONGEST = 4
_MOST_WORDS = 200
_ENDINGS = {
    "fa": ("ی", "ای", "ها", "های", "هایی"),
    "en": ("s", "es"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """One to four words that follow each other: as compared, and where they stand."""

    key: str
    start: int
    end: int


def groups(text: str) -> list[Group]:
    """Every group of words in ``text``, in its order, longer ones first."""
    words = [*_WORD.finditer(text)][:_MOST_WORDS]
    return [
        Group(plain(text[words[first].start() : words[last].end()]), words[first].start(),
              words[last].end())
        for first in range(len(words))
        for last in range(min(first + _LONGEST, len(words)) - 1, first - 1, -1)
    ]  # fmt: skip


@cache
def spellings(form: str, language: str) -> frozenset[str]:
    """What a form of the glossary may be in a text: itself, or with an ending."""
    key = plain(form.strip("=*"))
    if form.startswith("="):
        return frozenset({key})
    return frozenset({key, *(key + ending for ending in _ENDINGS.get(language, ()))})


def is_form(key: str, form: str, language: str) -> bool:
    """True when a group of words is this form."""
    if form.endswith("*"):
        return key.startswith(plain(form[:-1]))
    return key in spellings(form, language)


@cache
def plain(text: str) -> str:
    """``text`` in small letters and Latin digits, without spaces, half-spaces and hyphens."""
    return _JOINTS.sub("", to_latin_digits(folded(text))).casefold()
