"""The words by which a language speaks of an item: ``locales/<language>/care.yaml``.

A list has a name; a star ends a stem, or begins an ending; a space may be any blank or half-space,
and a half-space may be a space or lost. Each list is one alternation of literals, so a search is
linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from casereport import resources
from casereport.text import yaml_nodes
from casereport.text.characters import (
    ARABIC_KAF,
    ARABIC_YEH,
    FARSI_YEH,
    HAMZA_ABOVE,
    KEHEH,
    NBSP,
    ZWNJ,
)

_BLANK = rf"{HAMZA_ABOVE}?[ \n{NBSP}{ZWNJ}]"
_LETTERS = str.maketrans({ARABIC_YEH: FARSI_YEH, ARABIC_KAF: KEHEH})
_NOTHING = re.compile(r"(?!)")


def find_phrase(text: str, name: str, language: str) -> re.Match[str] | None:
    """The first phrase of the list ``name`` in ``text``; None too where the language has no list.

    >>> bool(find_phrase("Her symptoms improved.", "outcome", "en"))
    True
    """
    pattern = _patterns(language).get(name, _NOTHING)
    # One character for one, so that places stay.
    return pattern.search(text.translate(_LETTERS))


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    lists = word_lists(language)
    return MappingProxyType({name: _pattern(words) for name, words in lists.items()})


@cache
def word_lists(language: str) -> Mapping[str, tuple[str, ...]]:
    """Every list of a language, by name; none for a language without the file."""
    name = f"{language}/care.yaml"
    if not resources.exists("locales", name):
        return MappingProxyType({})
    root = yaml_nodes.parse_yaml(resources.read_text("locales", name), name).root
    found: dict[str, tuple[str, ...]] = {}
    for key, words in root.entries if isinstance(root, yaml_nodes.Mapping) else ():
        items = words.items if isinstance(words, yaml_nodes.Sequence) else ()
        found[key.text] = tuple(i.text for i in items if isinstance(i, yaml_nodes.Scalar))
    return MappingProxyType(found)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: of two that begin alike the fuller one is quoted.
    ordered = sorted(words, key=len, reverse=True)
    # Each begins with a letter: between words none of them is tried.
    return re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(map(_literal, ordered))})", re.IGNORECASE)


def _literal(phrase: str) -> str:
    stem = phrase.strip("*").replace(HAMZA_ABOVE, "")
    parts = [
        (rf"[ {ZWNJ}]?").join(re.escape(part) for part in word.split(ZWNJ))
        for word in stem.split(" ")
    ]
    end = "" if phrase.endswith("*") else r"(?!\w)"
    # Only ever tried where a word begins, so it reads each word once.
    begin = r"\w*" if phrase.startswith("*") else ""
    return begin + f"{_BLANK}+".join(parts) + end
