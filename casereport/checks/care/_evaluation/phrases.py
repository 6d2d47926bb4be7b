"""The words by which a language speaks of an item: ``locales/<language>/care.yaml``.

A list has a name; a star ends a stem, or begins an ending; a space may be any blank or half-space,
and a half-space may be a space or lost. Each phrase is a row of literals, so a search is linear; it
is compiled when a text holds its words, since most are never met.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as it stands in its list, and its parts, folded: a text that holds it holds them."""

    text: str
    parts: tuple[str, ...]


def find_phrase(text: str, name: str, language: str) -> re.Match[str] | None:
    """The first phrase of the list ``name`` in ``text``; None too where the language has no list.

    >>> bool(find_phrase("Her symptoms improved.", "outcome", "en"))
    True
    """
    letters, folded = _forms(text)
    first: re.Match[str] | None = None
    for phrase in _phrases(language).get(name, ()):
        # Of some thousand phrases a text holds the parts of a few: only those are looked for.
        if any(part not in folded for part in phrase.parts):
            continue
        match = _pattern(phrase.text).search(letters)
        if match is not None and (first is None or match.start() < first.start()):
            first = match
    return first


@lru_cache(maxsize=256)
def _forms(text: str) -> tuple[str, str]:
    """The text in the letters of the lists, one character for one, so that places stay; and folded.

    ``re.IGNORECASE`` takes a dotless i for an i, which folding does not.
    """
    letters = text.translate(_LETTERS)
    return letters, letters.casefold().replace("\u0131", "i")


@cache
def _phrases(language: str) -> Mapping[str, tuple[_Phrase, ...]]:
    """The lists; the longest first: of two that begin alike the fuller one is quoted."""
    found: dict[str, tuple[_Phrase, ...]] = {}
    for name, words in word_lists(language).items():
        longest_first = sorted(words, key=len, reverse=True)
        found[name] = tuple(_Phrase(word, _parts(word)) for word in longest_first)
    return MappingProxyType(found)


def _parts(phrase: str) -> tuple[str, ...]:
    parts = re.split(rf"[ {ZWNJ}]", _stem(phrase).casefold())
    return tuple(part for part in parts if part)


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


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = [
        (rf"[ {ZWNJ}]?").join(re.escape(part) for part in word.split(ZWNJ))
        for word in _stem(phrase).split(" ")
    ]
    end = "" if phrase.endswith("*") else r"(?!\w)"
    # Only ever tried where a word begins, so it reads each word once.
    begin = r"\w*" if phrase.startswith("*") else ""
    # Each begins with a letter: between words none of them is tried.
    return re.compile(
        rf"(?<!\w)(?=\w){begin}" + f"{_BLANK}+".join(parts) + end, re.IGNORECASE
    )


def _stem(phrase: str) -> str:
    return phrase.strip("*").replace(HAMZA_ABOVE, "")
